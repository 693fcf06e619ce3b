#include "passes/sentences.h"

#include <algorithm>

#include "passes/token_view.h"

namespace pressmark {

namespace {

class Splitter {
 public:
  Splitter(const TokenView& view, const Lexicons& lexicons) : view_(view), lexicons_(lexicons) {}

  // The token after the sentence that begins at `first`, within the block that ends at `last`.
  std::uint32_t end_of_sentence(std::uint32_t first, std::uint32_t block_end) const {
    const std::uint32_t last = std::min(block_end, first + kMaxSentenceTokens);
    for (std::uint32_t i = first; i < last; ++i) {
      if (!may_end(i)) continue;
      std::uint32_t next = i + 1;
      while (next < last && closes(next, last)) ++next;
      if (next == last) return last;
      if (ends_here(i, next, last)) return next;
      i = next - 1;
    }
    return last;
  }

 private:
  bool is_abbreviation(std::uint32_t i) const {
    const std::string_view word = view_.word(i);
    return view_.is_word(i) && word.size() > 1 && word.back() == '.';
  }

  bool may_end(std::uint32_t i) const {
    const std::string_view word = view_.word(i);
    return is_any_of(word, {".", "!", "?", "…", "。", "؟"}) || word.starts_with("..") || is_abbreviation(i);
  }

  // Closing marks, brackets and further full stops that hang on the sentence's end.
  bool closes(std::uint32_t i, std::uint32_t last) const {
    if (!view_.is_punctuation(i)) return false;
    const std::string_view word = view_.word(i);
    const bool stands_off = i + 1 == last || !view_.attached(i + 1) || view_.is_punctuation(i + 1);
    // French keeps a space within its marks.
    if (!view_.attached(i))
      return is_any_of(word, {"»", "›"}) && stands_off && view_.gap_before(i).find('\n') == std::string_view::npos;
    if (is_any_of(word, {")", "]", "}", "”", "’", "»", "›", "!", "?", ".", "…", "''"})) return true;
    const bool straight = is_any_of(word, {"\"", "'", "＂", "“"});
    return straight && stands_off;
  }

  bool opens(std::uint32_t i) const {
    const char32_t c = view_.first(i);
    return view_.is_punctuation(i) && (is_double_mark(c) || is_single_mark(c) || c == '(' || c == '[' || c == '`');
  }

  bool ends_here(std::uint32_t end, std::uint32_t next, std::uint32_t last) const {
    const bool quoted = next > end + 1 && is_closing_mark(next - 1);
    std::uint32_t word = next;  // the next sentence's first word, or the mark or dash that stays with this one
    while (word < last && opens(word)) ++word;
    if (word == last) return true;
    if (is_abbreviation(end)) return ends_after_abbreviation(end, next, word);
    if (view_.is_word(word) && !view_.is_number(word) && starts_lower(word)) return false;
    if (view_.is_punctuation(next) && !opens(next)) return is_dash(view_.first(next)) ? !quoted : is_bullet(next);
    return !(quoted && !view_.is(end, ".") && is_attribution(word, last));
  }

  bool is_closing_mark(std::uint32_t i) const {
    const char32_t c = view_.first(i);
    return view_.is_punctuation(i) && (is_double_mark(c) || is_single_mark(c));
  }
  bool is_bullet(std::uint32_t i) const { return is_any_of(view_.word(i), {"•", "·", "*", "@", "#"}); }
  bool starts_lower(std::uint32_t i) const {
    const char32_t c = view_.first(i);
    return is_letter(c) && !is_upper(c) && view_[i].kind == TokenKind::word && to_lower(c) == c && has_case(c);
  }
  // Scripts without case begin sentences with any letter.
  static bool has_case(char32_t c) { return c < 0x590; }

  // "Mr. Smith", "No. 5", "U.S. officials" go on; "in the U.S. He", "at 5 p.m. The", "Acme Inc. “We" end.
  bool ends_after_abbreviation(std::uint32_t end, std::uint32_t next, std::uint32_t word) const {
    const std::string_view kind = lexicons_.abbreviations.find(view_.word(end));
    if (kind == "name") return false;
    if (kind == "number" && view_.is_number(word)) return false;
    if (view_.is(end, "no.") && view_.is_word(word) && view_[word].capital) return true;  // She said no. They left.
    if (!view_.is_word(word) || !view_[word].capital) return word > next && view_.is_number(word);
    return lexicons_.function_words.contains(view_.lower_word(word)) || word > next;
  }

  // “Why?” Smith asked: up to three capitals, then a word of saying.
  bool is_attribution(std::uint32_t i, std::uint32_t last) const {
    for (std::uint32_t k = 0; k < 4 && i + k < last; ++k) {
      const bool cue = view_.is_word(i + k) && lexicons_.cues.contains(view_.word(i + k));
      if (k > 0 && cue) return true;
      if (!view_.is_word(i + k) || !view_[i + k].capital) return false;
    }
    return false;
  }

  const TokenView& view_;
  const Lexicons& lexicons_;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens,
                                      const std::vector<Block>& blocks, const Lexicons& lexicons) {
  const TokenView view(text, tokens);
  const Splitter splitter(view, lexicons);
  std::vector<Sentence> sentences;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    if (!block.kept()) continue;
    for (std::uint32_t first = block.tokens.first; first < block.tokens.last;) {
      const std::uint32_t end = splitter.end_of_sentence(first, block.tokens.last);
      const TokenRange range{first, end};
      sentences.push_back({view.span(range), range, static_cast<Index>(b)});
      first = end;
    }
  }
  return sentences;
}

}  // namespace pressmark

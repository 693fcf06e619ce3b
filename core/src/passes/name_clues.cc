#include "passes/name_clues.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kLongestHeadline = 30;  // tokens

bool has_lower_case(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (is_letter(c.value) && !is_upper(c.value)) return true;
    at += c.length;
  }
  return false;
}

// "iPhone", "al-Shabab"
bool has_inner_capital(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (at > 0 && is_upper(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.starts_with("www.") || word.front() == '@' ||
         word.front() == '#';
}

// "Judges X and Y" too.
std::string_view find_title(const Lexicons& lexicons, const std::string& key) {
  const std::string_view title = lexicons.titles.find(key);
  if (!title.empty() || !key.ends_with('s')) return title;
  const std::string_view singular = lexicons.titles.find(std::string_view(key).substr(0, key.size() - 1));
  return singular.starts_with("before") ? singular : std::string_view();
}

// Most words have a capital, or most are in capitals: a headline, in which a capital tells little.
struct SentenceCase {
  bool title_case = false;
  bool all_caps = false;
};

SentenceCase find_case(std::string_view text, const std::vector<Token>& tokens, TokenRange range) {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  std::uint32_t all_caps = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::word || token.span.length() < 4) continue;
    ++words;
    if (token.capital) ++capitals;
    if (token.all_caps && !has_lower_case(text.substr(token.span.start, token.span.length()))) ++all_caps;
  }
  // A list of names in a sentence is no headline.
  const Span last = range.empty() ? Span{} : tokens[range.last - 1].span;
  const bool sentence = range.size() > kLongestHeadline || text.substr(last.start, last.length()) == ".";
  return {words >= 4 && capitals * 10 >= words * 8 && !sentence, words >= 2 && all_caps * 10 >= words * 7};
}

}  // namespace

std::string name_key(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    append_utf8(key, is_apostrophe(c.value) ? U'\'' : to_lower(c.value));
    at += c.length;
  }
  return key;
}

namespace {

// The bytes of a token that may be a name: "Delhi" of "Delhi-based", "Muslim" of "anti-Muslim", else all of it. What
// hangs on a name is a word and no name: all of "Wei-ling" is one.
Span name_part(std::string_view word, const Gazetteer& gazetteer) {
  const auto size = static_cast<std::uint32_t>(word.size());
  const auto is_lower = [&](std::size_t i) { return word[i] >= 'a' && word[i] <= 'z'; };
  const auto is_digit_at = [&](std::size_t i) { return word[i] >= '0' && word[i] <= '9'; };
  Span part{0, size};
  const std::size_t first = word.find('-');
  if (first == std::string_view::npos || first == 0 || first + 2 >= word.size()) return part;
  // "anti-", "ex-", "4-", but not the article of "al-Assad", "el-Sisi", "ash-Shabab".
  const std::string_view front = word.substr(0, first);
  bool small = true;
  for (std::size_t i = 0; i < first; ++i) small = small && (is_lower(i) || is_digit_at(i));
  const bool article = front.size() < 4 && (front[0] == 'a' || front[0] == 'u' || front == "el");
  if (small && !article && front != "e" && is_upper(decode(word, first + 1).value)) {
    part.start = static_cast<std::uint32_t>(first + 1);
  }
  const std::size_t last = word.rfind('-');
  if (last > part.start + 1 && last + 3 < word.size() && is_lower(last + 1) && !has_inner_capital(word.substr(last))) {
    const std::string tail = name_key(word.substr(last + 1));
    const bool is_name = !gazetteer.is_common_word(tail) || (gazetteer.find(tail) & (kGiven | kLast)) != 0;
    if (!is_name) part.end = static_cast<std::uint32_t>(last);
  }
  return part;
}

}  // namespace

std::vector<Clue> find_clues(std::string_view text, const std::vector<Token>& tokens,
                             const std::vector<Sentence>& sentences, const Model& model, const Lexicons& lexicons) {
  const Gazetteer& gazetteer = model.gazetteer();
  std::vector<Clue> clues(tokens.size());
  for (const Sentence& sentence : sentences) {
    const SentenceCase sentence_case = find_case(text, tokens, sentence.tokens);
    bool start = true;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Token& token = tokens[i];
      Clue& clue = clues[i];
      const std::string_view whole = text.substr(token.span.start, token.span.length());
      const Span part = name_part(whole, gazetteer);
      clue.part = part;
      const std::string_view word = whole.substr(part.start, part.length());
      clue.has_tail = part.end < whole.size();
      clue.key = name_key(word);
      clue.kinds = lexicons.name_words.find(clue.key);
      clue.title = find_title(lexicons, clue.key);
      const bool capital = token.capital || part.start > 0 || (word.size() > 3 && has_inner_capital(word));
      clue.capital = token.kind == TokenKind::word && capital && !is_address(word);
      clue.function_word = lexicons.function_words.contains(clue.key);
      clue.headline = sentence_case.title_case || sentence_case.all_caps;
      clue.free_capital = start || clue.headline;
      if (clue.capital || token.kind == TokenKind::number) {
        std::string exact(word);
        if (!has_lower_case(word) && !sentence_case.all_caps) {
          clue.flags = gazetteer.find(exact);
          // Capitals in an ordinary line are an initialism, not the word that they spell.
          clue.common = clue.flags == 0 && word.size() == 1 && gazetteer.is_common_word(clue.key);
          if (clue.flags == 0 && word.size() > 3) clue.flags = gazetteer.find(clue.key);
        } else {
          clue.flags = gazetteer.find(clue.key);
          if (clue.flags == 0 && sentence_case.all_caps) clue.flags = gazetteer.find(exact);
          clue.common = clue.function_word || gazetteer.is_common_word(clue.key);
        }
      }
      // An opening mark keeps the start open: “The ...
      if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
        start = false;
      } else if (whole == ":" || is_double_mark(decode(whole, 0).value) || whole == "•" || whole == "(") {
        start = true;
      }
    }
  }
  return clues;
}

}  // namespace pressmark

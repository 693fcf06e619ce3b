#include "passes/name_clues.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

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
  return {words >= 4 && capitals * 10 >= words * 8, words >= 2 && all_caps * 10 >= words * 7};
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

std::uint32_t name_length(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  const bool tail_is_lower = hyphen != std::string_view::npos && hyphen > 1 && hyphen + 3 < word.size() &&
                             word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z' &&
                             !has_inner_capital(word.substr(hyphen));
  return static_cast<std::uint32_t>(tail_is_lower ? hyphen : word.size());
}

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
      const std::string_view word = whole.substr(0, name_length(whole));
      clue.key = name_key(word);
      clue.kinds = lexicons.name_words.find(clue.key);
      clue.title = lexicons.titles.find(clue.key);
      clue.capital = token.kind == TokenKind::word && (token.capital || (word.size() > 3 && has_inner_capital(word)));
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

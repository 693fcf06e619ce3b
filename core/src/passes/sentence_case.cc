#include "passes/sentence_case.h"

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

}  // namespace

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

}  // namespace pressmark

// What passes ask of tokens: their words, their case, the gaps between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "passes/name_key.h"
#include "pressmark/article.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

class TokenView {
 public:
  TokenView(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const Token& operator[](std::uint32_t i) const { return tokens_[i]; }

  std::string_view word(std::uint32_t i) const { return text_.substr(tokens_[i].span.start, tokens_[i].span.length()); }
  std::string lower_word(std::uint32_t i) const { return lower(word(i)); }
  std::string key(std::uint32_t i) const { return name_key(word(i)); }
  bool is(std::uint32_t i, std::string_view other) const { return word(i) == other; }
  bool is_word(std::uint32_t i) const { return tokens_[i].kind == TokenKind::word; }
  bool is_number(std::uint32_t i) const { return tokens_[i].kind == TokenKind::number; }
  bool is_punctuation(std::uint32_t i) const { return tokens_[i].kind == TokenKind::punctuation; }
  char32_t first(std::uint32_t i) const { return decode(text_, tokens_[i].span.start).value; }

  // The white space before token i, the text's start for the first one.
  std::string_view gap_before(std::uint32_t i) const {
    const std::uint32_t from = i == 0 ? 0 : tokens_[i - 1].span.end;
    return text_.substr(from, tokens_[i].span.start - from);
  }
  // Does token i follow the one before it without white space?
  bool attached(std::uint32_t i) const { return i > 0 && gap_before(i).empty(); }

  // The tokens' span from the first one's start to the last one's end; the range must not be empty.
  Span span(TokenRange range) const { return {tokens_[range.first].span.start, tokens_[range.last - 1].span.end}; }
  std::string_view text_of(TokenRange range) const {
    const Span s = span(range);
    return text_.substr(s.start, s.length());
  }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
};

inline bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view w : words) {
    if (w == word) return true;
  }
  return false;
}

}  // namespace pressmark

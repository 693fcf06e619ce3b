#include "passes/pieces.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.starts_with("www.") ||
         word.find('@') != std::string_view::npos || word.front() == '#';
}

void cut(std::string_view text, const Token& token, std::uint32_t index, std::vector<Piece>& pieces) {
  const bool plain = token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol;
  if (plain || is_address(text.substr(token.span.start, token.span.length()))) {
    pieces.push_back({token.span, index});
    return;
  }
  std::uint32_t start = token.span.start;
  for (std::uint32_t at = start; at < token.span.end;) {
    const CodePoint c = decode(text, at);
    const std::uint32_t next = at + c.length;
    if (is_hyphen(c.value) && at > start && next < token.span.end) {
      pieces.push_back({{start, at}, index});
      pieces.push_back({{at, next}, index});
      start = next;
    }
    at = next;
  }
  pieces.push_back({{start, token.span.end}, index});
}

}  // namespace

Pieces cut_pieces(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences) {
  Pieces pieces;
  pieces.all.reserve(tokens.size() + tokens.size() / 16);
  pieces.sentences.reserve(sentences.size());
  Index block = kNone;
  for (const Sentence& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(pieces.all.size());
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) cut(text, tokens[i], i, pieces.all);
    const auto last = static_cast<std::uint32_t>(pieces.all.size());
    pieces.sentences.push_back({first, last});
    if (sentence.block != block) pieces.paragraphs.push_back({first, first});
    pieces.paragraphs.back().last = last;
    block = sentence.block;
  }
  return pieces;
}

}  // namespace pressmark

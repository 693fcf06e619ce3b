// tokens, sentences -> pieces: what the encoder reads
//
// A token is one piece, but one joined by hyphens is as many as it has parts, the hyphens among them: corpora tag
// "Delhi" in "Delhi-based", and both names in "Russia-Ukraine". Addresses stay whole.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

struct Piece {
  Span span;
  std::uint32_t token = 0;
};

// Pieces [first, last).
struct PieceRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first; }
};

struct Pieces {
  std::vector<Piece> all;
  std::vector<PieceRange> sentences;   // one a sentence
  std::vector<PieceRange> paragraphs;  // one a block that has sentences, in order
};

Pieces cut_pieces(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences);

}  // namespace pressmark

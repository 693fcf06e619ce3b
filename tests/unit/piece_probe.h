// Cuts a text into pieces, by the passes that every text goes through.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "passes/blocks.h"
#include "passes/marks.h"
#include "passes/pieces.h"
#include "passes/sentences.h"
#include "passes/tokens.h"
#include "pressmark/analyzer.h"
#include "project_model.h"

namespace pressmark::test {

inline const Lexicons& lexicons() {
  static const Lexicons all = Lexicons::load();
  return all;
}

struct CutText {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<MarkedRegion> marks;
  Pieces pieces;

  std::string piece(std::size_t i) const { return text.substr(pieces.all[i].span.start, pieces.all[i].span.length()); }
};

inline CutText cut_text(std::string_view text, bool clean = true) {
  Request request = make_request(text);
  request.clean = clean;
  CutText cut;
  cut.text = request.text;
  cut.tokens = tokenize(cut.text, lexicons());
  cut.blocks =
      find_blocks(cut.text, cut.tokens, request, project_model().blocks(), project_model().gazetteer(), lexicons());
  cut.sentences = split_sentences(cut.text, cut.tokens, cut.blocks, lexicons());
  cut.marks = pair_marks(cut.text, cut.tokens, cut.blocks);
  cut.pieces = cut_pieces(cut.text, cut.tokens, cut.sentences);
  return cut;
}

}  // namespace pressmark::test

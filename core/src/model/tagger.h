// pieces and their features -> tags
//
// The whole learned tagger: encoder.h gives emissions, crf.h the best row of tags for each paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "kernels/kernels.h"
#include "model/crf.h"
#include "model/encoder.h"
#include "model/weights.h"

namespace pressmark {

struct PieceTags {
  Decision entity;  // 0 O, then B and I of Person Organization Location Facility NORP Product Misc Money Date
  Decision source;  // 0 O, 1 B, 2 I; likewise the others
  Decision cue;
  Decision content;
  std::uint8_t function = 0;  // a value of Function (passes/tags.h)
};

// One a piece.
using TagScores = std::vector<PieceTags>;

TagScores decode(const Emissions& emissions, const Pieces& pieces, const Weights& weights, const Kernels& kernels);

TagScores tag_pieces(const Features& features, const Pieces& pieces, const Weights& weights,
                     const Kernels& kernels = best_kernels());

}  // namespace pressmark

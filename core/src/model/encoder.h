// pieces and their features -> emissions: how much speaks for each tag of each piece
//
// Paragraphs are read one by one, each by itself: what comes out for one is the same to the last bit whatever else the
// document has, but for what its names share: the mean over all pieces of a name goes into the emissions of each.
#pragma once

#include "kernels/kernels.h"
#include "model/weights.h"
#include "passes/features.h"
#include "passes/pieces.h"

namespace pressmark {

struct Emissions {
  static constexpr std::size_t kAttribution = sizes::kAttributions * sizes::kAttributionTags;

  Floats entity;  // 19 a piece: O, then B and I of Person Organization Location Facility NORP Product Misc Money Date
  Floats attribution;  // 9 a piece: O, B and I of SOURCE, of CUE, of CONTENT
  Floats function;     // 14 a piece: the values of Function (tags.h)
};

// A paragraph of more than 256 pieces is read in windows of so many that overlap by 64; of each its middle counts.
Emissions encode(const Features& features, const Pieces& pieces, const Weights& weights, const Kernels& kernels);

}  // namespace pressmark

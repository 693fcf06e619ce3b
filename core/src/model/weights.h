// The numbers of the tagger, laid out as the encoder reads them. train/model.py is the definition of the network:
//
//     word    vector + vector of a frequent word + letters (convolution, maximum) + bits  -> 128, ReLU
//     piece   word + bits of its place -> LSTM, 128 a side -> hidden, 256
//     name    mean over the document's pieces of the same name of tanh(hidden -> 64)
//     heads   entities: ReLU(hidden + name -> 64) -> emissions -> CRF
//             attribution: ReLU(hidden -> 64) -> emissions -> a CRF for each of SOURCE, CUE, CONTENT
//             functions: ReLU(hidden -> 64) -> emissions, each piece by itself
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kernels/panels.h"
#include "model/crf.h"
#include "pressmark/error.h"

namespace pressmark {

namespace sizes {

inline constexpr std::size_t kSubspaces = 20;  // a vector is 20 codes, each of them 5 numbers of its own table
inline constexpr std::size_t kCentroids = 256;
inline constexpr std::size_t kCentroid = 5;
inline constexpr std::size_t kVector = kSubspaces * kCentroid;
inline constexpr std::size_t kFrequentWords = 4096;
inline constexpr std::size_t kFrequent = 16;
inline constexpr std::size_t kLetters = 64;
inline constexpr std::size_t kWordInput = kVector + kFrequent + kLetters;  // the bits aside
inline constexpr std::size_t kWord = 128;
inline constexpr std::size_t kUnits = 128;
inline constexpr std::size_t kGates = 4 * kUnits;  // input, forget, cell, output
inline constexpr std::size_t kHidden = 2 * kUnits;
inline constexpr std::size_t kName = 64;
inline constexpr std::size_t kHead = 64;
inline constexpr std::size_t kEntityTags = 19;
inline constexpr std::size_t kAttributionTags = 3;
inline constexpr std::size_t kAttributions = 3;  // SOURCE, CUE, CONTENT
inline constexpr std::size_t kFunctions = 14;

}  // namespace sizes

// Rows that a bit or nothing adds stand as rows; what is multiplied stands in panels.
struct Weights {
  // A vector's numbers of line i: for each subspace s the centroid codes[i][s] of `centroids`, [20][256][5].
  std::string_view codes;
  Floats centroids;
  Floats unknown;   // the vector of a word that is not in the vocabulary
  Floats frequent;  // [4096][16]
  Floats before;    // [98][64], likewise `at` and `after`
  Floats at;
  Floats after;
  Floats word_bias;
  Floats word_bits;  // [64][128]
  Panels word;       // vector, frequent, letters -> 128

  // The gates of both directions side by side: forward's 512, then backward's.
  Floats gates_bias;
  Floats gates_place;                // [24][1024]
  Panels gates_word;                 // 128 -> 1024
  std::array<Panels, 2> gates_back;  // 128 -> 512, forward and backward

  Floats entity_bias;
  Panels entity;  // hidden -> 64
  Panels entity_name;
  Floats name_bias;
  Panels name;
  Floats attribution_bias;
  Panels attribution;
  Floats entity_emit_bias;
  Panels entity_emit;
  Floats attribution_emit_bias;
  Panels attribution_emit;  // the three tasks side by side
  Floats function_bias;
  Panels function;
  Floats function_emit_bias;
  Panels function_emit;

  Chain entity_chain;
  std::array<Chain, sizes::kAttributions> attribution_chains;

  // `section` is as tensors.h tells, `vectors` holds 20 bytes for each of `words` words; the latter must outlive the
  // weights.
  static Result<Weights> read(std::string_view section, std::string_view vectors, std::size_t words);
};

}  // namespace pressmark

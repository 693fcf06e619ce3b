// What each distinct word adds to the gates of both directions, computed once and kept while there is room.
#pragma once

#include <cstdint>
#include <vector>

#include "kernels/kernels.h"
#include "model/weights.h"
#include "passes/features.h"

namespace pressmark {

class WordGates {
 public:
  // All of them must outlive the object.
  WordGates(const std::vector<WordFeatures>& words, const Weights& weights, const Kernels& kernels);

  // Makes sure that the words of some pieces, kMostWords at most, get rows. False where there is no room for all of
  // them beside those that have rows; then clear() makes room.
  bool add(const PieceFeatures* pieces, std::size_t count);
  void clear();
  // Computes the rows of what was added.
  void compute();

  // 1024 numbers, bias and all.
  const float* row(std::uint32_t word) const { return &gates_[std::size_t{row_of_[word]} * 2 * sizes::kGates]; }

  static constexpr std::size_t kMostWords = 256;

 private:
  // What the word encoder reads: vector, frequent word, letters.
  void describe(const WordFeatures& word, float* input) const;
  void compute_block(std::size_t first, std::size_t count);

  const std::vector<WordFeatures>& words_;
  const Weights& weights_;
  const Kernels& kernels_;
  std::vector<std::uint32_t> row_of_;   // a word's, kNone while it has none
  std::vector<std::uint32_t> word_of_;  // a row's
  std::size_t computed_ = 0;            // rows
  std::size_t room_ = 0;                // for so many rows
  Floats gates_;
  Floats input_;
  Floats encoded_;
};

}  // namespace pressmark

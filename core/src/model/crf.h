// A linear-chain conditional random field: a score for each tag of each piece, and a score for what follows what, make
// one best row of tags, and for each of these a probability.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/kernels.h"
#include "kernels/panels.h"

namespace pressmark {

// What begins a row of tags, and what follows what. A score of -1000 or less forbids.
class Chain {
 public:
  static constexpr std::size_t kMostTags = 20;

  Chain() = default;
  // `start` has a number for each tag, kMostTags at most; `transitions` is [before][after].
  Chain(const Floats& start, const Floats& transitions);

  std::size_t tags() const { return tags_; }

 private:
  friend class ChainDecoder;

  // Rows of 4 or 20 numbers, whatever the number of tags, so that compilers see loops of a known length.
  std::size_t stride_ = 0;
  std::size_t tags_ = 0;
  Floats start_;
  Floats transitions_;
  // The same as factors, also [after][before].
  Floats start_factors_;
  Floats factors_;
  Floats factors_back_;
};

struct Decision {
  std::uint8_t tag = 0;
  float probability = 0;  // that the piece has this tag, over all rows of tags
};

class ChainDecoder {
 public:
  explicit ChainDecoder(const Kernels& kernels) : kernels_(kernels) {}

  // The best row of tags: decision i for the chain.tags() emissions at emissions + i * stride. Where two are as good,
  // the tag of the lower number. `shares`, where given, gets the probability of each of the chain.tags() tags.
  void decode(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count, Decision* decisions,
              float* shares = nullptr);

 private:
  template <std::size_t kStride>
  void run(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count, Decision* decisions,
           float* shares);
  template <std::size_t kStride>
  void find_scores(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count);
  template <std::size_t kStride>
  void find_weights(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count);

  const Kernels& kernels_;
  Floats scores_;   // of the best row of tags up to a piece that ends in each tag, less the best of these
  Floats weights_;  // e to the emissions
  Floats forward_;  // how probable each tag is by what precedes it, and itself
};

}  // namespace pressmark

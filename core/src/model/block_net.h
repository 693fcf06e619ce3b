// How probable each kind is for each block of a page, and that it is the headline.
//
// A weight for each bit (passes/block_bits.h) of the block, of the one before and of the one behind gives a score for
// each state of a linear chain over the page. What is no part of the article has three states, before, within and
// behind it: so the chain knows that an article that has ended does not go on. Which block is the headline is asked of
// the whole page: other weights give each a score, and of these, with 0 for "none", the softmax counts, times what the
// chain says.
//
// The weights are whole numbers, and the chain does the same everywhere. train/blocks.py is the definition.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/crf.h"
#include "model/tensors.h"
#include "passes/block_bits.h"
#include "pressmark/error.h"

namespace pressmark {

inline constexpr std::size_t kBlockKinds = 13;  // of BlockKind

// By BlockKind; their sum is 1.
using KindShares = std::array<float, kBlockKinds>;

// One for each block, in order.
struct BlockShares {
  std::vector<KindShares> kinds;
  std::vector<float> headline;  // their sum is 1 at most
};

class BlockNet {
 public:
  static constexpr std::uint32_t kWindow = 3;
  static constexpr std::uint32_t kStates = kBlockKinds + 2;
  static constexpr std::uint32_t kOuts = kStates + 1;

  static Result<BlockNet> read(const Tensors& tensors);

  BlockShares judge(const std::vector<BlockFacts>& blocks) const;

 private:
  using Sums = std::array<std::int32_t, kOuts>;
  void add_rows(std::uint32_t place, const BlockBits& bits, Sums& sums) const;

  std::vector<std::int8_t> rows_;  // [window][bits][outs]
  std::array<float, kOuts> bias_{};
  float unit_ = 0;  // what a sum of whole numbers has to be multiplied with
  Chain chain_;
};

}  // namespace pressmark

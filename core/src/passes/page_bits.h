// The bits of a block (block_bits.h) that its place in the page and the other blocks tell.
#pragma once

#include <vector>

#include "passes/block_bits.h"

namespace pressmark {

// Sets them in the facts of all blocks, of which block_bits.cc has read what each tells of itself.
void read_page(const TokenView& view, const std::vector<Block>& blocks, const Request& request,
               const Lexicons& lexicons, std::vector<BlockFacts>& facts);

}  // namespace pressmark

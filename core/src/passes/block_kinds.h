// What each block is: headline, byline, body, or the page around the article.
#pragma once

#include <vector>

#include "model/block_net.h"
#include "passes/block_bits.h"
#include "pressmark/article.h"

namespace pressmark {

// Sets kind, level, score and duplicate_of of the blocks from how probable each kind is (model/block_net.h). A page has
// one headline; a caption or pull quote that says again what another block says is marked as its duplicate. In a
// `clean` text no block is chrome. The user's word comes last and wins.
void find_block_kinds(const Request& request, const BlockNet& net, const std::vector<BlockFacts>& facts,
                      std::vector<Block>& blocks);

}  // namespace pressmark

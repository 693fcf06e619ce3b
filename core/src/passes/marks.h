// text, tokens, blocks -> regions between quotation marks
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// Pairs “ ”, " ", ‘ ’, ' ', « », „ “ in the kept blocks, nested ones too. Apostrophes, primes and measures (6'2") are
// no marks. A region left open at the end of its block runs to that end; where the next block opens with the same mark
// it is `continued`. So it is where the next block only closes it: there a region without opening mark begins the
// block.
std::vector<MarkedRegion> pair_marks(std::string_view text, const std::vector<Token>& tokens,
                                     const std::vector<Block>& blocks);

}  // namespace pressmark

// What each block is: headline, byline, body, or the page around the article.
#pragma once

#include <vector>

#include "lexicons.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// Sets kind, level, score and duplicate_of of the blocks. Prose (blocks of whole sentences) marks out the article; what
// stands before, between and after it is judged by its words, its neighbours and what HTML told. The user's word comes
// last and wins.
void find_block_kinds(const TokenView& view, const Request& request, const Lexicons& lexicons,
                      std::vector<Block>& blocks);

}  // namespace pressmark

// text, tokens, and what the request tells -> blocks
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/block_net.h"
#include "model/gazetteer.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// Cuts the text; the blocks have no kind yet.
std::vector<Block> cut_blocks(const TokenView& view, const Request& request);

// Cuts the text at blank lines and, where lines are short, at line ends, and says what each block is. The request's
// own blocks override the verdict and, where `clean` is set, no block is chrome.
std::vector<Block> find_blocks(std::string_view text, const std::vector<Token>& tokens, const Request& request,
                               const BlockNet& net, const Gazetteer& gazetteer, const Lexicons& lexicons);

}  // namespace pressmark

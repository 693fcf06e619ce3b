// What headline, caption or pull quote say again of the body's quotations counts once.
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// Sets duplicate_of of those quotations outside the body whose words, three or more, stand in a row in one of the body.
void mark_repeated_quotations(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                              std::vector<Quotation>& quotations);

}  // namespace pressmark

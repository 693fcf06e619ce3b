// tokens, blocks -> the language of the article
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// Counts the function words of the languages in core/lexicons/languages.tsv, in the body; where there is none, in all
// blocks. Empty where they are too few.
Language find_language(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                       const Lexicons& lexicons);

}  // namespace pressmark

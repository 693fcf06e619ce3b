// tokens -> the language they are in
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// Counts the function words of the languages in core/lexicons/function_words.tsv. Empty where the text is too short.
Language find_language(std::string_view text, const std::vector<Token>& tokens, const Lexicons& lexicons);

}  // namespace pressmark

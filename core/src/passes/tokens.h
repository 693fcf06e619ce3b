// text -> tokens
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// Splits UTF-8 text into tokens (article.h says what they promise). Abbreviations keep their full stop ("U.S.", "Mr.",
// "a.m."), numbers their separators ("1,200.50"), words their hyphens and inner apostrophes ("check-in", "O’Neill");
// "'s", "n't" and each punctuation mark stand alone, but "..." is one token. No token crosses a line end.
std::vector<Token> tokenize(std::string_view text, const Lexicons& lexicons);

}  // namespace pressmark

// tokens -> sums of money
#pragma once

#include <vector>

#include "passes/name_clues.h"

namespace pressmark {

// "$1.2 billion", "£50,000", "EUR 3 million", "50p", "10 million rupees", "US$5bn", "tens of millions of dollars".
std::vector<TokenRange> find_sums(const std::vector<Token>& tokens, const std::vector<Clue>& clues,
                                  const Lexicons& lexicons);

}  // namespace pressmark

// tokens, sentences -> sums of money
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// "$1.2 billion", "£50,000", "EUR 3 million", "50p", "10 million rupees", "US$5bn", "tens of millions of dollars". A
// sum lies in one sentence.
std::vector<TokenRange> find_sums(std::string_view text, const std::vector<Token>& tokens,
                                  const std::vector<Sentence>& sentences, const Lexicons& lexicons);

}  // namespace pressmark

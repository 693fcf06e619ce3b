// sums, times -> figures: money, percentages and counts with their values
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// For the fact-checker, in the order of the text; they do not overlap:
//   money              "$1.2bn", "EUR 3 million", "50p": value in the currency, unit its ISO 4217 code, or its word
//   where several
//                      countries have it
//   percentage         "12.5%", "12 per cent": unit "%"
//   percentage_points  "2 percentage points": unit "pp"
//   count              "1,200 people", "two dozen school buildings": unit what is counted, as written, in lower case
// Vague ones ("hundreds of millions", "$3-4 million") have no value and are left out, and so are years, days, ages and
// what else is a time.
std::vector<Figure> find_figures(std::string_view text, const std::vector<Token>& tokens,
                                 const std::vector<Sentence>& sentences, const std::vector<TokenRange>& sums,
                                 const std::vector<TimeExpression>& times, const Lexicons& lexicons);

}  // namespace pressmark

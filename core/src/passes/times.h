// tokens, sentences, names -> time expressions with their TIMEX3 values
//
// Types and values are those of TimeML 1.2.1 (Pustejovsky and others, 2005) as HeidelTime and SUTime write them; which
// words make an expression stands in core/lexicons/time_words.tsv, time_patterns.tsv and holidays.tsv.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// In the order of the text; they do not overlap. What lies within a person's or a body's name is none ("June Carter",
// "the Sunday Times"). Without a reference date the values of what hangs on it stay open (XXXX-WXX-2).
std::vector<TimeExpression> find_times(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<Sentence>& sentences, const std::vector<Name>& names,
                                       const std::optional<Date>& reference, const Lexicons& lexicons);

}  // namespace pressmark

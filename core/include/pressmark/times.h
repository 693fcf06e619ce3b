// When things happen, told anew. "Tuesday", "next week" and "a year ago" hang on the day of publication; who learns
// that day after the analysis, or knows better, need not analyse again:
//
//     pressmark::resolve_times(*article, pressmark::date_from("2025-03-12"));
//     article->times[0].value                                                 // "Tuesday": "2025-03-11"
#pragma once

#include <optional>

#include "pressmark/article.h"

namespace pressmark {

// Gives the times that hang on the reference date their values anew, and those that hang on these. The date is then the
// article's reference date, as "given"; without one it is the day that the article itself was found to be published on,
// and where that is unknown too the values stay open (XXXX-WXX-2). Nothing else changes.
void resolve_times(Article& article, std::optional<Date> reference_date);

}  // namespace pressmark

// Full dates of the calendar in the line of a page: "Nov. 18, 2019", "18 November 2019", "18.11.2019", "2019-11-18".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

struct FoundDate {
  Date date;
  Span span;
  std::optional<Date> day_first;  // "3/4/2019" may be the 3rd of April as well: `date` takes it for the 4th of March
};

// In the order of the text. Reads letters and digits rather than tokens, as pages run them together ("NOV 19 20197:05
// AM"). Two digits of a year count only behind slashes, dots or hyphens. Linear in the span.
std::vector<FoundDate> find_calendar_dates(std::string_view text, Span span, const Lexicons& lexicons);

}  // namespace pressmark

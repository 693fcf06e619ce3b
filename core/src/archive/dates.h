// Days of the calendar as archives write them: "January 5, 2019 Saturday", "5 janvier 2019", "05 Jan 2019",
// "2019-01-05".
#pragma once

#include <optional>
#include <string_view>

#include "archive/labels.h"
#include "pressmark/article.h"

namespace pressmark::archive {

// The first day that the line names in full.
std::optional<Date> read_date(std::string_view line, const Words& words);

// The same, where the line names little else: weekday, hour, edition.
std::optional<Date> read_date_line(std::string_view line, const Words& words);

}  // namespace pressmark::archive

// Days with a name (holidays.tsv), in any year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pressmark/article.h"

namespace pressmark {

// The rule of a row as an anchor keeps it: "12-25", "11 thursday 4 +1", "easter -2".
std::string holiday_rule(std::size_t row);

// The day of a rule in that year; nothing where it is none.
std::optional<Date> holiday_in(std::string_view rule, int year);

// Is it the same day every year?
bool is_fixed_holiday(std::string_view rule);

}  // namespace pressmark

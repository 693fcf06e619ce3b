// TIMEX3 values: dates of every grain written and read, and what an anchor comes to by a reference date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// From coarse days on in the order of their length.
enum class TimeGrain { none, time, day, weekend, week, month, season, quarter, half, year, decade, century };

std::string_view to_string(TimeGrain grain);

// The days of a value of that grain, both inside.
struct TimePeriod {
  TimeGrain grain = TimeGrain::none;
  Date first;
  Date last;
};

// "2025-W11" for a day of that week.
std::string format_time(TimeGrain grain, Date day);

// "2025", "2025-03", "2025-03-11TMO", "2025-W11", "2025-W11-WE", "2025-Q1", "2025-H1", "2025-SU", "199", "19"; nothing
// for one that tells no days.
std::optional<TimePeriod> read_time(std::string_view value);

Date add_days(Date day, std::int32_t days);
// Months on; on the month's last day where it has no such day.
Date add_months(Date day, std::int32_t months);
std::int32_t weekday_of(Date day);  // 1 Monday to 7

// The value of a time that hangs on something. `value` is what is known of it (XXXX-08-07, XXXX-WXX-2TMO): its tail
// stays. `told` is the value of the time that it hangs on, empty for the reference date.
std::string value_of(const TimeAnchor& anchor, std::string_view value, const std::optional<Date>& reference,
                     std::string_view told);

// Sets value, grain and range of a row by this reference date; the rows before it have theirs.
void set_time_value(std::vector<TimeExpression>& times, std::size_t row, const std::optional<Date>& reference);

}  // namespace pressmark

#include "passes/holidays.h"

#include <algorithm>

#include "lexicons.h"
#include "passes/time_names.h"
#include "passes/time_values.h"

namespace pressmark {

namespace {

// The next word of a rule, cut off it.
std::string_view next_word(std::string_view& rule) {
  const std::size_t end = std::min(rule.find(' '), rule.size());
  const std::string_view word = rule.substr(0, end);
  rule.remove_prefix(std::min(end + 1, rule.size()));
  return word;
}

std::int32_t number_of(std::string_view word) {
  std::int32_t value = 0;
  for (const char c : word) {
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  }
  return word.starts_with('-') ? -value : value;
}

Date date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

// Meeus, Jones and Butcher: the Gregorian calendar's.
Date easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return date(year, f / 31, f % 31 + 1);
}

}  // namespace

std::string holiday_rule(std::size_t row) {
  const auto rows = read_table("holidays");
  return row < rows.size() && rows[row].size() > 1 ? std::string(rows[row][1]) : std::string();
}

bool is_fixed_holiday(std::string_view rule) { return rule.size() == 5 && rule[2] == '-'; }

std::optional<Date> holiday_in(std::string_view rule, int year) {
  if (is_fixed_holiday(rule)) return date(year, number_of(rule.substr(0, 2)), number_of(rule.substr(3)));
  if (rule.find(' ') == std::string_view::npos) return std::nullopt;
  const std::string_view first = next_word(rule);
  if (first == "easter") return add_days(easter(year), number_of(next_word(rule)));
  const int month = number_of(first);
  const std::string_view name = next_word(rule);
  const auto weekday =
      static_cast<std::int32_t>(std::find(kWeekdays.begin(), kWeekdays.end(), name) - kWeekdays.begin());
  const std::int32_t nth = number_of(next_word(rule));
  Date day;
  if (nth > 0) {
    const Date begin = date(year, month, 1);
    day = add_days(begin, (weekday - weekday_of(begin) + 7) % 7 + 7 * (nth - 1));
  } else {
    const Date end = add_days(add_months(date(year, month, 1), 1), -1);
    day = add_days(end, -((weekday_of(end) - weekday + 7) % 7));
  }
  return add_days(day, number_of(next_word(rule)));
}

}  // namespace pressmark

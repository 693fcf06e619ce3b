#include "passes/calendar_dates.h"

#include <charconv>
#include <chrono>

namespace pressmark {

namespace {

// The number that the digits write; -1 for anything else.
int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

// "12", "12th"
int number(const TokenView& view, std::uint32_t i) {
  std::string_view word = view.word(i);
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  }
  return number(word);
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  using Days = std::chrono::year_month_day;
  if (!Days(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day)))
           .ok()) {
    return std::nullopt;
  }
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace

std::optional<FoundDate> find_calendar_date(const TokenView& view, TokenRange range, const Lexicons& lexicons) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (const auto date = date_from(view.word(i).substr(0, 10))) return FoundDate{*date, {i, i + 1}};
    std::string word = view.lower_word(i);
    if (word.ends_with('.')) word.pop_back();
    const int month = number(lexicons.months.find(word));
    if (month < 0) continue;
    const bool comma = i + 2 < range.last && view.is(i + 2, ",");
    const std::uint32_t year_at = comma ? i + 3 : i + 2;
    if (year_at < range.last) {
      if (const auto date = make_date(number(view, year_at), month, number(view, i + 1))) {
        return FoundDate{*date, {i, year_at + 1}};
      }
    }
    if (i > range.first && i + 1 < range.last) {
      if (const auto date = make_date(number(view, i + 1), month, number(view, i - 1))) {
        return FoundDate{*date, {i - 1, i + 2}};
      }
    }
  }
  return std::nullopt;
}

}  // namespace pressmark

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
  const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

}  // namespace

bool is_valid(Date date) {
  using namespace std::chrono;
  return year_month_day(year(date.year), month(date.month), day(date.day)).ok();
}

std::string to_iso(Date date) {
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return make_date(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

std::optional<FoundDate> find_calendar_date(const TokenView& view, TokenRange range, const Lexicons& lexicons) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (const auto date = parse_iso_date(view.word(i).substr(0, 10))) return FoundDate{*date, {i, i + 1}};
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

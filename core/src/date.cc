#include <chrono>
#include <cstddef>
#include <string>

#include "pressmark/article.h"

namespace pressmark {

namespace {

constexpr std::size_t kDay = std::string_view("YYYY-MM-DD").size();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Date> date_from(std::string_view iso) {
  if (iso.size() != kDay) return std::nullopt;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < kDay; ++i) {
    const bool border = i == 4 || i == 7;
    if (border ? iso[i] != '-' : !is_digit(iso[i])) return std::nullopt;
    if (border) {
      ++part;
    } else {
      parts[part] = parts[part] * 10 + (iso[i] - '0');
    }
  }
  const Date date{static_cast<std::int16_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
                  static_cast<std::uint8_t>(parts[2])};
  using namespace std::chrono;
  if (date.year < 1 || !year_month_day(year(date.year), month(date.month), day(date.day)).ok()) return std::nullopt;
  return date;
}

std::string to_string(Date date) {
  std::string iso(kDay, '-');
  const auto put = [&iso](std::size_t at, std::size_t digits, int value) {
    for (std::size_t i = digits; i-- > 0; value /= 10) iso[at + i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, date.year);
  put(5, 2, date.month);
  put(8, 2, date.day);
  return iso;
}

}  // namespace pressmark

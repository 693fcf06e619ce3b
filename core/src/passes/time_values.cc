#include "passes/time_values.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "passes/holidays.h"
#include "passes/time_names.h"

namespace pressmark {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> kGrains = {"",       "time",    "day",  "weekend", "week",   "month",
                                                      "season", "quarter", "half", "year",    "decade", "century"};
constexpr std::array<int, 4> kSeasonStarts = {3, 6, 9, 12};

sys_days to_days(Date d) { return year_month_day(year(d.year), month(d.month), day(d.day)); }

Date to_date(sys_days days) {
  const year_month_day ymd(days);
  return {static_cast<std::int16_t>(int(ymd.year())), static_cast<std::uint8_t>(unsigned(ymd.month())),
          static_cast<std::uint8_t>(unsigned(ymd.day()))};
}

Date date(int y, int m, int d) {
  return {static_cast<std::int16_t>(y), static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(d)};
}

Date month_end(int y, int m) {
  return to_date(sys_days(year_month_day_last(year(y), month_day_last(month(unsigned(m))))));
}

std::string padded(int value, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t i = digits; i-- > 0; value /= 10) text[i] = static_cast<char>('0' + value % 10);
  return text;
}

// ISO 8601: the week's Thursday tells the year.
struct Week {
  int year;
  int number;
};
Week week_of(Date day) {
  const sys_days thursday = to_days(day) + days(4 - weekday_of(day));
  const int y = int(year_month_day(thursday).year());
  const auto first = sys_days(year(y) / January / 1);
  return {y, int((thursday - first).count() / 7 + 1)};
}
Date monday_of(Week week) {
  const Date fourth = date(week.year, 1, 4);
  return add_days(fourth, 1 - weekday_of(fourth) + 7 * (week.number - 1));
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return digits.empty() ? -1 : value;
}

TimeGrain grain_of_unit(std::string_view unit) {
  if (unit == "fortnight") return TimeGrain::week;
  if (unit == "second" || unit == "minute" || unit == "hour") return TimeGrain::time;
  const auto found = std::find(kGrains.begin(), kGrains.end(), unit);
  return found == kGrains.end() ? TimeGrain::none : static_cast<TimeGrain>(found - kGrains.begin());
}

Date shifted(Date day, std::string_view unit, std::int32_t by) {
  if (unit == "day") return add_days(day, by);
  if (unit == "week" || unit == "weekend") return add_days(day, 7 * by);
  if (unit == "fortnight") return add_days(day, 14 * by);
  if (unit == "month") return add_months(day, by);
  if (unit == "season" || unit == "quarter") return add_months(day, 3 * by);
  if (unit == "half") return add_months(day, 6 * by);
  if (unit == "year") return add_months(day, 12 * by);
  if (unit == "decade") return add_months(day, 120 * by);
  if (unit == "century") return add_months(day, 1200 * by);
  return day;
}

std::string unknown(TimeGrain grain) {
  switch (grain) {
    case TimeGrain::day:
      return "XXXX-XX-XX";
    case TimeGrain::weekend:
      return "XXXX-WXX-WE";
    case TimeGrain::week:
      return "XXXX-WXX";
    case TimeGrain::month:
    case TimeGrain::season:
      return "XXXX-XX";
    case TimeGrain::quarter:
      return "XXXX-QX";
    case TimeGrain::half:
      return "XXXX-HX";
    case TimeGrain::decade:
      return "XXX";
    case TimeGrain::century:
      return "XX";
    default:
      return "XXXX";
  }
}

bool comes_before(Date a, Date b) { return to_days(a) < to_days(b); }

// "T19:00", "TMO"; empty without.
std::string tail_of(std::string_view value) {
  const std::size_t sign = value.find('T');
  return sign == std::string_view::npos ? std::string() : std::string(value.substr(sign));
}

// ISO 8601 writes four digits.
bool is_writable(Date day) { return day.year >= 1 && day.year <= 9999; }

std::string weekday_value(const TimeAnchor& anchor, Date reference) {
  const auto wanted =
      static_cast<std::int32_t>(std::find(kWeekdays.begin(), kWeekdays.end(), anchor.weekday) - kWeekdays.begin());
  const std::int32_t today = weekday_of(reference);
  std::int32_t days = wanted - today;
  if (anchor.unit == "week") {
    days += 7 * anchor.offset;
  } else if (anchor.direction == "future") {
    if (days < 0 || (days == 0 && anchor.offset > 0)) days += 7;
  } else if (days > 0 || (days == 0 && anchor.offset < 0)) {
    days -= 7;
  }
  const Date day = add_days(reference, days);
  return is_writable(day) ? to_string(day) : std::string("XXXX-WXX-").append(std::to_string(wanted));
}

// A month, season, quarter, half or holiday of an unknown year.
std::string open_month(const TimeAnchor& anchor, std::string_view value) {
  if (anchor.unit == "week") return "XXXX-WXX";
  if (const auto holiday = holiday_in(anchor.month, 2000)) {
    return is_fixed_holiday(anchor.month) ? "XXXX" + to_string(*holiday).substr(4) : "XXXX-XX-XX";
  }
  const bool day = value.size() >= 10 && value[7] == '-' && anchor.month.size() == 2;
  return "XXXX-" + anchor.month + (day ? std::string(value.substr(7, 3)) : "");
}

// What it is in that year.
std::optional<TimePeriod> period_in(const TimeAnchor& anchor, std::string_view value, int y) {
  if (y < 1 || y > 9999) return std::nullopt;
  if (const auto holiday = holiday_in(anchor.month, y)) return TimePeriod{TimeGrain::day, *holiday, *holiday};
  std::string text = padded(y, 4) + "-" + anchor.month;
  // "XXXX-08-07": the day that stands behind the month.
  const std::string_view rest = value.size() > 7 ? value.substr(7) : std::string_view();
  if (anchor.month.size() == 2 && rest.size() >= 3 && rest[0] == '-') text += rest.substr(0, 3);
  return read_time(text);
}

std::string month_value(const TimeAnchor& anchor, std::string_view value, Date reference) {
  const auto text = [&](const TimePeriod& period) {
    return format_time(anchor.unit == "week" ? TimeGrain::week : period.grain, period.first);
  };
  if (anchor.unit == "year") {
    const auto period = period_in(anchor, value, reference.year + anchor.offset);
    return period ? text(*period) : open_month(anchor, value);
  }
  // Candidates around the reference date: the last that has begun (or, for "last", is over), the first that is not over
  // (or, for "next", has not begun).
  std::optional<TimePeriod> behind;
  std::optional<TimePeriod> ahead;
  std::optional<TimePeriod> same;
  for (int y = reference.year - 8; y <= reference.year + 8; ++y) {
    const auto period = period_in(anchor, value, y);
    if (!period) continue;
    const bool begun = !comes_before(reference, period->first);
    const bool over = comes_before(period->last, reference);
    if (anchor.offset < 0 ? over : begun) behind = period;
    if (!ahead && (anchor.offset > 0 ? !begun : !over)) ahead = period;
    if (y == reference.year) same = period;
  }
  std::optional<TimePeriod> best = anchor.direction == "future" ? ahead : anchor.direction == "past" ? behind : same;
  // Nobody writes "on Aug. 7" of a day that is far, when another one is near, whatever the tense seems to be.
  constexpr int kFar = 300;
  constexpr int kNear = 120;
  if (anchor.offset == 0 && behind && ahead && !anchor.direction.empty()) {
    const auto since = (to_days(reference) - to_days(behind->last)).count();
    const auto till = (to_days(ahead->first) - to_days(reference)).count();
    if (anchor.direction == "past" && since > kFar && till < 365 - kFar) best = ahead;
    if (anchor.direction == "future" && till > kFar && since < 365 - kFar) best = behind;
    // Firms expect, after it is over, what a quarter will have brought.
    const bool quarter = behind->grain == TimeGrain::quarter || behind->grain == TimeGrain::half;
    if (quarter && since < kNear) best = behind;
  }
  return best ? text(*best) : open_month(anchor, value);
}

std::string written(TimeGrain grain, Date day) { return is_writable(day) ? format_time(grain, day) : unknown(grain); }

// "a year earlier" is as exact as what it is counted from; "the following year" is a year.
std::string told_value(const TimeAnchor& anchor, std::string_view told) {
  const TimeGrain unit = grain_of_unit(anchor.unit);
  const auto base = read_time(told);
  if (!base) return unknown(unit);
  const bool counted = !anchor.direction.empty() && base->grain <= unit;
  return written(counted ? base->grain : unit, shifted(base->first, anchor.unit, anchor.offset));
}

}  // namespace

std::string_view to_string(TimeGrain grain) { return kGrains[static_cast<std::size_t>(grain)]; }

Date add_days(Date day, std::int32_t count) { return to_date(to_days(day) + days(count)); }

Date add_months(Date day, std::int32_t months) {
  const int all = day.year * 12 + (day.month - 1) + months;
  const int y = all >= 0 ? all / 12 : (all - 11) / 12;
  const int m = all - y * 12 + 1;
  return date(y, m, std::min<int>(day.day, month_end(y, m).day));
}

std::int32_t weekday_of(Date day) { return static_cast<std::int32_t>(weekday(to_days(day)).iso_encoding()); }

std::string format_time(TimeGrain grain, Date day) {
  std::string y = padded(day.year, 4);
  const Week week = week_of(day);
  switch (grain) {
    case TimeGrain::weekend:
      return padded(week.year, 4) + "-W" + padded(week.number, 2) + "-WE";
    case TimeGrain::week:
      return padded(week.year, 4) + "-W" + padded(week.number, 2);
    case TimeGrain::month:
      return y + "-" + padded(day.month, 2);
    case TimeGrain::season:
      return y + "-" + std::string(kTimeSeasons[static_cast<std::size_t>((day.month + 9) % 12 / 3)]);
    case TimeGrain::quarter:
      return y + "-Q" + padded((day.month + 2) / 3, 1);
    case TimeGrain::half:
      return y + "-H" + padded((day.month + 5) / 6, 1);
    case TimeGrain::year:
      return y;
    case TimeGrain::decade:
      return y.substr(0, 3);
    case TimeGrain::century:
      return y.substr(0, 2);
    default:
      return to_string(day);
  }
}

std::optional<TimePeriod> read_time(std::string_view value) {
  value = value.substr(0, value.find('T'));
  const auto whole = [](TimeGrain grain, Date first, Date last) { return TimePeriod{grain, first, last}; };
  const std::size_t y_size = std::min<std::size_t>(value.size(), 4);
  const int y = number_of(value.substr(0, y_size));
  if (y < 0) return std::nullopt;
  if (value.size() == 2 && y > 0) return whole(TimeGrain::century, date(y * 100, 1, 1), date(y * 100 + 99, 12, 31));
  if (value.size() == 3 && y > 0) return whole(TimeGrain::decade, date(y * 10, 1, 1), date(y * 10 + 9, 12, 31));
  if (y < 1 || value.size() < 4) return std::nullopt;
  if (value.size() == 4) return whole(TimeGrain::year, date(y, 1, 1), date(y, 12, 31));
  if (value[4] != '-' || value.size() < 7) return std::nullopt;
  const std::string_view rest = value.substr(5);
  if (const auto day = date_from(value)) return whole(TimeGrain::day, *day, *day);
  const auto months = [&](TimeGrain grain, int first, int count) {
    const Date begin = date(y, first, 1);
    const Date last = add_months(begin, count - 1);
    return whole(grain, begin, month_end(last.year, last.month));
  };
  const auto season = std::find(kTimeSeasons.begin(), kTimeSeasons.end(), rest);
  if (season != kTimeSeasons.end()) {
    return months(TimeGrain::season, kSeasonStarts[static_cast<std::size_t>(season - kTimeSeasons.begin())], 3);
  }
  if (rest[0] == 'W') {
    const int number = number_of(rest.substr(1, 2));
    if (number < 1 || number > 53) return std::nullopt;
    const Date monday = monday_of({y, number});
    if (rest.size() == 3) return whole(TimeGrain::week, monday, add_days(monday, 6));
    if (rest.substr(3) == "-WE") return whole(TimeGrain::weekend, add_days(monday, 5), add_days(monday, 6));
    return std::nullopt;
  }
  if (rest.size() != 2) return std::nullopt;
  const int number = number_of(rest.substr(1));
  if (rest[0] == 'Q' && number >= 1 && number <= 4) return months(TimeGrain::quarter, number * 3 - 2, 3);
  if (rest[0] == 'H' && number >= 1 && number <= 2) return months(TimeGrain::half, number * 6 - 5, 6);
  const int m = number_of(rest);
  if (m < 1 || m > 12) return std::nullopt;
  return months(TimeGrain::month, m, 1);
}

std::string value_of(const TimeAnchor& anchor, std::string_view value, const std::optional<Date>& reference,
                     std::string_view told) {
  const std::string tail = tail_of(value);
  if (anchor.to != kNone) return told_value(anchor, told) + tail;
  if (!anchor.weekday.empty()) {
    if (reference) return weekday_value(anchor, *reference) + tail;
    const auto row = std::find(kWeekdays.begin(), kWeekdays.end(), anchor.weekday) - kWeekdays.begin();
    return "XXXX-WXX-" + std::to_string(row) + tail;
  }
  if (!anchor.month.empty()) {
    if (reference) return month_value(anchor, value, *reference) + tail;
    return open_month(anchor, value) + tail;
  }
  const TimeGrain grain = grain_of_unit(anchor.unit);
  if (anchor.unit == "weekend" && !anchor.direction.empty() && reference) {
    const bool now = anchor.direction == "future" || weekday_of(*reference) >= 6;
    return written(grain, add_days(*reference, now ? 0 : -7)) + tail;
  }
  if (!reference) return unknown(grain == TimeGrain::time ? TimeGrain::day : grain) + tail;
  if (grain == TimeGrain::time) return to_string(*reference) + tail;
  return written(grain, shifted(*reference, anchor.unit, anchor.offset)) + tail;
}

void set_time_value(std::vector<TimeExpression>& times, std::size_t row, const std::optional<Date>& reference) {
  TimeExpression& time = times[row];
  if (time.anchor) {
    const std::string told = time.anchor->to == kNone ? std::string() : times[time.anchor->to].value;
    const std::size_t slash = time.value.find('/');
    // The end of a range is of the year of its beginning.
    const std::string end = slash == std::string::npos ? std::string() : time.value.substr(slash + 5);
    time.value = value_of(*time.anchor, time.value.substr(0, slash), reference, told);
    if (!end.empty()) time.value.append("/").append(time.value, 0, 4).append(end);
  }
  time.grain.clear();
  time.begin.clear();
  time.end.clear();
  if (time.type == TimeType::duration || time.type == TimeType::set) return;
  const std::size_t slash = time.value.find('/');
  const auto first = read_time(std::string_view(time.value).substr(0, slash));
  const auto last = slash == std::string::npos ? first : read_time(std::string_view(time.value).substr(slash + 1));
  if (!first || !last) return;
  const bool clock = time.type == TimeType::time;
  time.grain = to_string(clock ? TimeGrain::time : first->grain);
  const bool one_day = first->grain == TimeGrain::day && slash == std::string::npos;
  if (clock || one_day || !is_writable(last->last)) return;
  time.begin = to_string(first->first);
  time.end = to_string(last->last);
}

}  // namespace pressmark

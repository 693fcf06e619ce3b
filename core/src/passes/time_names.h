// The names of what time_words.tsv and time_patterns.tsv set fields to, and of what the analysis shows.
#pragma once

#include <array>
#include <string_view>

namespace pressmark {

enum class TimeUnit {
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  fortnight,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
};
inline constexpr std::array<std::string_view, 14> kTimeUnits = {"second",  "minute",    "hour",   "day",    "week",
                                                                "weekend", "fortnight", "month",  "season", "quarter",
                                                                "half",    "year",      "decade", "century"};

// What sort of expression: `calendar` where nothing else is said.
enum class TimeKind { calendar, shift, told, duration, set, ref, quarter, half, week, weekend, hour, century, range };
inline constexpr std::array<std::string_view, 13> kTimeKinds = {"calendar", "shift",   "told", "duration", "set",
                                                                "ref",      "quarter", "half", "week",     "weekend",
                                                                "hour",     "century", "range"};

inline constexpr std::array<std::string_view, 4> kTimeSeasons = {"SP", "SU", "FA", "WI"};
inline constexpr std::array<std::string_view, 7> kDayParts = {"MO", "MI", "AF", "EV", "NI", "DA", "DU"};
inline constexpr std::array<std::string_view, 9> kTimeMods = {
    "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "AFTER"};
inline constexpr std::array<std::string_view, 3> kTimeRefs = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
inline constexpr std::array<std::string_view, 8> kWeekdays = {"",         "monday", "tuesday",  "wednesday",
                                                              "thursday", "friday", "saturday", "sunday"};

}  // namespace pressmark

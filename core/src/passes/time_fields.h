// What words of time mean, field by field: "last" is {offset -1}, "Friday" {weekday 5}, "last Friday" both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pressmark {

enum class TimeField : std::uint8_t {
  year,
  month,
  day,
  weekday,  // 1 Monday to 7
  hour,     // 0 to 24; 12 more where "p.m." says so
  minute,
  season,   // by time_names.h, as unit, part, mod, ref and kind
  ordinal,  // of a quarter or half
  decade,   // 199
  holiday,  // a row of holidays.tsv
  unit,
  number,    // of units; kManyTimes where nobody tells how many
  fraction,  // and a half
  offset,    // -1 last, 0 this, 1 next
  part,
  mod,
  ref,
  kind,
  year_end,  // of a range
  month_end,
  day_end,
  count,
};

inline constexpr std::int32_t kNoTime = -1000000;
inline constexpr std::int32_t kManyTimes = -2;

class TimeMeaning {
 public:
  TimeMeaning() { values_.fill(kNoTime); }

  bool has(TimeField field) const { return get(field) != kNoTime; }
  std::int32_t get(TimeField field) const { return values_[static_cast<std::size_t>(field)]; }
  std::int32_t get(TimeField field, std::int32_t otherwise) const { return has(field) ? get(field) : otherwise; }
  void set(TimeField field, std::int32_t value) { values_[static_cast<std::size_t>(field)] = value; }

  // What a further word adds. A second year, month or day is a range's end; "p.m." adds to its hour.
  void add(const TimeMeaning& more) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const std::int32_t value = more.values_[i];
      if (value == kNoTime) continue;
      const auto field = static_cast<TimeField>(i);
      if (field == TimeField::hour && has(field)) {
        const std::int32_t twelve = get(field) % 12;  // "12 a.m." is 0
        set(field, twelve + value);
      } else if (field == TimeField::year && has(field)) {
        set(TimeField::year_end, value);
      } else if (field == TimeField::month && has(field)) {
        set(TimeField::month_end, value);
      } else if (field == TimeField::day && has(field)) {
        set(TimeField::day_end, value);
      } else {
        set(field, value);
      }
    }
  }

  // What a pattern adds, which counts before what the words mean.
  void put(const TimeMeaning& more) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (more.values_[i] != kNoTime) values_[i] = more.values_[i];
    }
  }

 private:
  std::array<std::int32_t, static_cast<std::size_t>(TimeField::count)> values_{};
};

}  // namespace pressmark

#include "passes/times.h"

#include <algorithm>
#include <string>
#include <utility>

#include "passes/holidays.h"
#include "passes/time_grammar.h"
#include "passes/time_items.h"
#include "passes/time_names.h"
#include "passes/time_values.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

using Field = TimeField;

std::string padded(std::int32_t value, std::size_t digits) {
  const std::string text = std::to_string(value);
  std::string all(text.size() < digits ? digits - text.size() : 0, '0');
  all += text;
  return all;
}

template <std::size_t size>
std::string named(const std::array<std::string_view, size>& names, std::int32_t row) {
  return row >= 0 && static_cast<std::size_t>(row) < size ? std::string(names[static_cast<std::size_t>(row)])
                                                          : std::string();
}

// "P3D", "PT2H30M", "PXY"
std::string duration_value(const TimeMeaning& m) {
  struct Letter {
    std::string_view letter;
    std::int32_t times;
    std::string_view half;
    bool of_day;
  };
  static constexpr std::array<Letter, 14> kLetters = {{{"S", 1, "", true},
                                                       {"M", 1, "30S", true},
                                                       {"H", 1, "30M", true},
                                                       {"D", 1, "T12H", false},
                                                       {"W", 1, "", false},
                                                       {"D", 2, "", false},
                                                       {"W", 2, "", false},
                                                       {"M", 1, "15D", false},
                                                       {"M", 3, "", false},
                                                       {"M", 3, "", false},
                                                       {"M", 6, "", false},
                                                       {"Y", 1, "6M", false},
                                                       {"Y", 10, "5Y", false},
                                                       {"Y", 100, "50Y", false}}};
  const auto unit = static_cast<std::size_t>(m.get(Field::unit, 0));
  if (unit >= kLetters.size()) return {};
  const Letter& letter = kLetters[unit];
  const std::int32_t number = m.get(Field::number, 1);
  std::string value(letter.of_day ? "PT" : "P");
  const auto add = [&](std::int32_t count) { value.append(std::to_string(count)).append(letter.letter); };
  if (number == kManyTimes) return value.append("X").append(letter.letter);
  const bool half = m.get(Field::fraction, 0) != 0 && !letter.half.empty();
  if (half && letter.times > 1) {
    add(number * letter.times + letter.times / 2);
    return value;
  }
  if (number > 0 || !half) add(number * letter.times);
  return half ? value.append(letter.half) : value;
}

class Builder {
 public:
  Builder(std::string_view text, const std::vector<Token>& tokens, const std::vector<Name>& names,
          const Lexicons& lexicons)
      : view_(text, tokens),
        names_(names),
        lexicons_(lexicons),
        classes_(lexicons.times.classes()),
        day_first_(writes_day_first(view_)) {}

  // A sentence without end is read in pieces.
  void read(const Sentence& sentence) {
    constexpr std::uint32_t kMost = 2000;
    sentence_start_ = times_.size();
    for (std::uint32_t at = sentence.tokens.first; at < sentence.tokens.last; at += kMost) {
      const TokenRange piece{at, std::min(at + kMost, sentence.tokens.last)};
      items_ = find_time_items(view_, piece, lexicons_.times, lexicons_, day_first_);
      for (const TimeMatch& match : lexicons_.times.find(items_.edges, items_.tokens)) add(match);
    }
  }

  std::vector<TimeExpression> take() { return std::move(times_); }

 private:
  void add(const TimeMatch& match) {
    TimeExpression time;
    time.span = {items_.spans[match.first].start, items_.spans[match.last - 1].end};
    if (in_name(time.span)) return;
    const TimeMeaning& m = match.meaning;
    time.mod = named(kTimeMods, m.get(Field::mod));
    if (!fill(match, m, time)) return;
    times_.push_back(std::move(time));
    // What hangs on what is the same whatever the reference date will be: by this one only the grain counts.
    set_time_value(times_, times_.size() - 1, Date{2001, 6, 15});
  }

  bool fill(const TimeMatch& match, const TimeMeaning& m, TimeExpression& time) {
    switch (static_cast<TimeKind>(m.get(Field::kind, 0))) {
      case TimeKind::calendar:
        return fill_calendar(match, m, time);
      case TimeKind::shift:
        return fill_shift(m, time);
      case TimeKind::told:
        return fill_told(m, time);
      case TimeKind::duration:
        time.type = TimeType::duration;
        time.value = duration_value(m);
        return !time.value.empty();
      case TimeKind::set:
        return fill_set(m, time);
      case TimeKind::ref:
        time.value = named(kTimeRefs, m.get(Field::ref));
        return !time.value.empty();
      case TimeKind::quarter:
        return fill_part_of_year(match, m, std::string("Q") + std::to_string(m.get(Field::ordinal, 1)), time);
      case TimeKind::half:
        return fill_part_of_year(match, m, std::string("H") + std::to_string(m.get(Field::ordinal, 1)), time);
      case TimeKind::week:
        return fill_week(match, m, time);
      case TimeKind::weekend:
        time.anchor = TimeAnchor{kNone, "weekend", 0, "", "", direction(match)};
        return true;
      case TimeKind::hour:
        return fill_hour(m, time);
      case TimeKind::century:
        time.value = padded(m.get(Field::number, 1) - 1, 2);
        return time.value.size() == 2;
      case TimeKind::range:
        return fill_range(match, m, time);
    }
    return false;
  }

  // "T19:00", "TEV"
  static std::string tail_of(const TimeMeaning& m) {
    if (m.has(Field::hour))
      return std::string("T") + padded(m.get(Field::hour), 2) + ":" + padded(m.get(Field::minute, 0), 2);
    return m.has(Field::part) ? std::string("T") + named(kDayParts, m.get(Field::part)) : std::string();
  }

  static void set_tail(const TimeMeaning& m, TimeExpression& time) {
    const std::string tail = tail_of(m);
    if (tail.empty()) return;
    time.type = TimeType::time;
    time.value += tail;
  }

  bool fill_calendar(const TimeMatch& match, const TimeMeaning& m, TimeExpression& time) {
    if (m.has(Field::decade)) {
      time.value = padded(m.get(Field::decade), 3);
      return true;
    }
    if (m.has(Field::holiday)) return fill_holiday(match, m, time);
    if (m.has(Field::season)) return fill_part_of_year(match, m, named(kTimeSeasons, m.get(Field::season)), time);
    if (m.has(Field::month)) return fill_month(match, m, time);
    if (m.has(Field::year)) {
      time.value = padded(m.get(Field::year), 4);
      return true;
    }
    if (m.has(Field::weekday)) {
      time.anchor = TimeAnchor{kNone, "", m.get(Field::offset, 0), named(kWeekdays, m.get(Field::weekday)), "", ""};
      if (m.has(Field::unit)) time.anchor->unit = "week";
      time.anchor->direction = m.has(Field::unit) ? "" : direction_of(match, m);
      if (m.has(Field::offset) && m.get(Field::offset) == 0 && !m.has(Field::unit)) {
        time.anchor->unit = "week";
        time.anchor->direction.clear();
      }
      set_tail(m, time);
      return true;
    }
    if (m.has(Field::unit)) return fill_shift(m, time);
    return false;
  }

  bool fill_month(const TimeMatch& match, const TimeMeaning& m, TimeExpression& time) {
    const std::string month = padded(m.get(Field::month), 2);
    const std::string day = m.has(Field::day) ? std::string("-") + padded(m.get(Field::day), 2) : "";
    if (m.has(Field::year)) {
      time.value = padded(m.get(Field::year), 4) + "-" + month + day;
      if (!read_time(time.value)) return false;
    } else {
      if (!read_time("2000-" + month + day)) return false;
      time.value = std::string("XXXX-") + month + day;
      time.anchor = year_anchor(match, m, month);
    }
    set_tail(m, time);
    return true;
  }

  // "the week of March 10"
  bool fill_week(const TimeMatch& match, const TimeMeaning& m, TimeExpression& time) {
    if (!fill_calendar(match, m, time)) return false;
    if (const auto day = read_time(time.value)) time.value = format_time(TimeGrain::week, day->first);
    if (!time.anchor) return true;
    if (m.has(Field::day))
      time.anchor->month = padded(m.get(Field::month), 2).append("-").append(padded(m.get(Field::day), 2));
    time.anchor->unit = "week";
    return true;
  }

  TimeAnchor year_anchor(const TimeMatch& match, const TimeMeaning& m, std::string month) const {
    TimeAnchor anchor{kNone, "", m.get(Field::offset, 0), "", std::move(month), ""};
    const bool of_year = m.has(Field::unit) && m.has(Field::offset);
    if (of_year) anchor.unit = "year";
    if (!of_year) anchor.direction = direction_of(match, m);
    return anchor;
  }

  bool fill_part_of_year(const TimeMatch& match, const TimeMeaning& m, const std::string& part, TimeExpression& time) {
    if (m.has(Field::year)) {
      time.value = padded(m.get(Field::year), 4) + "-" + part;
      return true;
    }
    time.value = std::string("XXXX-") + part;
    TimeMeaning of_year = m;
    if (m.get(Field::unit) == static_cast<std::int32_t>(TimeUnit::quarter)) of_year.set(Field::unit, kNoTime);
    if (m.get(Field::kind, 0) != 0 && m.has(Field::offset))
      of_year.set(Field::unit, static_cast<std::int32_t>(TimeUnit::year));
    time.anchor = year_anchor(match, of_year, part);
    return true;
  }

  bool fill_holiday(const TimeMatch& match, const TimeMeaning& m, TimeExpression& time) {
    const std::string rule = holiday_rule(static_cast<std::size_t>(m.get(Field::holiday)));
    if (m.has(Field::year)) {
      const auto day = holiday_in(rule, m.get(Field::year));
      if (!day) return false;
      time.value = to_string(*day);
    } else {
      time.anchor = year_anchor(match, m, rule);
    }
    set_tail(m, time);
    return true;
  }

  bool fill_shift(const TimeMeaning& m, TimeExpression& time) {
    // "rose from $3 million a year ago": where a quarter is told, that quarter of last year.
    const bool year_ago = m.get(Field::unit) == static_cast<std::int32_t>(TimeUnit::year) && m.get(Field::number) == 1;
    if (year_ago && m.get(Field::offset, 0) < 0 && !told_quarter().empty()) return fill_told(m, time);
    const std::int32_t number = m.get(Field::number, 1);
    std::int32_t offset = m.get(Field::offset, 0);
    if (number == kManyTimes) {
      time.value = named(kTimeRefs, offset < 0 ? 1 : 2);
      return true;
    }
    auto unit = static_cast<TimeUnit>(m.get(Field::unit, 0));
    // "two decades ago" is a year.
    if (unit == TimeUnit::decade && m.has(Field::number)) {
      unit = TimeUnit::year;
      offset *= 10;
    }
    time.anchor = TimeAnchor{kNone, named(kTimeUnits, static_cast<std::int32_t>(unit)), offset * number, "", "", ""};
    set_tail(m, time);
    return true;
  }

  bool fill_told(const TimeMeaning& m, TimeExpression& time) {
    if (m.has(Field::year)) {
      // "the 1988 period": the quarter that was told, in that year.
      time.value = padded(m.get(Field::year), 4);
      const std::string quarter = told_quarter();
      if (quarter.size() > 4) time.value += quarter.substr(4);
      return true;
    }
    const std::int32_t number = m.get(Field::number, 1);
    const std::string unit = named(kTimeUnits, m.get(Field::unit));
    TimeAnchor anchor{kNone, unit, m.get(Field::offset, 0) * number, "", "", ""};
    if (m.has(Field::number)) anchor.direction = anchor.offset < 0 ? "past" : "future";
    anchor.to = last_told(unit, m.has(Field::number));
    if (anchor.to == kNone && unit == "quarter" && anchor.offset == 0) anchor.offset = -1;
    time.anchor = std::move(anchor);
    set_tail(m, time);
    return true;
  }

  // The quarter of the last few times, empty if none tells one.
  std::string told_quarter() const {
    constexpr std::size_t kNear = 4;
    for (std::size_t i = times_.size(); i-- > times_.size() - std::min(times_.size(), kNear);) {
      const auto period = read_time(times_[i].value);
      const bool counted = times_[i].anchor && times_[i].anchor->to != kNone;
      if (period && period->grain == TimeGrain::quarter && !counted) return times_[i].value;
    }
    return {};
  }

  // The last date told that is exact enough: a quarter before all else where money is counted by quarters.
  Index last_told(std::string_view unit, bool counted) const {
    constexpr std::size_t kNear = 8;
    const std::size_t from = times_.size() - std::min(times_.size(), kNear);
    Index best = kNone;
    for (std::size_t i = times_.size(); i-- > from;) {
      const auto period = read_time(times_[i].value);
      if (!period || times_[i].type == TimeType::duration || times_[i].type == TimeType::set) continue;
      // Of "up from a year earlier" nothing further is counted.
      if (times_[i].anchor && times_[i].anchor->to != kNone && times_[i].anchor->unit == "year") continue;
      if (unit == "quarter" && period->grain != TimeGrain::quarter) continue;
      if (counted && period->grain == TimeGrain::quarter) return static_cast<Index>(i);
      if (best == kNone) best = static_cast<Index>(i);
    }
    return best;
  }

  // A clock time alone is of the day that its sentence told, else of today.
  bool fill_hour(const TimeMeaning& m, TimeExpression& time) {
    TimeAnchor anchor{kNone, "day", 0, "", "", ""};
    constexpr std::size_t kNear = 8;
    const std::size_t from = std::max(sentence_start_, times_.size() - std::min(times_.size(), kNear));
    for (std::size_t i = times_.size(); i-- > from;) {
      const auto period = read_time(times_[i].value);
      if (!period || period->grain != TimeGrain::day) continue;
      anchor.to = static_cast<Index>(i);
      break;
    }
    time.anchor = std::move(anchor);
    set_tail(m, time);
    return true;
  }

  bool fill_set(const TimeMeaning& m, TimeExpression& time) {
    time.type = TimeType::set;
    if (m.has(Field::weekday)) {
      time.value = std::string("XXXX-WXX-") + std::to_string(m.get(Field::weekday));
    } else if (m.has(Field::month)) {
      time.value = std::string("XXXX-") + padded(m.get(Field::month), 2);
    } else if (m.has(Field::season)) {
      time.value = std::string("XXXX-") + named(kTimeSeasons, m.get(Field::season));
    } else if (m.has(Field::part)) {
      time.value = std::string("XXXX-XX-XXT") + named(kDayParts, m.get(Field::part));
    } else {
      time.value = duration_value(m);
    }
    return !time.value.empty();
  }

  bool fill_range(const TimeMatch& match, const TimeMeaning& m, TimeExpression& time) {
    if (!m.has(Field::month)) {
      const std::int32_t year = m.get(Field::year);
      std::int32_t end = m.get(Field::year_end, m.get(Field::number, 0));
      if (end < 100) end += year / 100 * 100;
      if (end <= year) return false;
      time.value = padded(year, 4) + "/" + padded(end, 4);
      return true;
    }
    const std::string month = padded(m.get(Field::month), 2);
    const std::string year = m.has(Field::year) ? padded(m.get(Field::year), 4) : "XXXX";
    const std::int32_t first = m.get(Field::day);
    const std::int32_t last = m.get(Field::day_end, 0);
    if (last <= first || !read_time("2000-" + month + "-" + padded(last, 2))) return false;
    const std::string stem = year + "-" + month + "-";
    time.value = stem + padded(first, 2) + "/" + stem + padded(last, 2);
    if (!m.has(Field::year)) time.anchor = year_anchor(match, m, month);
    return true;
  }

  // "last" and "next" say it; else the sentence's tense.
  std::string direction_of(const TimeMatch& match, const TimeMeaning& m) const {
    if (!m.has(Field::offset)) return direction(match);
    const std::int32_t offset = m.get(Field::offset);
    return offset < 0 ? "past" : offset > 0 ? "future" : "nearest";
  }

  // "since" and "until" tell, else the nearest verb before it, else the one behind it; without any, what has been.
  std::string direction(const TimeMatch& match) const {
    if (match.first > 0) {
      if (items_.is(match.first - 1, classes_.since)) return "past";
      if (items_.is(match.first - 1, classes_.until)) return "future";
    }
    constexpr std::uint32_t kNear = 40;
    for (std::uint32_t i = match.first; i-- > match.first - std::min(match.first, kNear);) {
      const int tense = tense_of(i);
      if (tense != 0) return tense > 0 ? "future" : "past";
    }
    const auto end = static_cast<std::uint32_t>(items_.spans.size());
    for (std::uint32_t i = match.last; i < std::min(end, match.last + kNear); ++i) {
      const int tense = tense_of(i);
      if (tense != 0) return tense > 0 ? "future" : "past";
    }
    return "past";
  }

  int tense_of(std::uint32_t item) const {
    if (items_.is(item, classes_.ahead) || (items_.is(item, classes_.ahead_to) && items_.is(item + 1, classes_.to)))
      return 1;
    const std::string_view word = view_.word(items_.tokens[item]);
    const bool behind = items_.is(item, classes_.behind) ||
                        (word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word[0] >= 'a');
    // "will be held": what comes before "be" tells.
    const bool passive = item > 0 && view_.is(items_.tokens[item - 1], "be");
    return behind && !passive ? -1 : 0;
  }

  // Within a person's or a body's name, or in the midst of another one's.
  bool in_name(Span span) {
    while (name_ < names_.size() && names_[name_].span.end <= span.start) ++name_;
    for (std::size_t n = name_; n < names_.size(); ++n) {
      const Span name = names_[n].span;
      if (name.start >= span.end) return false;
      if (!name.contains(span)) continue;
      const EntityType type = names_[n].type;
      const bool proper = type == EntityType::person || type == EntityType::org || type == EntityType::product;
      return proper || name.length() > span.length();
    }
    return false;
  }

  TokenView view_;
  const std::vector<Name>& names_;
  const Lexicons& lexicons_;
  const TimeClasses& classes_;
  bool day_first_;
  TimeItems items_;
  std::size_t sentence_start_ = 0;
  std::size_t name_ = 0;
  std::vector<TimeExpression> times_;
};

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, const std::vector<Token>& tokens,
                                       const std::vector<Sentence>& sentences, const std::vector<Name>& names,
                                       const std::optional<Date>& reference, const Lexicons& lexicons) {
  Builder builder(text, tokens, names, lexicons);
  for (const Sentence& sentence : sentences) builder.read(sentence);
  std::vector<TimeExpression> times = builder.take();
  for (std::size_t row = 0; row < times.size(); ++row) set_time_value(times, row, reference);
  return times;
}

}  // namespace pressmark

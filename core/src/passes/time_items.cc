#include "passes/time_items.h"

#include <algorithm>
#include <optional>
#include <string>

namespace pressmark {

namespace {

constexpr std::int32_t kFirstYear = 1500;
constexpr std::int32_t kLastYear = 2100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

std::size_t digits_at(std::string_view word, std::size_t at) {
  std::size_t end = at;
  while (end < word.size() && is_digit(word[end])) ++end;
  return end - at;
}

std::int32_t number_at(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = std::min(value * 10 + (c - '0'), 9999999);
  return value;
}

class Reader {
 public:
  Reader(const TokenView& view, const TimeGrammar& grammar, const Lexicons& lexicons, bool day_first)
      : view_(view), grammar_(grammar), classes_(grammar.classes()), lexicons_(lexicons), day_first_(day_first) {}

  TimeItems run(TokenRange range) {
    for (std::uint32_t i = range.first; i < range.last; ++i) read_token(i);
    for (std::uint32_t i = 0; i < items_.spans.size(); ++i) read_numbers(i);
    for (std::uint32_t i = 0; i < items_.spans.size(); ++i) read_slashes(i);
    return std::move(items_);
  }

 private:
  void add_item(Span span, std::uint32_t token) {
    items_.spans.push_back(span);
    items_.tokens.push_back(token);
    items_.edges.emplace_back();
  }

  void add(std::uint32_t item, TimeSymbol symbol, std::uint32_t end, const TimeMeaning& meaning) {
    items_.edges[item].push_back({symbol, end, meaning});
  }
  void add(std::uint32_t item, TimeSymbol symbol, TimeField field, std::int32_t value) {
    TimeMeaning meaning;
    meaning.set(field, value);
    add(item, symbol, item + 1, meaning);
  }

  void read_token(std::uint32_t token) {
    const Span span = view_[token].span;
    const std::string key = view_.key(token);
    const std::string_view word = view_.word(token);
    const auto item = static_cast<std::uint32_t>(items_.spans.size());
    add_item(span, token);
    if (read_word(item, key, word)) return;
    if (word.find('-') == std::string_view::npos || word.size() > 40) return;
    // By its parts, if each of them is known.
    items_.spans.pop_back();
    items_.tokens.pop_back();
    items_.edges.pop_back();
    bool known = true;
    for (std::size_t start = 0; start <= word.size();) {
      const std::size_t end = std::min(word.find('-', start), word.size());
      const auto part = static_cast<std::uint32_t>(items_.spans.size());
      const auto at = [span](std::size_t offset) { return span.start + static_cast<std::uint32_t>(offset); };
      add_item({at(start), at(end)}, token);
      known = known && end > start && read_word(part, key.substr(start, end - start), word.substr(start, end - start));
      if (end < word.size()) {
        add_item({at(end), at(end + 1)}, token);
        add(part + 1, classes_.hyphen, part + 2, {});
      }
      start = end + 1;
    }
    if (known) return;
    items_.spans.resize(item);
    items_.tokens.resize(item);
    items_.edges.resize(item);
    add_item(span, token);
  }

  // Is anything known of it?
  bool read_word(std::uint32_t item, std::string_view key, std::string_view word) {
    if (!word.empty() && is_digit(word[0])) return read_digits(item, key);
    if (key == "–") {
      add(item, classes_.hyphen, item + 1, {});
      return true;
    }
    const std::size_t before = items_.edges[item].size();
    std::string_view bare = key;
    if (bare.size() > 2 && bare.ends_with('.')) bare.remove_suffix(1);
    read_senses(item, word);
    if (bare != word) read_senses(item, bare);
    const std::string_view month = lexicons_.months.find(bare);
    if (!month.empty() && is_capital(word)) {
      const bool doubtful = word == "May" || word == "March" || word == "Mar";
      add(item, doubtful ? classes_.may : classes_.month, TimeField::month, number_at(month));
    }
    return items_.edges[item].size() > before;
  }

  // As classes of the table and as itself.
  void read_senses(std::uint32_t item, std::string_view word) {
    for (const TimeSense& sense : grammar_.senses(word)) {
      items_.edges[item].push_back({sense.symbol, item + 1, sense.meaning});
    }
    add_itself(item, word);
  }
  void add_itself(std::uint32_t item, std::string_view word) {
    const TimeSymbol known = grammar_.symbol(word);
    if (known != TimeGrammar::kNone) add(item, known, item + 1, {});
  }

  bool read_digits(std::uint32_t item, std::string_view word) {
    const std::size_t digits = digits_at(word, 0);
    const std::string_view rest = word.substr(digits);
    const std::int32_t value = number_at(word.substr(0, digits));
    if (rest.empty()) {
      add_itself(item, word);
      add(item, classes_.num, TimeField::number, value);
      if (digits <= 2 && value >= 1 && value <= 31) add(item, classes_.day, TimeField::day, value);
      if (digits == 4 && value >= kFirstYear && value <= kLastYear) add(item, classes_.year, TimeField::year, value);
      return true;
    }
    if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
      if (value >= 1 && value <= 31) add(item, classes_.dayth, TimeField::day, value);
      add(item, classes_.nth, TimeField::number, value);
      return true;
    }
    if (rest == "s" && value % 10 == 0 && (digits == 4 || digits == 2)) {
      const std::int32_t year = digits == 4 ? value : 1900 + value;
      if (year >= kFirstYear && year <= kLastYear) {
        add(item, digits == 4 ? classes_.decade : classes_.short_decade, TimeField::decade, year / 10);
      }
      return true;
    }
    return read_clock(item, word, digits, value) || read_dotted(item, word) || read_long(item, word);
  }

  // "10:30", "10.30pm", "7pm"
  bool read_clock(std::uint32_t item, std::string_view word, std::size_t digits, std::int32_t hour) {
    if (digits > 2 || hour > 24) return false;
    std::string_view rest = word.substr(digits);
    std::int32_t minute = 0;
    const bool minutes = (rest[0] == ':' || rest[0] == '.') && digits_at(rest, 1) == 2;
    const bool colon = rest[0] == ':';
    if (minutes) {
      minute = number_at(rest.substr(1, 2));
      rest.remove_prefix(3);
    }
    if (minute > 59) return false;
    TimeMeaning meaning;
    meaning.set(TimeField::minute, minute);
    const bool afternoon = rest == "pm" || rest == "p.m" || rest == "p.m.";
    if (afternoon || rest == "am" || rest == "a.m" || rest == "a.m.") {
      meaning.set(TimeField::hour, hour % 12 + (afternoon ? 12 : 0));
      add(item, classes_.clock_ap, item + 1, meaning);
      return true;
    }
    if (!minutes || !colon || !rest.empty()) return false;
    meaning.set(TimeField::hour, hour);
    add(item, classes_.clock, item + 1, meaning);
    return true;
  }

  // "2025-03-12", "12.03.2025"
  bool read_dotted(std::uint32_t item, std::string_view word) {
    const char sign = word.find('-') != std::string_view::npos ? '-' : '.';
    std::int32_t parts[3] = {0, 0, 0};
    std::size_t lengths[3] = {0, 0, 0};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      lengths[i] = digits_at(word, at);
      parts[i] = number_at(word.substr(at, lengths[i]));
      at += lengths[i];
      if (i < 2 && (at >= word.size() || word[at++] != sign)) return false;
    }
    if (at != word.size()) return false;
    if (lengths[0] == 4 && lengths[1] == 2 && lengths[2] == 2)
      return add_date(item, item + 1, parts[0], parts[1], parts[2]);
    if (sign == '.' && lengths[2] == 4) return add_date(item, item + 1, parts[2], parts[1], parts[0]);
    return false;
  }

  bool add_date(std::uint32_t item, std::uint32_t end, std::int32_t year, std::int32_t month, std::int32_t day) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return false;
    TimeMeaning meaning;
    meaning.set(TimeField::year, year);
    meaning.set(TimeField::month, month);
    meaning.set(TimeField::day, day);
    add(item, classes_.full_date, end, meaning);
    return true;
  }

  // "1,500", "2.5"
  bool read_long(std::uint32_t item, std::string_view word) {
    std::string digits;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (word[i] == '.' && i + 2 == word.size() && is_digit(word[i + 1])) {
        TimeMeaning meaning;
        meaning.set(TimeField::number, number_at(digits));
        if (word[i + 1] != '5') return false;
        meaning.set(TimeField::fraction, 1);
        add(item, classes_.num, item + 1, meaning);
        return true;
      }
      const bool comma = word[i] == ',' && digits_at(word, i + 1) == 3;
      if (!is_digit(word[i]) && !comma) return false;
      if (!comma) digits += word[i];
    }
    add(item, classes_.num, TimeField::number, number_at(digits));
    return true;
  }

  std::int32_t value_of(std::uint32_t item, TimeSymbol symbol) const {
    if (item >= items_.edges.size()) return 0;
    for (const TimeEdge& edge : items_.edges[item]) {
      if (edge.symbol == symbol && edge.end == item + 1) return edge.meaning.get(TimeField::number, 0);
    }
    return 0;
  }
  bool is(std::uint32_t item, TimeSymbol symbol) const { return items_.is(item, symbol); }

  bool reads(std::uint32_t item, std::string_view words) const {
    if (item >= items_.spans.size()) return false;
    const Span span = items_.spans[item];
    return view_.text().substr(span.start, span.length()) == words;
  }

  // "forty-two", "nineteen": what it is and where it ends; nothing where it is none.
  struct Number {
    std::int32_t value = 0;
    std::uint32_t end = 0;
  };
  Number below_hundred(std::uint32_t item) const {
    const std::int32_t tens = value_of(item, classes_.tens);
    if (tens == 0) {
      const std::int32_t ones = value_of(item, classes_.ones);
      return {ones, ones > 0 ? item + 1 : item};
    }
    const std::uint32_t next = is(item + 1, classes_.hyphen) ? item + 2 : item + 1;
    const std::int32_t ones = value_of(next, classes_.ones);
    if (ones > 0 && ones < 10) return {tens + ones, next + 1};
    return {tens, item + 1};
  }

  // In words: "two hundred and ten", "nineteen ninety-four"; and the halves behind any number.
  void read_numbers(std::uint32_t item) {
    Number number = below_hundred(item);
    if (number.end > item) {
      const Number second = below_hundred(number.end);
      const bool year = number.value >= 17 && number.value <= 20 && second.end > number.end && second.value >= 10;
      if (year) {
        TimeMeaning meaning;
        meaning.set(TimeField::year, number.value * 100 + second.value);
        add(item, classes_.year, second.end, meaning);
      }
    } else if (is(item, classes_.a) && value_of(item + 1, classes_.times) > 0) {
      number = {1, item + 1};
    }
    for (int steps = 0; steps < 3 && number.end > item; ++steps) {
      const std::int32_t times = value_of(number.end, classes_.times);
      if (times == 0) break;
      number = {std::min(number.value * times, 9999999), number.end + 1};
      const std::uint32_t next = is(number.end, classes_.and_word) ? number.end + 1 : number.end;
      const Number rest = below_hundred(next);
      if (rest.end > next) number = {number.value + rest.value, rest.end};
    }
    if (number.end > item) {
      TimeMeaning meaning;
      meaning.set(TimeField::number, number.value);
      add(item, classes_.num, number.end, meaning);
    }
    read_half(item);
  }

  // "two and a half", "2 1/2"
  void read_half(std::uint32_t item) {
    const TimeSymbol num = classes_.num;
    for (std::size_t e = 0; e < items_.edges[item].size(); ++e) {
      const TimeEdge edge = items_.edges[item][e];
      if (edge.symbol != num || edge.meaning.has(TimeField::fraction)) continue;
      std::uint32_t end = 0;
      const std::uint32_t next = is(edge.end, classes_.hyphen) ? 1 : 0;
      if (is(edge.end + next, classes_.and_word) && is(edge.end + 2 * next + 1, classes_.a) &&
          is(edge.end + 3 * next + 2, classes_.half)) {
        end = edge.end + 3 * next + 3;
      } else if (reads(edge.end, "1") && reads(edge.end + 1, "/") && reads(edge.end + 2, "2")) {
        end = edge.end + 3;
      }
      if (end == 0) continue;
      TimeMeaning meaning = edge.meaning;
      meaning.set(TimeField::fraction, 1);
      items_.edges[item].push_back({num, end, meaning});
    }
  }

  // "3/12/2025"
  void read_slashes(std::uint32_t item) {
    if (item + 4 >= items_.spans.size() || !reads(item + 1, "/") || !reads(item + 3, "/")) return;
    const TimeSymbol num = classes_.num;
    std::int32_t first = value_of(item, num);
    std::int32_t second = value_of(item + 2, num);
    std::int32_t year = value_of(item + 4, num);
    if (year < 100) year += year < 50 ? 2000 : 1900;
    if (first > 12 || day_first_) std::swap(first, second);
    add_date(item, item + 5, year, first, second);
  }

  const TokenView& view_;
  const TimeGrammar& grammar_;
  const TimeClasses& classes_;
  const Lexicons& lexicons_;
  bool day_first_;
  TimeItems items_;
};

}  // namespace

TimeItems find_time_items(const TokenView& view, TokenRange range, const TimeGrammar& grammar, const Lexicons& lexicons,
                          bool day_first) {
  return Reader(view, grammar, lexicons, day_first).run(range);
}

bool writes_day_first(const TokenView& view) {
  for (std::uint32_t i = 0; i + 4 < view.size(); ++i) {
    if (!view.is_number(i) || !view.is(i + 1, "/") || !view.is(i + 3, "/")) continue;
    const std::string_view day = view.word(i);
    if (day.size() == 2 && day > "12" && day <= "31") return true;
  }
  return false;
}

}  // namespace pressmark

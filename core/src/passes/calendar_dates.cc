#include "passes/calendar_dates.h"

#include <chrono>
#include <string>

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

// A run of digits or of letters, or any other character that is no white space.
struct Atom {
  Span span;
  int number = -1;  // of one to eight digits
  int month = 0;    // 1 to 12, where the letters name one
  char32_t sign = 0;
  bool gap = false;  // white space before it
};

int digits(std::string_view text) {
  if (text.empty() || text.size() > 8) return -1;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

int month_of(const std::string& word, const Lexicons& lexicons) {
  std::string_view number = lexicons.months.find(word);
  if (number.empty()) number = lexicons.foreign_months.find(word);
  return number.empty() ? 0 : digits(number);
}

std::vector<Atom> cut(std::string_view text, Span span, const Lexicons& lexicons) {
  std::vector<Atom> atoms;
  bool gap = true;
  for (std::uint32_t at = span.start; at < span.end;) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value)) {
      gap = true;
      at += c.length;
      continue;
    }
    Atom atom;
    atom.gap = gap;
    gap = false;
    std::uint32_t end = at + c.length;
    const auto take = [&](bool (*belongs)(char32_t)) {
      while (end < span.end && belongs(decode(text, end).value)) end += decode(text, end).length;
    };
    if (is_digit(c.value)) {
      take(is_digit);
      atom.number = digits(text.substr(at, end - at));
    } else if (is_letter(c.value)) {
      take(is_letter);
      constexpr std::uint32_t kLongestMonth = 16;
      if (end - at <= kLongestMonth) atom.month = month_of(lower(text.substr(at, end - at)), lexicons);
    } else {
      atom.sign = c.value;
    }
    atom.span = {at, end};
    atoms.push_back(atom);
    at = end;
  }
  return atoms;
}

std::optional<Date> make_date(int year, int month, int day) {
  constexpr int kEarliest = 1700;
  constexpr int kLatest = 2199;
  if (year < kEarliest || year > kLatest || month < 1 || day < 1) return std::nullopt;
  using Days = std::chrono::year_month_day;
  if (!Days(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day)))
           .ok()) {
    return std::nullopt;
  }
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Atom>& atoms) : text_(text), atoms_(atoms) {}

  std::vector<FoundDate> run() {
    std::vector<FoundDate> found;
    for (std::size_t i = 0; i < atoms_.size();) {
      at_ = i;
      auto date = read();
      if (date) {
        date->span.start = atoms_[i].span.start;
        found.push_back(*date);
        i = at_;
      } else {
        ++i;
      }
    }
    return found;
  }

 private:
  bool is_sign(std::size_t i, char32_t sign) const { return i < atoms_.size() && atoms_[i].sign == sign; }
  int number(std::size_t i) const { return i < atoms_.size() ? atoms_[i].number : -1; }
  std::size_t length(std::size_t i) const { return i < atoms_.size() ? atoms_[i].span.length() : 0; }
  std::string_view letters(std::size_t i) const {
    if (i >= atoms_.size()) return {};
    return text_.substr(atoms_[i].span.start, atoms_[i].span.length());
  }

  // A date that begins with the current atom; behind it `at_` is past it.
  std::optional<FoundDate> read() {
    const Atom& first = atoms_[at_];
    if (first.month > 0) return month_first();
    if (first.number < 0 || (at_ > 0 && !first.gap && atoms_[at_ - 1].number >= 0)) return std::nullopt;
    if (auto date = numeric()) return date;
    return first.number >= 1 && first.number <= 31 ? day_first() : std::nullopt;
  }

  // "Nov. 18, 2019", "November 18th 2019", "NOV 19 20197:05 AM"
  std::optional<FoundDate> month_first() {
    std::size_t i = at_ + 1;
    if (is_sign(i, '.')) ++i;
    if (is_sign(i, '-') || is_sign(i, '/')) ++i;
    const int day = number(i);
    if (day < 1 || length(i) > 2) return std::nullopt;
    ++i;
    skip_ordinal(i);
    if (is_sign(i, ',') || is_sign(i, '.') || is_sign(i, '-') || is_sign(i, '/')) ++i;
    return finish(i, atoms_[at_].month, day);
  }

  // "18 November 2019", "18th of Nov., 2019", "19. Oktober 2019", "19 de octubre de 2019", "18-Nov-2019"
  std::optional<FoundDate> day_first() {
    const int day = atoms_[at_].number;
    std::size_t i = at_ + 1;
    skip_ordinal(i);
    if (is_sign(i, '.') || is_sign(i, '-') || is_sign(i, '/')) ++i;
    if (letters(i) == "of" || letters(i) == "de") ++i;
    if (i >= atoms_.size() || atoms_[i].month == 0) return std::nullopt;
    const int month = atoms_[i++].month;
    if (is_sign(i, '.')) ++i;
    if (is_sign(i, ',') || is_sign(i, '-') || is_sign(i, '/')) ++i;
    if (letters(i) == "de" || letters(i) == "del") ++i;
    return finish(i, month, day);
  }

  void skip_ordinal(std::size_t& i) const {
    if (i >= atoms_.size() || atoms_[i].gap) return;
    const std::string word = lower(letters(i));
    if (word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er") ++i;
  }

  // The year, perhaps with a clock run into it.
  std::optional<FoundDate> finish(std::size_t i, int month, int day) {
    if (i >= atoms_.size() || atoms_[i].number < 0) return std::nullopt;
    const Span year = atoms_[i].span;
    const bool clock = (year.length() == 5 || year.length() == 6) && is_sign(i + 1, ':');
    if (year.length() != 4 && !clock) return std::nullopt;
    const auto date = make_date(digits(text_.substr(year.start, 4)), month, day);
    if (!date) return std::nullopt;
    at_ = i + 1;
    return FoundDate{*date, {0, year.start + 4}, std::nullopt};
  }

  // "2019-11-18", "2019/11/18", "18.11.2019", "11/18/19", "20191118T0705"
  std::optional<FoundDate> numeric() {
    const std::size_t i = at_;
    if (i + 4 >= atoms_.size()) return std::nullopt;
    const char32_t sign = atoms_[i + 1].sign;
    if ((sign != '-' && sign != '/' && sign != '.') || atoms_[i + 3].sign != sign) return std::nullopt;
    if (atoms_[i + 1].gap || atoms_[i + 2].gap != atoms_[i + 4].gap) return std::nullopt;
    const int b = number(i + 2);
    if (b < 0 || length(i + 2) > 2 || number(i + 4) < 0) return std::nullopt;
    if (length(i) == 4) return numeric_date(make_date(number(i), b, number(i + 4)), length(i + 4) <= 2, i + 4);
    if (length(i) > 2) return std::nullopt;
    int year = number(i + 4);
    const bool short_year = length(i + 4) == 2;
    if (short_year) year += year < 70 ? 2000 : 1900;
    const bool whole = short_year || length(i + 4) == 4;
    // More numbers behind it: a version, an address.
    if (is_sign(i + 5, sign) && number(i + 6) >= 0 && !atoms_[i + 6].gap) return std::nullopt;
    const auto month_first = sign == '.' ? std::nullopt : make_date(year, number(i), b);
    const auto day_first = make_date(year, b, number(i));
    auto found = numeric_date(month_first ? month_first : day_first, whole, i + 4);
    if (found && month_first && day_first && number(i) != b) found->day_first = day_first;
    return found;
  }

  std::optional<FoundDate> numeric_date(std::optional<Date> date, bool sound, std::size_t last) {
    if (!date || !sound) return std::nullopt;
    at_ = last + 1;
    return FoundDate{*date, {0, atoms_[last].span.end}, std::nullopt};
  }

  std::string_view text_;
  const std::vector<Atom>& atoms_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<FoundDate> find_calendar_dates(std::string_view text, Span span, const Lexicons& lexicons) {
  const std::vector<Atom> atoms = cut(text, span, lexicons);
  return Finder(text, atoms).run();
}

}  // namespace pressmark

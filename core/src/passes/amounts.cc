#include "passes/amounts.h"

#include <algorithm>

namespace pressmark {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_zeros(std::string value) {
  const std::size_t point = value.find('.');
  if (point != std::string::npos) {
    while (value.back() == '0') value.pop_back();
    if (value.back() == '.') value.pop_back();
  }
  const std::size_t whole = std::min(value.find('.'), value.size());
  std::size_t zeros = 0;
  while (zeros + 1 < whole && value[zeros] == '0') ++zeros;
  return value.substr(zeros);
}

// "1,200.50" -> "1200.5"; "12,34,567" -> "1234567"; empty for what is no number. `used` tells how many bytes it took.
std::string read_digits(std::string_view word, std::size_t& used) {
  std::string value;
  bool point = false;
  std::size_t i = 0;
  for (; i < word.size(); ++i) {
    const bool digit_next = i + 1 < word.size() && is_digit(word[i + 1]);
    if (is_digit(word[i])) {
      value += word[i];
    } else if (word[i] == ',' && !point && digit_next && !value.empty()) {
      // Groups of three, or of two in India; the last one has three.
      std::size_t group = 0;
      while (i + 1 + group < word.size() && is_digit(word[i + 1 + group])) ++group;
      const bool more = i + 1 + group < word.size() && word[i + 1 + group] == ',';
      if (group != 3 && !(group == 2 && more)) return {};
    } else if (word[i] == '.' && !point && digit_next && !value.empty()) {
      point = true;
      value += '.';
    } else {
      break;
    }
  }
  used = i;
  return value.empty() ? value : without_zeros(std::move(value));
}

// The power of a word that multiplies; -1 for another one.
int power_of(std::string_view word, const Lexicons& lexicons) {
  const std::string_view entry = lexicons.number_words.find(word);
  if (entry.empty() || entry[0] != '*') return -1;
  int power = 0;
  for (const char c : entry.substr(1)) power = power * 10 + (c - '0');
  return power;
}

std::int64_t ones_of(std::string_view word, const Lexicons& lexicons) {
  const std::string_view entry = lexicons.number_words.find(word);
  if (entry.empty() || entry[0] == '*') return 0;
  std::int64_t value = 0;
  for (const char c : entry) value = value * 10 + (c - '0');
  return value;
}

// "twenty", "twenty-three"; 0 for none.
std::int64_t below_hundred(std::string_view word, const Lexicons& lexicons) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return ones_of(word, lexicons);
  const std::int64_t tens = ones_of(word.substr(0, hyphen), lexicons);
  const std::int64_t ones = ones_of(word.substr(hyphen + 1), lexicons);
  return tens >= 20 && ones > 0 && ones < 10 ? tens + ones : 0;
}

// "three hundred and fifty thousand": sums of thousands.
std::optional<Amount> read_words(const TokenView& view, std::uint32_t i, std::uint32_t end, const Lexicons& lexicons) {
  constexpr std::int64_t kMost = 1'000'000'000'000'000;
  std::int64_t total = 0;
  std::int64_t part = 0;
  std::uint32_t at = i;
  const bool article = view.lower_word(i) == "a" && i + 1 < end && power_of(view.lower_word(i + 1), lexicons) >= 2;
  if (article && view.lower_word(i + 1).size() > 3) {
    part = 1;
    ++at;
  }
  std::uint32_t last = i;
  for (; at < end && total < kMost && part < kMost; ++at) {
    const std::string word = view.lower_word(at);
    if (const std::int64_t value = below_hundred(word, lexicons); value > 0) {
      if (part % 100 != 0 && !(part % 100 >= 20 && part % 10 == 0 && value < 10)) break;
      part += value;
    } else if (const int power = power_of(word, lexicons); power == 2 && part > 0) {
      part *= 100;
    } else if (power > 2 && word.size() > 3 && part > 0) {
      for (int k = 0; k < power && part < kMost; ++k) part *= 10;
      total += part;
      part = 0;
    } else if (word == "and" && part % 100 == 0 && part > 0 && at + 1 < end &&
               below_hundred(view.lower_word(at + 1), lexicons) > 0) {
      continue;
    } else {
      break;
    }
    last = at + 1;
  }
  if (last == i || total + part == 0) return std::nullopt;
  return Amount{std::to_string(total + part), last, false};
}

}  // namespace

std::string shift_decimal(const std::string& value, int power) {
  std::string digits = value;
  std::size_t point = digits.find('.');
  if (point == std::string::npos) {
    point = digits.size();
  } else {
    digits.erase(point, 1);
  }
  const auto target = static_cast<std::ptrdiff_t>(point) + power;
  if (target <= 0) digits.insert(0, static_cast<std::size_t>(1 - target), '0');
  const std::size_t place = target <= 0 ? 1 : static_cast<std::size_t>(target);
  if (place > digits.size()) digits.append(place - digits.size(), '0');
  if (place < digits.size()) digits.insert(place, 1, '.');
  return without_zeros(std::move(digits));
}

std::optional<Amount> read_amount(const TokenView& view, std::uint32_t i, std::uint32_t end, const Lexicons& lexicons) {
  if (i >= end) return std::nullopt;
  std::optional<Amount> amount;
  if (view.is_number(i)) {
    const std::string word = view.lower_word(i);
    std::size_t used = 0;
    std::string value = read_digits(word, used);
    if (value.empty()) return std::nullopt;
    if (used < word.size()) {
      const int power = power_of(std::string_view(word).substr(used), lexicons);
      if (power < 0) return std::nullopt;
      value = shift_decimal(value, power);
    }
    amount = Amount{std::move(value), i + 1, true};
    const bool letter = amount->last < end && view.word(amount->last).size() == 1;  // "5 m" are meters
    const int power = amount->last < end && !letter ? power_of(view.lower_word(amount->last), lexicons) : -1;
    if (power > 2) {
      amount->value = shift_decimal(amount->value, power);
      ++amount->last;
    }
  } else {
    amount = read_words(view, i, end, lexicons);
  }
  // "two dozen"
  if (amount && amount->last < end && view.lower_word(amount->last) == "dozen" && amount->value.size() < 9 &&
      amount->value.find('.') == std::string::npos) {
    amount->value = std::to_string(std::stoll(amount->value) * 12);
    ++amount->last;
  } else if (!amount && i + 1 < end && view.lower_word(i) == "a" && view.lower_word(i + 1) == "dozen") {
    amount = Amount{"12", i + 2, false};
  }
  return amount;
}

}  // namespace pressmark

#include "archive/dates.h"

#include <charconv>
#include <cstddef>
#include <vector>

namespace pressmark::archive {

namespace {

constexpr std::size_t kMostWords = 24;  // dates stand at the beginning of their lines
constexpr std::size_t kMostOthers = 2;

struct Word {
  int number = -1;  // what its digits write: "5", "5th", "1er"
  std::size_t digits = 0;
  int month = 0;
  char after = ' ';  // the byte behind it
};

struct DateWords {
  std::vector<Word> words;  // without weekdays and small words
  std::size_t others = 0;   // neither numbers nor months
};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Word read_word(std::string_view text, std::string_view what) {
  Word word;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, word.number);
  word.digits = static_cast<std::size_t>(rest - text.data());
  if (error != std::errc() || end - rest > 2) word.number = -1;
  std::from_chars(what.data(), what.data() + what.size(), word.month);
  return word;
}

DateWords read_words(std::string_view line, const Words& lexicon) {
  DateWords found;
  for (std::size_t at = 0; at < line.size() && found.words.size() < kMostWords;) {
    if (!is_word_byte(line[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && is_word_byte(line[end])) ++end;
    const std::string_view text = line.substr(at, end - at);
    const std::string_view what = lexicon.what(text);
    if (what != "day" && what != "small") {
      Word word = read_word(text, what);
      word.after = end < line.size() ? line[end] : ' ';
      found.others += word.number < 0 && word.month == 0 ? 1 : 0;
      found.words.push_back(word);
    }
    at = end;
  }
  return found;
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  // Read back, for the calendar's sake: there is no 30 February.
  return date_from(
      to_string({static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)}));
}

// Three words in a row, in whatever order they can only mean.
std::optional<Date> make_date(const Word& a, const Word& b, const Word& c) {
  if (a.month > 0) return make_date(c.number, a.month, b.number);
  if (b.month > 0)
    return a.digits == 4 ? make_date(a.number, b.month, c.number) : make_date(c.number, b.month, a.number);
  if (a.digits == 4 && a.after == '-') return make_date(a.number, b.number, c.number);
  const bool numeric = c.digits == 4 && a.after == b.after && (a.after == '.' || a.after == '/');
  if (!numeric) return std::nullopt;
  if (a.after == '.' || a.number > 12) return make_date(c.number, b.number, a.number);
  if (b.number > 12) return make_date(c.number, a.number, b.number);
  return std::nullopt;  // 05/01/2019 is May here and January there
}

std::optional<Date> find_date(const std::vector<Word>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (const auto date = make_date(words[i], words[i + 1], words[i + 2])) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view line, const Words& words) {
  return find_date(read_words(line, words).words);
}

std::optional<Date> read_date_line(std::string_view line, const Words& words) {
  const DateWords found = read_words(line, words);
  return found.others <= kMostOthers && found.words.size() < kMostWords ? find_date(found.words) : std::nullopt;
}

}  // namespace pressmark::archive

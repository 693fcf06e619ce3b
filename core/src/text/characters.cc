#include "text/characters.h"

#include <algorithm>

#include "text/unicode_table.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

template <typename Row>
const Row* find_row(const Row* rows, std::size_t count, char32_t c) {
  const Row* end = rows + count;
  const Row* row = std::partition_point(rows, end, [c](const Row& r) { return r.last < c; });
  return row != end && row->first <= c ? row : nullptr;
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return find_row(kLetters, kLetterCount, c) != nullptr;
}

bool is_combining(char32_t c) {
  if (c < 0x300 && c != 0xAD) return false;
  return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || find_row(kMarks, kMarkCount, c) != nullptr;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_number(char32_t c) {
  if (c < 0x80) return is_digit(c);
  return find_row(kNumbers, kNumberCount, c) != nullptr;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  const LowerCaseRun* run = find_row(kLowerCase, kLowerCaseCount, c);
  if (run == nullptr || (c - run->first) % run->stride != 0) return c;
  return static_cast<char32_t>(static_cast<std::int64_t>(c) + run->delta);
}

bool is_upper(char32_t c) { return to_lower(c) != c; }

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) {
  if (c <= 0x20 || c == 0x7F) return true;
  if (c < 0x80) return false;
  return (c >= 0x80 && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202F) || c == 0x205F || (c >= 0x2061 && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_double_mark(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02;
}

bool is_single_mark(char32_t c) { return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A; }

bool is_punctuation(char32_t c) {
  if (c < 0x80) {
    return std::string_view("!\"'(),-./:;?[]{}&*@\\_#`").find(static_cast<char>(c)) != std::string_view::npos;
  }
  return is_double_mark(c) || is_single_mark(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x3001 && c <= 0x3011) || c == 0xA1 || c == 0xBF || c == 0xB7 || c == 0xA7 || c == 0xB6;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_utf8(out, to_lower(c.value));
    at += c.length;
  }
  return out;
}

}  // namespace pressmark

#include "input/repair.h"

#include <cstddef>
#include <utility>

#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr std::size_t kEscape = std::string_view("\\ud83d").size();

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The UTF-16 unit that is escaped at `at`; -1 where there is none.
int escaped_unit(std::string_view json, std::size_t at) {
  const std::string_view escape = json.substr(at, kEscape);
  if (escape.size() < kEscape || escape.substr(0, 2) != "\\u") return -1;
  int unit = 0;
  for (const char c : escape.substr(2)) {
    const int digit = hex_digit(c);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::string counted(std::uint32_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + std::string(count == 1 ? one : many);
}

}  // namespace

std::vector<Warning> Repairs::warnings() const {
  std::vector<Warning> list;
  if (invalid_utf8 > 0) {
    list.push_back({"invalid_utf8",
                    counted(invalid_utf8, " byte sequence was not UTF-8 and became U+FFFD.",
                            " byte sequences were not UTF-8 and became U+FFFD."),
                    invalid_utf8});
  }
  if (unpaired_surrogates > 0) {
    list.push_back({"unpaired_surrogate",
                    counted(unpaired_surrogates, " surrogate escape had no partner and became U+FFFD.",
                            " surrogate escapes had no partner and became U+FFFD."),
                    unpaired_surrogates});
  }
  return list;
}

std::string repair_text(std::string_view bytes, Repairs& repairs) {
  std::uint32_t replaced = 0;
  std::string text = repair_utf8(bytes, replaced);
  repairs.invalid_utf8 += replaced;
  return text;
}

std::string repair_json(std::string_view json, Repairs& repairs) {
  std::string source = repair_text(json, repairs);
  // A backslash stands in strings only, or the JSON is broken and the parser says so.
  for (std::size_t at = source.find('\\'); at != std::string::npos; at = source.find('\\', at)) {
    const int unit = escaped_unit(source, at);
    if (is_high(unit) && is_low(escaped_unit(source, at + kEscape))) {
      at += 2 * kEscape;
    } else if (is_high(unit) || is_low(unit)) {
      source.replace(at, kEscape, "\\ufffd");
      ++repairs.unpaired_surrogates;
      at += kEscape;
    } else {
      at += 2;
    }
  }
  return source;
}

}  // namespace pressmark

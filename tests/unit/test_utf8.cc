#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "text/utf8.h"

using pressmark::repair_utf8;
using namespace std::string_literals;

namespace {

std::string repaired(std::string_view bytes, std::uint32_t expected_count) {
  std::uint32_t count = 0;
  std::string text = repair_utf8(bytes, count);
  CHECK(count == expected_count);
  return text;
}

}  // namespace

TEST_CASE("UTF-8 stays as it is, U+FFFD, zero bytes and byte order marks too") {
  const std::string text = "\xEF\xBB\xBF a\0b é “😀” \xEF\xBF\xBD"s;
  CHECK(repaired(text, 0) == text);
}

// The Unicode Standard, table 3-8 and the examples after it.
TEST_CASE("Each maximal subpart that is not UTF-8 becomes one U+FFFD") {
  CHECK(repaired("a\xFF", 1) == "a�");
  CHECK(repaired("\xE2\x80z", 1) == "�z");
  CHECK(repaired("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 8) == "��������A");
  CHECK(repaired("\xED\xA0\x80", 3) == "���");
  CHECK(repaired("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 7) == "�����A��B");
  CHECK(repaired("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 4) == "����A");
}

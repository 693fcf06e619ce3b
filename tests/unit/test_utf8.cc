#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "text/characters.h"
#include "text/utf8.h"

using pressmark::append_utf8;
using pressmark::decode;
using pressmark::decode_before;
using pressmark::repair_utf8;

namespace {

std::string repaired(std::string_view bytes, std::uint32_t expected) {
  // A heap buffer of the exact size, so that the sanitizer sees a read past its end.
  const auto exact = std::make_unique<char[]>(bytes.size());
  bytes.copy(exact.get(), bytes.size());
  std::uint32_t replaced = 0;
  const std::string out = repair_utf8({exact.get(), bytes.size()}, replaced);
  CHECK(replaced == expected);
  return out;
}

}  // namespace

TEST_CASE("utf8: every code point comes back as it was written") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const auto read = decode(bytes, 0);
    REQUIRE(read.value == c);
    REQUIRE(read.length == bytes.size());
    REQUIRE(decode_before(bytes, bytes.size()).value == c);
  }
}

TEST_CASE("utf8: what is valid stays as it is") {
  CHECK(repaired("", 0).empty());
  CHECK(repaired("a“é😀\xEF\xBF\xBD", 0) == "a“é😀\xEF\xBF\xBD");
}

TEST_CASE("utf8: each maximal subpart becomes one U+FFFD") {
  CHECK(repaired("a\x80z", 1) == "a�z");
  CHECK(repaired("\xC0\xAF", 2) == "��");            // overlong
  CHECK(repaired("\xE2\x80", 1) == "�");             // cut short
  CHECK(repaired("\xE2\x80x", 1) == "�x");           // cut short by a letter
  CHECK(repaired("\xED\xA0\x80", 3) == "���");       // a surrogate
  CHECK(repaired("\xF0\x9F\x98q\xFF", 2) == "�q�");  // an emoji cut in the middle
  CHECK(repaired("\xF4\x90\x80\x80", 4) == "����");  // beyond U+10FFFF
}

TEST_CASE("characters: letters, case and space of many scripts") {
  using namespace pressmark;
  for (const char32_t c : {U'a', U'É', U'ß', U'Ж', U'ع', U'中', U'ő'}) CHECK(is_letter(c));
  for (const char32_t c : {U'1', U'“', U'😀', U' ', U'$'}) CHECK_FALSE(is_letter(c));
  CHECK(is_upper(U'É'));
  CHECK_FALSE(is_upper(U'中'));
  CHECK(to_lower(U'Ж') == U'ж');
  CHECK(to_lower(U'Ő') == U'ő');
  CHECK(to_lower(U'ő') == U'ő');
  CHECK(lower("ÉLAN Vital") == "élan vital");
  for (const char32_t c : {U' ', U'\u00A0', U'\u2009', U'\uFEFF', U'\u200B', U'\n'}) CHECK(is_space(c));
  CHECK_FALSE(is_space(U'\u200D'));
  CHECK(is_combining(U'\u0301'));
}

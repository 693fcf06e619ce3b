#include <doctest/doctest.h>

#include <string>

#include "text/offset_map.h"
#include "text/utf8.h"

using pressmark::OffsetMap;
using pressmark::Offsets;

TEST_CASE("Offsets are counted in bytes, UTF-16 units or code points") {
  const std::string text = "a“é😀z";  // bytes: a 0, “ 1, é 4, 😀 6, z 10
  CHECK(OffsetMap(text, Offsets::utf8).length() == 11);
  CHECK(OffsetMap(text, Offsets::utf16).length() == 6);
  CHECK(OffsetMap(text, Offsets::codepoint).length() == 5);
  CHECK(OffsetMap(text, Offsets::utf16).from_byte(10) == 5);
  CHECK(OffsetMap(text, Offsets::codepoint).from_byte(10) == 4);
  CHECK(OffsetMap(text, Offsets::utf16).to_byte(5) == 10);
}

TEST_CASE("An offset inside a code point or beyond the end has no byte") {
  const std::string text = "é😀";
  CHECK_FALSE(OffsetMap(text, Offsets::utf8).to_byte(1));
  CHECK(OffsetMap(text, Offsets::utf8).to_byte(2) == 2);
  CHECK_FALSE(OffsetMap(text, Offsets::utf16).to_byte(2));
  CHECK(OffsetMap(text, Offsets::utf16).to_byte(3) == 6);
  CHECK_FALSE(OffsetMap(text, Offsets::utf16).to_byte(4));
  CHECK_FALSE(OffsetMap(text, Offsets::codepoint).to_byte(3));
}

TEST_CASE("An empty text has one offset") {
  for (const Offsets offsets : {Offsets::utf8, Offsets::utf16, Offsets::codepoint}) {
    const OffsetMap map("", offsets);
    CHECK(map.length() == 0);
    CHECK(map.from_byte(0) == 0);
    CHECK(map.to_byte(0) == 0);
    CHECK_FALSE(map.to_byte(1));
  }
}

TEST_CASE(
    "Every border maps there and back, as counting from the start does, whatever stretch of 64 bytes it lies in") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "x😀é“";
  for (const Offsets offsets : {Offsets::utf8, Offsets::utf16, Offsets::codepoint}) {
    const OffsetMap map(text, offsets);
    std::uint32_t counted = 0;
    for (std::uint32_t byte = 0; byte < text.size();) {
      REQUIRE(map.from_byte(byte) == counted);
      REQUIRE(map.to_byte(counted) == byte);
      const std::uint32_t length = pressmark::decode(text, byte).length;
      counted += offsets == Offsets::utf8 ? length : offsets == Offsets::utf16 && length == 4 ? 2 : 1;
      byte += length;
    }
    CHECK(map.length() == counted);
    CHECK(map.from_byte(static_cast<std::uint32_t>(text.size())) == counted);
    CHECK(map.to_byte(counted) == text.size());
  }
}

// Byte offsets to UTF-16 units or code points, and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// For one text. Built in one pass over it; a look-up reads at most one stretch of 64 bytes, so spans may be asked for
// in any order. The text must be valid UTF-8 and outlive the map.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, Offsets offsets);

  // `byte` must stand on a border of code points, at most at the text's end.
  std::uint32_t from_byte(std::uint32_t byte) const;

  // None for an offset beyond the text's end, or inside a code point (between two surrogates, say).
  std::optional<std::uint32_t> to_byte(std::uint32_t offset) const;

  // The text's length, counted so.
  std::uint32_t length() const { return length_; }

 private:
  std::uint32_t units(unsigned char lead) const;

  std::string_view text_;
  Offsets offsets_;
  std::uint32_t length_ = 0;
  std::vector<std::uint32_t> at_;  // the offset of the first code point that starts in each stretch of 64 bytes
};

}  // namespace pressmark

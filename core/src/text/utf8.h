// UTF-8: reading code points, and repairing bytes that are none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark {

// A code point and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;
};

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point that starts at `at`, which must be < text.size(). Bytes that are not UTF-8 give U+FFFD, with the
// length of the maximal subpart as Unicode recommends (chapter 3.9, as browsers' TextDecoder does).
CodePoint decode(std::string_view text, std::size_t at);

// The code point that ends at `at` in valid UTF-8; `at` must be > 0.
CodePoint decode_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Replaces each maximal subpart that is not UTF-8 by U+FFFD. `replaced` counts them; 0 means that nothing changed.
std::string repair_utf8(std::string_view bytes, std::uint32_t& replaced);

}  // namespace pressmark

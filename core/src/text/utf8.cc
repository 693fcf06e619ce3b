#include "text/utf8.h"

namespace pressmark {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return {static_cast<char32_t>(first), 1};
  if (first < 0xC2 || first > 0xF4) return {kReplacement, 1};
  const std::uint32_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  // The second byte's bounds shut out overlong forms, surrogates and what lies beyond U+10FFFF.
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (first == 0xE0) low = 0xA0;
  if (first == 0xED) high = 0x9F;
  if (first == 0xF0) low = 0x90;
  if (first == 0xF4) high = 0x8F;
  char32_t value = first & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    const unsigned byte = byte_at(text, at + i);
    if (byte < low || byte > high) return {kReplacement, i};
    value = (value << 6) | (byte & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {value, length};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(text[start])) --start;
  return {decode(text, start).value, static_cast<std::uint32_t>(at - start)};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto c = static_cast<std::uint32_t>(code_point);
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string repair_utf8(std::string_view bytes, std::uint32_t& replaced) {
  replaced = 0;
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    // A U+FFFD that the text itself holds takes three bytes, as no broken sequence of that length is reported whole.
    const bool broken = c.value == kReplacement && bytes.substr(at, 3) != "\xEF\xBF\xBD";
    if (broken) {
      out += "\xEF\xBF\xBD";
      ++replaced;
    } else {
      out += bytes.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

}  // namespace pressmark

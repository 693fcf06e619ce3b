#include "text/offset_map.h"

#include <algorithm>

#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kStretch = 64;

}  // namespace

// What the byte adds to the offset: code points are counted at their first byte.
std::uint32_t OffsetMap::units(unsigned char byte) const {
  if (offsets_ == Offsets::utf8) return 1;
  if ((byte & 0xC0U) == 0x80U) return 0;
  return offsets_ == Offsets::utf16 && byte >= 0xF0 ? 2 : 1;
}

OffsetMap::OffsetMap(std::string_view text, Offsets offsets) : text_(text), offsets_(offsets) {
  at_.reserve(text.size() / kStretch + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStretch == 0) at_.push_back(length_);
    length_ += units(static_cast<unsigned char>(text[i]));
  }
  if (text.size() % kStretch == 0) at_.push_back(length_);
}

std::uint32_t OffsetMap::from_byte(std::uint32_t byte) const {
  if (offsets_ == Offsets::utf8) return byte;
  std::uint32_t offset = at_[byte / kStretch];
  for (std::uint32_t i = byte - byte % kStretch; i < byte; ++i) offset += units(static_cast<unsigned char>(text_[i]));
  return offset;
}

std::optional<std::uint32_t> OffsetMap::to_byte(std::uint32_t offset) const {
  if (offset > length_) return std::nullopt;
  const auto stretch = std::upper_bound(at_.begin(), at_.end(), offset) - at_.begin() - 1;
  auto byte = static_cast<std::uint32_t>(stretch) * kStretch;
  std::uint32_t reached = at_[static_cast<std::size_t>(stretch)];
  while (byte < text_.size() && (reached < offset || is_continuation(text_[byte]))) {
    reached += units(static_cast<unsigned char>(text_[byte]));
    ++byte;
  }
  if (reached != offset || (byte < text_.size() && is_continuation(text_[byte]))) return std::nullopt;
  return byte;
}

}  // namespace pressmark

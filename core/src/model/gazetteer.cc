#include "model/gazetteer.h"

#include <algorithm>

#include "model/format.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kBlockSize = 16;
constexpr std::size_t kOwnBytes = 4;  // where a string's own bytes begin

struct Packed {
  std::uint8_t shared = 0;
  GazetteerFlags flags = 0;
  std::string_view own;
};

std::optional<Packed> read_packed(ByteReader& reader) {
  const auto shared = reader.u8();
  const auto length = reader.u8();
  const auto flags = reader.u16();
  if (!shared || !length || !flags) return std::nullopt;
  const auto own = reader.take(*length);
  if (!own) return std::nullopt;
  return Packed{*shared, *flags, *own};
}

}  // namespace

std::optional<Gazetteer> Gazetteer::read(std::string_view bytes) {
  ByteReader reader(bytes);
  const auto strings = reader.u32();
  const auto blocks = reader.u32();
  if (!strings || !blocks || *blocks > reader.remaining() / 4) return std::nullopt;
  if (*blocks != *strings / kBlockSize + (*strings % kBlockSize != 0 ? 1 : 0)) return std::nullopt;
  Gazetteer gazetteer;
  for (std::uint32_t i = 0; i < *blocks; ++i) gazetteer.blocks_.push_back(*reader.u32());
  gazetteer.strings_ = *reader.take(reader.remaining());
  // Each string once, so that look-ups may trust what they read.
  ByteReader strings_reader(gazetteer.strings_);
  std::string key;
  for (std::uint32_t i = 0; i < *strings; ++i) {
    const std::size_t at = gazetteer.strings_.size() - strings_reader.remaining();
    const auto packed = read_packed(strings_reader);
    if (!packed || packed->shared > key.size()) return std::nullopt;
    if (i % kBlockSize == 0 && (gazetteer.blocks_[i / kBlockSize] != at || packed->shared != 0)) return std::nullopt;
    std::string next = key.substr(0, packed->shared);
    next += packed->own;
    if (i > 0 && next <= key) return std::nullopt;
    key = std::move(next);
  }
  if (strings_reader.remaining() != 0) return std::nullopt;
  return gazetteer;
}

std::string_view Gazetteer::first_key(std::size_t block) const { return own_bytes(blocks_[block]); }

std::string_view Gazetteer::own_bytes(std::size_t at) const {
  return strings_.substr(at + kOwnBytes, static_cast<unsigned char>(strings_[at + 1]));
}

// Of the strings before the key, the one read last shares `alike` bytes with it. One that shares more with that one
// stands before the key too; one that shares less stands after it; so only where they are equal must bytes be looked
// at.
Gazetteer::Place Gazetteer::seek(std::string_view key) const {
  // The last block whose first string is not after the key; the string sought may also begin the block after it.
  std::size_t low = 0;
  std::size_t high = blocks_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (first_key(middle) <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (blocks_.empty()) return {};
  std::size_t alike = 0;
  for (std::size_t at = blocks_[low == 0 ? 0 : low - 1]; at < strings_.size();) {
    const std::size_t shared = static_cast<unsigned char>(strings_[at]);
    const std::string_view own = own_bytes(at);
    if (shared <= alike) {
      const std::string_view rest = key.substr(shared);
      const std::size_t both = std::min(own.size(), rest.size());
      std::size_t same = 0;
      while (same < both && own[same] == rest[same]) ++same;
      if (shared < alike || own.compare(rest) >= 0) return {at, shared + same, shared + own.size()};
      alike = shared + same;
    }
    at += kOwnBytes + own.size();
  }
  return {};
}

GazetteerFlags Gazetteer::find(std::string_view key) const {
  const Place place = seek(key);
  if (place.length != key.size() || place.alike != key.size() || place.length == 0) return 0;
  ByteReader reader(strings_.substr(place.at));
  return read_packed(reader)->flags;
}

bool Gazetteer::has_longer(std::string_view key) const {
  const std::string prefix = std::string(key) + ' ';
  return seek(prefix).alike == prefix.size();
}

bool Gazetteer::is_common_word(std::string_view word) const {
  const auto known = [this](std::string_view stem, std::string_view rest) {
    return (find(std::string(stem) + std::string(rest)) & kCommonWord) != 0;
  };
  const auto formed = [&](std::string_view ending, std::string_view rest) {
    return word.size() > ending.size() && word.ends_with(ending) &&
           known(word.substr(0, word.size() - ending.size()), rest);
  };
  return known(word, "") || formed("s", "") || formed("es", "") || formed("ed", "") || formed("ed", "e") ||
         formed("ing", "") || formed("ing", "e") || formed("ly", "");
}

}  // namespace pressmark

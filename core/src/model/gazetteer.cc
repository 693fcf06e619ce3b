#include "model/gazetteer.h"

#include "model/format.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kBlockSize = 16;

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

std::string_view Gazetteer::first_key(std::size_t block) const {
  ByteReader reader(strings_.substr(blocks_[block]));
  return read_packed(reader)->own;
}

std::optional<Gazetteer::Entry> Gazetteer::seek(std::string_view key) const {
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
  if (blocks_.empty()) return std::nullopt;
  ByteReader reader(strings_.substr(blocks_[low == 0 ? 0 : low - 1]));
  Entry entry;
  while (reader.remaining() > 0) {
    const Packed packed = *read_packed(reader);
    entry.key.resize(packed.shared);
    entry.key += packed.own;
    entry.flags = packed.flags;
    if (entry.key >= key) return entry;
  }
  return std::nullopt;
}

GazetteerFlags Gazetteer::find(std::string_view key) const {
  const auto entry = seek(key);
  return entry && entry->key == key ? entry->flags : GazetteerFlags{0};
}

bool Gazetteer::has_longer(std::string_view key) const {
  const std::string prefix = std::string(key) + ' ';
  const auto entry = seek(prefix);
  return entry && entry->key.starts_with(prefix);
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

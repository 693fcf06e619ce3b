#include "model/sorted_strings.h"

#include <algorithm>
#include <string>

#include "model/format.h"

namespace pressmark {

std::optional<SortedStrings> SortedStrings::read(std::string_view bytes, std::size_t carried) {
  ByteReader reader(bytes);
  const auto strings = reader.u32();
  const auto blocks = reader.u32();
  if (!strings || !blocks || *blocks > reader.remaining() / 4) return std::nullopt;
  if (*blocks != *strings / kBlockSize + (*strings % kBlockSize != 0 ? 1 : 0)) return std::nullopt;
  SortedStrings list;
  list.size_ = *strings;
  list.carried_ = carried;
  list.blocks_.reserve(*blocks);
  for (std::uint32_t i = 0; i < *blocks; ++i) list.blocks_.push_back(*reader.u32());
  list.strings_ = *reader.take(reader.remaining());
  // Each string once, so that look-ups may trust what they read.
  std::size_t at = 0;
  std::string key;
  for (std::uint32_t i = 0; i < *strings; ++i) {
    const std::size_t remaining = list.strings_.size() - at;
    if (remaining < kOwnStart + carried || remaining - kOwnStart - carried < list.own_length(at)) return std::nullopt;
    const std::size_t shared = static_cast<unsigned char>(list.strings_[at]);
    if (shared > key.size()) return std::nullopt;
    if (i % kBlockSize == 0 && (list.blocks_[i / kBlockSize] != at || shared != 0)) return std::nullopt;
    const std::string_view own = list.own_bytes(at);
    if (i > 0 && own <= std::string_view(key).substr(shared)) return std::nullopt;
    key.resize(shared);
    key += own;
    at = list.next(at);
  }
  if (at != list.strings_.size()) return std::nullopt;
  return list;
}

// Of the strings before the key, the one read last shares `alike` bytes with it. One that shares more with that one
// stands before the key too; one that shares less stands after it; so only where they are equal must bytes be looked
// at.
SortedStrings::Place SortedStrings::seek(std::string_view key) const {
  // The last block whose first string is not after the key; the string sought may also begin the block after it.
  std::size_t low = 0;
  std::size_t high = blocks_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (own_bytes(blocks_[middle]) <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (blocks_.empty()) return {};
  const std::size_t first = low == 0 ? 0 : low - 1;
  std::size_t alike = 0;
  std::uint32_t passed = 0;
  for (std::size_t at = blocks_[first]; at < strings_.size(); at = next(at), ++passed) {
    const std::size_t shared = static_cast<unsigned char>(strings_[at]);
    if (shared > alike) continue;
    const std::string_view own = own_bytes(at);
    const std::string_view rest = key.substr(shared);
    const std::size_t both = std::min(own.size(), rest.size());
    std::size_t same = 0;
    while (same < both && own[same] == rest[same]) ++same;
    if (shared < alike || own.compare(rest) >= 0) {
      const auto block = static_cast<std::uint32_t>(first + passed / kBlockSize);
      return {at, block, shared + same, shared + own.size()};
    }
    alike = shared + same;
  }
  return {};
}

}  // namespace pressmark

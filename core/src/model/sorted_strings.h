// A sorted list of strings, each with a few bytes that it carries, searched in place. A string is kept as what it has
// more than the one before it; each 16th is whole and begins a block.
//
//     02 00 00 00              number of strings
//     01 00 00 00              number of blocks
//     00 00 00 00              where block 0 begins among the strings below
//     00 04 06 00 "oslo"       0 bytes shared with the string before, 4 of its own, what it carries (here 2 bytes)
//     04 01 04 00 "b"          "oslob": all 4 bytes that are as the string before has them, 1 of its own, ...
//
// train/pack_model.py writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pressmark {

class SortedStrings {
 public:
  static constexpr std::uint32_t kBlockSize = 16;

  // Where a string stands, among all and among the bytes.
  struct Place {
    std::size_t at = 0;
    std::uint32_t block = 0;
    std::size_t alike = 0;   // bytes from its beginning that are as the key's
    std::size_t length = 0;  // its own; 0 where there is none
  };

  // `bytes` must outlive the list. None where they are not as told above, each string after the one before it, with
  // nothing behind the last.
  static std::optional<SortedStrings> read(std::string_view bytes, std::size_t carried);

  std::uint32_t size() const { return size_; }

  // The first string that is not before `key`.
  Place seek(std::string_view key) const;
  // Does it stand at the place that was sought?
  static bool is(const Place& place, std::string_view key) {
    return place.length == key.size() && place.alike == key.size() && place.length != 0;
  }

  // What the string at `at` carries.
  std::string_view carried(std::size_t at) const { return strings_.substr(at + kOwnStart, carried_); }
  std::size_t block_start(std::uint32_t block) const { return blocks_[block]; }
  // The string behind this one, or the end.
  std::size_t next(std::size_t at) const { return at + kOwnStart + carried_ + own_length(at); }
  std::size_t end() const { return strings_.size(); }

 private:
  static constexpr std::size_t kOwnStart = 2;  // behind the two lengths

  std::size_t own_length(std::size_t at) const { return static_cast<unsigned char>(strings_[at + 1]); }
  std::string_view own_bytes(std::size_t at) const {
    return strings_.substr(at + kOwnStart + carried_, own_length(at));
  }

  std::uint32_t size_ = 0;
  std::size_t carried_ = 0;
  std::string_view strings_;
  std::vector<std::uint32_t> blocks_;
};

}  // namespace pressmark

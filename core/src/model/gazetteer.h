// Known names and common words: a sorted list of strings, each with what it can be, searched in place.
//
// Names stand in lower case ("new york"), but those written in capitals only as they are ("US", "WHO"), so that "us"
// and "who" are not found by them. Between words stands one space, an apostrophe is '. A string is kept as what it has
// more than the one before it; each 16th is whole and begins a block.
//
//     02 00 00 00              number of strings
//     01 00 00 00              number of blocks
//     00 00 00 00              where block 0 begins among the strings below
//     00 04 06 00 "oslo"       0 bytes shared with the string before, 4 of its own, flags
//     04 01 04 00 "b"          "oslob": 4 bytes shared, 1 of its own, flags
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/error.h"

namespace pressmark {

// What a string can be; train/pack_model.py sets the same bits.
using GazetteerFlags = std::uint16_t;
inline constexpr GazetteerFlags kCountry = 1;
inline constexpr GazetteerFlags kMajorPlace = 2;  // a capital, a big city, a region
inline constexpr GazetteerFlags kPlace = 4;       // any place, these included
inline constexpr GazetteerFlags kFacility = 8;
inline constexpr GazetteerFlags kOrganization = 16;
inline constexpr GazetteerFlags kNationality = 32;
inline constexpr GazetteerFlags kMisc = 64;
inline constexpr GazetteerFlags kProduct = 128;
inline constexpr GazetteerFlags kGivenFemale = 256;
inline constexpr GazetteerFlags kGivenMale = 512;
inline constexpr GazetteerFlags kGiven = 1024;
inline constexpr GazetteerFlags kLast = 2048;
inline constexpr GazetteerFlags kCommonWord = 4096;
inline constexpr GazetteerFlags kKnownPerson = 8192;  // a last name that news gives alone

class Gazetteer {
 public:
  // `bytes` must outlive the gazetteer. None where they are not as told above.
  static std::optional<Gazetteer> read(std::string_view bytes);

  // 0 for a string that is not there.
  GazetteerFlags find(std::string_view key) const;

  // Is there a longer string that begins with this one and a space?
  bool has_longer(std::string_view key) const;

  // Also regular inflections ("walked") of the common words, which the list leaves out. `word` in lower case.
  bool is_common_word(std::string_view word) const;

 private:
  struct Place {
    std::size_t at = 0;      // where it stands among the strings
    std::size_t alike = 0;   // bytes from its beginning that are as the key's
    std::size_t length = 0;  // its own; 0 where there is none
  };
  // The first string that is not before `key`.
  Place seek(std::string_view key) const;
  std::string_view own_bytes(std::size_t at) const;
  std::string_view first_key(std::size_t block) const;

  std::string_view strings_;
  std::vector<std::uint32_t> blocks_;
};

}  // namespace pressmark

// Known names and common words: a sorted list of strings, each with what it can be, searched in place.
//
// Names stand in lower case ("new york"), but those written in capitals only as they are ("US", "WHO"), so that "us"
// and "who" are not found by them. Between words stands one space, an apostrophe is '. The strings are packed as
// sorted_strings.h tells, and each carries its flags, 2 bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/sorted_strings.h"

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

// 1 where they are of a man's given name only, -1 of a woman's, 0 of neither or both.
inline int gender_of_given(GazetteerFlags flags) {
  return ((flags & kGivenMale) != 0 ? 1 : 0) - ((flags & kGivenFemale) != 0 ? 1 : 0);
}

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
  SortedStrings strings_;
};

}  // namespace pressmark

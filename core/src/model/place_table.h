// The file of places (core/model/places.pmp): the places of the world, in columns, and the names that lead to them.
//
// Its form is the model's (format.h) with a magic of its own, "PMP". A column is an array, one value a place; places
// stand by country, division, kind and number. Sections:
//
//     meta            JSON text for people: what it is and how it was made
//     country codes   two letters a country; the first is "--", for what is of no one country
//     ids             u32: GeoNames' number
//     latitudes       i32: thousandths of a degree, of the place or of an area's middle
//     longitudes      i32: likewise
//     countries       u8: index into the country codes
//     divisions       u16: number of the first division that it is or lies in; 0 for none
//     kinds           u8: PlaceKind
//     sizes           u8: how many live there, eight steps a doubling: 8 log2(people), and more for a city with names
//     in
//                     many languages
//     names           sorted_strings.h: forms that place_key.h makes of names; each carries, in 1 byte, how many places
//     it means meant           u32: of all names in order the places that they mean, the most populous first: four
//     times the place's
//                     number, and what kind of name it is (NameKind)
//
// The place "Paris" is in row 30,000, say; the name "paris" carries 27 and is behind names that carry 80,100 in sum:
// then meant[80,100] is 120,000.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "model/sorted_strings.h"
#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

enum class NameKind : std::uint8_t {
  own,
  other,      // foreign, former, a nickname
  shortened,  // "Calif.", "TX"
};

struct PlaceRow {
  std::uint32_t id = 0;
  std::int32_t latitude = 0;
  std::int32_t longitude = 0;
  std::uint8_t country = 0;
  std::uint16_t division = 0;
  PlaceKind kind = PlaceKind::city;
  std::uint8_t size = 0;
};

class PlaceTable {
 public:
  // Copies the bytes, and looks at all of them once: whatever they hold, what is read later is sound.
  static Result<PlaceTable> read(std::span<const std::byte> bytes);

  // Rows of `meant` that belong to one name.
  struct Meanings {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  struct Meaning {
    std::uint32_t place = 0;
    NameKind kind = NameKind::own;
  };

  Meanings find(std::string_view key) const;
  Meaning meaning(std::uint32_t row) const;

  std::uint32_t size() const { return size_; }
  PlaceRow place(std::uint32_t number) const;
  // Two letters; empty where the place is of no one country.
  std::string_view country_code(std::uint8_t country) const;

 private:
  std::unique_ptr<const std::string> bytes_;  // what everything below looks into; its address must not change
  std::uint32_t size_ = 0;
  std::string_view country_codes_, ids_, latitudes_, longitudes_, countries_, divisions_, kinds_, sizes_, meant_;
  SortedStrings names_;
  std::vector<std::uint32_t> first_meant_;  // of each block of names
};

}  // namespace pressmark

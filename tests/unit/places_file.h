// A small file of places, packed as core/src/model/place_table.h tells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/crc32.h"
#include "model/place_table.h"
#include "packed_strings.h"

namespace pressmark::test {

using PlaceNames = std::map<std::string, std::vector<std::pair<std::uint32_t, NameKind>>>;

// Puts the checksum of its bytes into a file, as one that was damaged before it was taken would have it.
inline std::string sealed(std::string file) {
  const std::string sum = bytes_of(crc32(std::string_view(file).substr(12)));
  return file.replace(8, 4, sum);
}

inline std::string pack_sections(const std::vector<std::pair<std::string, std::string>>& sections) {
  std::string table;
  std::string body;
  const std::size_t start = 16 + 24 * sections.size();
  for (auto [name, content] : sections) {
    body.resize((start + body.size() + 15) / 16 * 16 - start);
    name.resize(16);
    table += name + bytes_of(static_cast<std::uint32_t>(start + body.size())) +
             bytes_of(static_cast<std::uint32_t>(content.size()));
    body += content;
  }
  const std::string magic("PMP\x1A\r\n\x00\x01", 8);
  return sealed(magic + bytes_of(std::uint32_t{0}) + bytes_of(static_cast<std::uint32_t>(sections.size())) + table +
                body);
}

// `countries` are indices into the codes, two letters each, of which the first is "--".
inline std::string places_file(const std::string& codes, const std::vector<PlaceRow>& rows, const PlaceNames& names) {
  std::string ids, latitudes, longitudes, countries, divisions, kinds, sizes, meant;
  for (const PlaceRow& row : rows) {
    ids += bytes_of(row.id);
    latitudes += bytes_of(row.latitude);
    longitudes += bytes_of(row.longitude);
    countries += bytes_of(row.country);
    divisions += bytes_of(row.division);
    kinds += bytes_of(row.kind);
    sizes += bytes_of(row.size);
  }
  std::map<std::string, std::string> counts;
  for (const auto& [name, list] : names) {
    counts[name] = static_cast<char>(list.size());
    for (const auto& [place, kind] : list) meant += bytes_of(place * 4 + static_cast<std::uint32_t>(kind));
  }
  return pack_sections({{"country codes", codes},
                        {"ids", ids},
                        {"latitudes", latitudes},
                        {"longitudes", longitudes},
                        {"countries", countries},
                        {"divisions", divisions},
                        {"kinds", kinds},
                        {"sizes", sizes},
                        {"names", pack_strings(counts)},
                        {"meant", meant}});
}

// Two countries with a Paris and a Georgia each, and what lies around them.
inline std::string small_places_file() {
  using enum PlaceKind;
  using enum NameKind;
  const std::vector<PlaceRow> rows = {
      {1, 46'500, 2'500, 1, 0, country, 208},    // France
      {2, 48'850, 2'350, 1, 1, capital, 190},    // Paris
      {3, 39'500, -98'500, 2, 0, country, 226},  // United States
      {4, 31'000, -99'000, 2, 2, admin1, 198},   // Texas
      {5, 33'660, -95'550, 2, 2, city, 117},     // Paris
      {6, 32'700, -83'400, 2, 3, admin1, 186},   // Georgia
      {7, 33'750, -84'390, 2, 3, city, 170},     // Atlanta
      {8, 42'000, 43'500, 3, 0, country, 175},   // Georgia
      {9, 41'700, 44'800, 3, 4, capital, 170},   // Tbilisi
      {10, 39'800, -89'640, 2, 5, city, 134},    // Springfield
      {11, 42'100, -72'590, 2, 6, city, 138},    // Springfield
      {12, 35'000, 20'000, 0, 0, region, 0},     // Mediterranean
  };
  const PlaceNames names = {
      {"america", {{2, other}}},
      {"atlanta", {{6, own}}},
      {"france", {{0, own}}},
      {"ga", {{5, shortened}}},
      {"georgia", {{5, own}, {7, own}}},
      {"lutetia", {{1, other}}},
      {"mediterranean", {{11, own}}},
      {"paris", {{1, own}, {4, own}}},
      {"springfield", {{10, own}, {9, own}}},
      {"tbilisi", {{8, own}}},
      {"texas", {{3, own}}},
      {"tiflis", {{8, other}}},
      {"tx", {{3, shortened}}},
      {"united states", {{2, own}}},
      {"us", {{2, own}}},
      {"usa", {{2, own}}},
      {"washington", {{3, own}}},
  };
  return places_file("--FRUSGE", rows, names);
}

}  // namespace pressmark::test

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/format.h"
#include "passes/place_key.h"
#include "places_file.h"
#include "pressmark/analyzer.h"
#include "project_analyzer.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

Result<PlaceTable> read(const std::string& bytes) {
  // A buffer of exactly that size, so that a sanitizer sees every read past its end.
  const std::vector<char> exact(bytes.begin(), bytes.end());
  return PlaceTable::read(std::as_bytes(std::span(exact)));
}

std::string error_of(const std::string& bytes) {
  const auto table = read(bytes);
  if (table) return "";
  CHECK(table.error().code == ErrorCode::bad_places);
  return table.error().message;
}

std::uint32_t first_id(const PlaceTable& table, std::string_view key) {
  const PlaceTable::Meanings found = table.find(key);
  return found.count == 0 ? 0 : table.place(table.meaning(found.first).place).id;
}

// Whatever a file holds that is taken: all that can be asked of it is sound.
void ask_everything(const PlaceTable& table) {
  std::size_t asked = 0;
  for (std::uint32_t i = 0; i < table.size(); ++i) asked += table.country_code(table.place(i).country).size();
  for (const std::string_view key : {"", "paris", "georgia", "usa", "usaa", "zzz", "\xFF", "a"}) {
    const PlaceTable::Meanings found = table.find(key);
    for (std::uint32_t i = 0; i < found.count; ++i) asked += table.place(table.meaning(found.first + i).place).id;
  }
  CHECK(asked >= 0);
}

}  // namespace

TEST_CASE("place table: names lead to places, in the file's order, and to nothing where there is no such name") {
  const auto table = read(small_places_file());
  REQUIRE(table);
  CHECK(table->size() == 12);
  const PlaceTable::Meanings paris = table->find("paris");
  REQUIRE(paris.count == 2);
  CHECK(table->place(table->meaning(paris.first).place).id == 2);
  CHECK(table->place(table->meaning(paris.first + 1).place).id == 5);
  CHECK(first_id(*table, "washington") == 4);  // in the second block of names
  CHECK(table->meaning(table->find("tiflis").first).kind == NameKind::other);
  CHECK(table->meaning(table->find("tx").first).kind == NameKind::shortened);
  for (const std::string_view none : {"", "pari", "pariss", "zzz", "aaa", "Paris"}) CHECK(table->find(none).count == 0);
  const PlaceRow texas = table->place(3);
  CHECK(texas.latitude == 31'000);
  CHECK(texas.longitude == -99'000);
  CHECK(texas.kind == PlaceKind::admin1);
  CHECK(table->country_code(texas.country) == "US");
  CHECK(table->country_code(0).empty());
}

TEST_CASE("place table: each kind of broken file has its own sentence, which names the command") {
  const std::string good = small_places_file();
  CHECK(error_of("").find("cut short") != std::string::npos);
  CHECK(error_of("#!/bin/sh and more").find("is no places file") != std::string::npos);
  CHECK(error_of(read_model_file()).find("is no places file") != std::string::npos);
  CHECK(error_of(good + '\0').find("longer than its sections") != std::string::npos);
  std::string version = good;
  version[7] = 2;
  CHECK(error_of(version).find("another version") != std::string::npos);
  CHECK(error_of(version).find("python3 train/make_places.py") != std::string::npos);
  const std::vector<PlaceRow> one = {{1, 0, 0, 1, 0, PlaceKind::country, 8}};
  const PlaceNames named = {{"x", {{0, NameKind::own}}}};
  CHECK(error_of(places_file("--FR", one, named)).empty());
  CHECK(error_of(places_file("--", one, named)).find("unknown kind or country") != std::string::npos);
  CHECK(error_of(places_file("--FR", one, {{"x", {{1, NameKind::own}}}})).find("without its place") !=
        std::string::npos);
  CHECK(error_of(places_file("--FR", {{1, 90'001, 0, 1, 0, PlaceKind::country, 8}}, named)).find("not on Earth") !=
        std::string::npos);
  CHECK(error_of(places_file("--FR", {{1, 0, 0, 1, 0, static_cast<PlaceKind>(8), 8}}, named)).find("unknown kind") !=
        std::string::npos);
  CHECK(error_of(pack_sections({{"kinds", "x"}})).find("different lengths") != std::string::npos);
  CHECK(error_of(pack_sections({})).find("no sound names") != std::string::npos);
}

TEST_CASE("place table: a file cut anywhere is refused; one changed anywhere is refused or sound") {
  const std::string good = small_places_file();
  for (std::size_t size = 0; size < good.size(); ++size) CHECK_FALSE(error_of(good.substr(0, size)).empty());
  std::size_t taken = 0;
  for (std::size_t at = 12; at < good.size(); ++at) {
    for (const unsigned bit : {1U, 8U, 128U}) {
      std::string changed = good;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ bit);
      CHECK_FALSE(error_of(changed).empty());
      const auto table = read(sealed(changed));
      if (!table) continue;
      ++taken;
      ask_everything(*table);
    }
  }
  CHECK(taken > 100);
}

TEST_CASE("place table: the shipped file reads, and holds names in the form in which they are looked up") {
  const std::string bytes = read_places_file();
  const auto table = read(bytes);
  REQUIRE(table);
  CHECK(table->size() > 90'000);
  CHECK(first_id(*table, place_key("Paris")) == 2988507);
  CHECK(first_id(*table, place_key("Zürich")) != 0);
  CHECK(first_id(*table, place_key("U.S.")) == 6252001);
  CHECK(first_id(*table, place_key("Xi’an")) == 1790630);
  CHECK(first_id(*table, place_key("Saint Petersburg")) == first_id(*table, place_key("St. Petersburg")));
  const auto sections = read_sections(bytes, kPlacesFile);
  REQUIRE(sections);
  const std::string_view names = section_named(*sections, "names");
  const auto list = SortedStrings::read(names, 1);
  REQUIRE(list);
  const std::string_view strings = names.substr(names.size() - list->end());
  std::string key;
  std::size_t changed = 0;
  for (std::size_t at = 0; at < list->end(); at = list->next(at)) {
    key.resize(static_cast<unsigned char>(strings[at]));
    key += strings.substr(at + 3, static_cast<unsigned char>(strings[at + 1]));
    changed += place_key(key) == key ? 0U : 1U;
  }
  CHECK(changed == 0);
}

TEST_CASE("place key: case, diacritics, full stops and hyphens do not matter") {
  CHECK(place_key("São Paulo") == "sao paulo");
  CHECK(place_key("PORT-AU-PRINCE") == "port au prince");
  CHECK(place_key("U. S.") == "us");
  CHECK(place_key("Washington, D.C.") == "washington dc");
  CHECK(place_key("Xi’an") == "xian");
  CHECK(place_key("the Netherlands") == "netherlands");
  CHECK(place_key("The") == "the");
  CHECK(place_key("Saint John’s") == "st johns");
  CHECK(place_key("Łódź") == "lodz");
  CHECK(place_key("Москва").empty());
  CHECK(place_key(" \xFF ").empty());
  CHECK(place_key("").empty());
}

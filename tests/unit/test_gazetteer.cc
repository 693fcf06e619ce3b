#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/gazetteer.h"
#include "packed_strings.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

using Names = std::map<std::string, GazetteerFlags>;

std::string pack(const Names& names) {
  std::map<std::string, std::string> list;
  for (const auto& [name, flags] : names) list[name] = bytes_of(flags);
  return pack_strings(list);
}

// Few letters, so that much is shared; a space among them, and one byte that is negative as a char.
std::string random_name(Dice& dice) {
  std::string name;
  for (std::uint32_t i = 0; i < 1 + dice.below(7); ++i) name += "ab \xC3"[dice.below(4)];
  return name;
}

}  // namespace

TEST_CASE("gazetteer: all that is in it is found, and nothing else, however much strings share") {
  Dice dice(30);
  for (const std::uint32_t size : {0U, 1U, 2U, 15U, 16U, 17U, 300U}) {
    CAPTURE(size);
    Names names;
    for (std::uint32_t i = 0; i < size; ++i) {
      names[random_name(dice)] = static_cast<GazetteerFlags>(1 + dice.below(0xFFFF));
    }
    const std::string bytes = pack(names);
    const auto gazetteer = Gazetteer::read(bytes);
    REQUIRE(gazetteer);
    for (const auto& [name, flags] : names) CHECK(gazetteer->find(name) == flags);
    for (int i = 0; i < 2000; ++i) {
      const std::string name = random_name(dice);
      const auto found = names.find(name);
      CHECK(gazetteer->find(name) == (found == names.end() ? 0 : found->second));
      const auto next = names.lower_bound(name + ' ');
      CHECK(gazetteer->has_longer(name) == (next != names.end() && next->first.starts_with(name + ' ')));
    }
  }
}

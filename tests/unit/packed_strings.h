// Packs sorted strings, as core/src/model/sorted_strings.h tells.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "model/sorted_strings.h"
#include "random_weights.h"

namespace pressmark::test {

// Each string with the bytes that it carries.
inline std::string pack_strings(const std::map<std::string, std::string>& list) {
  std::string strings;
  std::string blocks;
  std::string before;
  std::uint32_t i = 0;
  for (const auto& [name, carried] : list) {
    std::size_t shared = 0;
    if (i++ % SortedStrings::kBlockSize == 0) {
      blocks += bytes_of(static_cast<std::uint32_t>(strings.size()));
    } else {
      while (shared < std::min(name.size(), before.size()) && name[shared] == before[shared]) ++shared;
    }
    strings += static_cast<char>(shared);
    strings += static_cast<char>(name.size() - shared);
    strings += carried + name.substr(shared);
    before = name;
  }
  return bytes_of(i) + bytes_of(static_cast<std::uint32_t>(blocks.size() / 4)) + blocks + strings;
}

}  // namespace pressmark::test

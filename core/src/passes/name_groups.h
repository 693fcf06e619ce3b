// Names that are written differently and are one: a union of forms.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace pressmark {

class NameGroups {
 public:
  explicit NameGroups(std::size_t forms) : parent_(forms) { std::iota(parent_.begin(), parent_.end(), 0U); }

  // The first form of the group that form i is in.
  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void merge(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace pressmark

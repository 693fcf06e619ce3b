#include "passes/dateline.h"

#include <algorithm>

namespace pressmark {

TokenRange find_dateline(const TokenView& view, TokenRange block) {
  constexpr std::uint32_t kLongest = 14;
  const std::uint32_t stop = std::min(block.last, block.first + kLongest);
  for (std::uint32_t i = block.first; i < stop; ++i) {
    const std::string_view word = view.word(i);
    if (i > block.first && is_any_of(word, {"—", "–", "--", "-", "―"})) {
      const bool loud = view[block.first].all_caps || view.is(i - 1, ")");
      return loud ? TokenRange{block.first, i} : TokenRange{};
    }
    if (!view[i].capital && !view.is_number(i) && !is_any_of(word, {",", "(", ")", "/"})) break;
  }
  return {};
}

}  // namespace pressmark

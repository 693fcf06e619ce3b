#include "passes/language.h"

#include <algorithm>

#include "passes/token_view.h"

namespace pressmark {

Language find_language(std::string_view text, const std::vector<Token>& tokens, const Lexicons& lexicons) {
  constexpr std::uint32_t kEnough = 600;  // words tell no more after that
  const TokenView view(text, tokens);
  std::vector<std::uint32_t> hits(lexicons.languages.size());
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < view.size() && words < kEnough; ++i) {
    if (!view.is_word(i)) continue;
    ++words;
    const std::string word = view.lower_word(i);
    for (std::size_t k = 0; k < hits.size(); ++k) hits[k] += lexicons.languages[k].words.contains(word) ? 1 : 0;
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  // Running text has a function word in five at least; headlines and lists may have none.
  if (best == hits.end() || words < 8 || *best * 8 < words) return {};
  std::uint32_t second = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  return {std::string(lexicons.languages[static_cast<std::size_t>(best - hits.begin())].code),
          static_cast<Score>(1000 - 500 * second / *best)};
}

}  // namespace pressmark

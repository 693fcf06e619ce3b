#include "passes/language.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "passes/token_view.h"

namespace pressmark {

namespace {

// Scripts that tell a language by themselves, or the likeliest of those that use them.
struct Script {
  std::string_view code;
  char32_t first;
  char32_t last;
};
constexpr Script kScripts[] = {
    {"ja", 0x3040, 0x30FF}, {"ko", 0xAC00, 0xD7A3}, {"zh", 0x4E00, 0x9FFF}, {"ar", 0x0600, 0x06FF},
    {"he", 0x0590, 0x05FF}, {"el", 0x0370, 0x03FF}, {"th", 0x0E00, 0x0E7F}, {"hi", 0x0900, 0x097F},
    {"bn", 0x0980, 0x09FF}, {"ta", 0x0B80, 0x0BFF}, {"te", 0x0C00, 0x0C7F}, {"ka", 0x10A0, 0x10FF},
    {"hy", 0x0530, 0x058F}, {"am", 0x1200, 0x137F}, {"my", 0x1000, 0x109F}, {"km", 0x1780, 0x17FF},
};

// By the script of most letters; Japanese is written with Chinese characters too, but never without its own.
Language language_of_script(std::string_view sample) {
  std::array<std::uint32_t, std::size(kScripts)> counts{};
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < sample.size();) {
    const CodePoint c = decode(sample, at);
    at += c.length;
    if (!is_letter(c.value)) continue;
    ++letters;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i] += kScripts[i].first <= c.value && c.value <= kScripts[i].last ? 1 : 0;
    }
  }
  if (counts[0] * 10 > letters) counts[0] += std::exchange(counts[2], 0);
  const auto most = std::max_element(counts.begin(), counts.end());
  constexpr std::uint32_t kFewest = 10;
  if (letters < kFewest || *most * 2 <= letters) return {};
  return {std::string(kScripts[most - counts.begin()].code), static_cast<Score>(1000 * *most / letters)};
}

}  // namespace

Language find_language(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                       const Lexicons& lexicons) {
  constexpr std::uint32_t kEnough = 600;  // words tell no more after that
  const TokenView view(text, tokens);
  const auto is_body = [](const Block& block) { return block.kind == BlockKind::body; };
  const bool has_body = std::any_of(blocks.begin(), blocks.end(), is_body);
  std::vector<std::uint32_t> hits(lexicons.languages.size());
  std::uint32_t words = 0;
  for (const Block& block : blocks) {
    if (has_body && !is_body(block)) continue;
    for (std::uint32_t i = block.tokens.first; i < block.tokens.last && words < kEnough; ++i) {
      if (!view.is_word(i)) continue;
      ++words;
      const std::string word = view.lower_word(i);
      for (std::size_t k = 0; k < hits.size(); ++k) hits[k] += lexicons.languages[k].words.contains(word) ? 1 : 0;
    }
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  // Running text has a function word in five at least; headlines and lists may have none.
  if (best == hits.end() || words < 8 || *best * 8 < words) {
    constexpr std::size_t kSample = 4000;
    const Block* from = nullptr;
    for (const Block& block : blocks) {
      if (from == nullptr && (!has_body || is_body(block))) from = &block;
    }
    return from == nullptr ? Language{} : language_of_script(text.substr(from->span.start, kSample));
  }
  std::uint32_t second = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  return {std::string(lexicons.languages[static_cast<std::size_t>(best - hits.begin())].code),
          static_cast<Score>(1000 - 500 * second / *best)};
}

}  // namespace pressmark

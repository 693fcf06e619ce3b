#include "passes/repeated_quotations.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "passes/mention_index.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr std::size_t kOpening = 3;

bool is_display(BlockKind kind) {
  return kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::kicker ||
         kind == BlockKind::caption || kind == BlockKind::pull_quote;
}

bool is_body(BlockKind kind) { return kind == BlockKind::body || kind == BlockKind::list; }

// The words and numbers of the content.
std::vector<std::string> words_of(const TokenView& view, const std::vector<Token>& tokens, const Quotation& quotation) {
  std::vector<std::string> words;
  for (const Span piece : quotation.content) {
    const TokenRange range = tokens_in(tokens, piece);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (!view.is_punctuation(i)) words.push_back(view.key(i));
    }
  }
  return words;
}

std::string opening(const std::vector<std::string>& words, std::size_t at) {
  std::string joined;
  for (std::size_t i = at; i < at + kOpening; ++i) joined += words[i] + ' ';
  return joined;
}

}  // namespace

void mark_repeated_quotations(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                              std::vector<Quotation>& quotations) {
  const TokenView view(text, tokens);
  struct Display {
    Index quotation;
    std::vector<std::string> words;
  };
  std::unordered_multimap<std::string, Display> displays;
  for (Index q = 0; q < quotations.size(); ++q) {
    if (!is_display(blocks[quotations[q].block].kind)) continue;
    std::vector<std::string> words = words_of(view, tokens, quotations[q]);
    if (words.size() < kOpening) continue;
    std::string key = opening(words, 0);
    displays.emplace(std::move(key), Display{q, std::move(words)});
  }
  if (displays.empty()) return;
  for (Index q = 0; q < quotations.size() && !displays.empty(); ++q) {
    if (!is_body(blocks[quotations[q].block].kind)) continue;
    const std::vector<std::string> words = words_of(view, tokens, quotations[q]);
    for (std::size_t at = 0; at + kOpening <= words.size(); ++at) {
      auto [it, end] = displays.equal_range(opening(words, at));
      while (it != end) {
        const std::vector<std::string>& said = it->second.words;
        const bool fits = said.size() <= words.size() - at &&
                          std::equal(said.begin(), said.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
        if (!fits) {
          ++it;
          continue;
        }
        quotations[it->second.quotation].duplicate_of = q;
        it = displays.erase(it);
      }
    }
  }
}

}  // namespace pressmark

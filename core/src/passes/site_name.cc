#include "passes/site_name.h"

#include <algorithm>
#include <string>

namespace pressmark {

namespace {

constexpr Score kLikely = 600;
constexpr std::uint32_t kLongestName = 5;

bool opens_notice(const TokenView& view, std::uint32_t i) {
  return view.is(i, "©") || view.is_number(i) || view.is_punctuation(i) ||
         is_any_of(view.lower_word(i), {"copyright", "c", "by", "all", "rights", "reserved", "content", "the"});
}

bool is_legal_form(const std::string& word) {
  return is_any_of(word, {"inc", "inc.", "llc", "ltd", "ltd.", "limited", "corp", "corp.", "co", "co.", "gmbh", "ag",
                          "plc", "sa", "company"});
}

// The name that the notice opens with, without its legal form.
TokenRange holder_of(const TokenView& view, TokenRange notice) {
  std::uint32_t first = notice.first;
  while (first < notice.last && opens_notice(view, first)) ++first;
  std::uint32_t last = first;
  while (last < notice.last && view.is_word(last) && view[last].capital && !is_legal_form(view.lower_word(last))) {
    if (is_any_of(view.lower_word(last), {"all", "terms", "privacy"})) break;
    ++last;
  }
  return {first, last};
}

// The name stands in another block, with the same capitals.
bool stands_elsewhere(const TokenView& view, const std::vector<Block>& blocks, const Block& notice, TokenRange name) {
  const std::string_view words = view.text_of(name);
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    constexpr std::uint32_t kLine = 120;
    if (&block == &notice || block.span.length() > kLine) return false;
    return view.text().substr(block.span.start, block.span.length()).find(words) != std::string_view::npos;
  });
}

}  // namespace

std::optional<Field> find_site(const TokenView& view, const std::vector<Block>& blocks, const Lexicons& lexicons) {
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::copyright) continue;
    const TokenRange name = holder_of(view, block.tokens);
    if (name.empty() || name.size() > kLongestName) continue;
    if (name.size() == 1 && lexicons.chrome_phrases.contains(view.lower_word(name.first))) continue;
    if (!stands_elsewhere(view, blocks, block, name)) continue;
    return Field{std::string(view.text_of(name)), view.span(name), kLikely};
  }
  return std::nullopt;
}

std::optional<Field> find_section(const TokenView& view, const std::vector<Block>& blocks) {
  constexpr std::ptrdiff_t kNear = 6;
  const auto is_title = [](const Block& block) { return block.kind == BlockKind::title; };
  const auto title = std::find_if(blocks.begin(), blocks.end(), is_title);
  if (title == blocks.end()) return std::nullopt;
  for (auto block = title; block != blocks.begin() && title - block < kNear;) {
    --block;
    const TokenRange path = block->tokens;
    if (path.size() < 3 || !is_any_of(view.lower_word(path.first), {"home", "homepage", "startseite", "accueil"}))
      continue;
    std::uint32_t step = path.first + 1;
    if (!is_any_of(view.word(step), {"»", ">", "/", "›", "|", "·", "→"})) continue;
    const std::string_view sign = view.word(step);
    for (std::uint32_t i = step; i < path.last; ++i) {
      if (view.is(i, sign) && i + 1 < path.last) step = i;
    }
    const TokenRange name{step + 1, view.is(path.last - 1, sign) ? path.last - 1 : path.last};
    if (name.empty() || name.size() > kLongestName) continue;
    return Field{std::string(view.text_of(name)), view.span(name), kLikely};
  }
  return std::nullopt;
}

}  // namespace pressmark

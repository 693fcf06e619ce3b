#include "passes/blocks.h"

#include <algorithm>

#include "passes/block_kinds.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

// Line ends in a gap between two tokens; CR LF is one.
int line_ends(std::string_view gap) {
  int count = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint c = decode(gap, at);
    const bool after_return = c.value == '\n' && at > 0 && gap[at - 1] == '\r';
    if (is_line_end(c.value) && !after_return) ++count;
    if (c.value == 0x2029) ++count;
    at += c.length;
  }
  return count;
}

bool ends_a_sentence(const TokenView& view, std::uint32_t token) {
  return view.is_punctuation(token) && !is_any_of(view.word(token), {",", "-", "–", "—", "(", "‘", "“"});
}

// Lines without a blank one between them.
using Run = std::vector<TokenRange>;

// Hard-wrapped lines are of like length and break off in the middle of a sentence.
bool may_be_wrapped(const TokenView& view, const Run& lines) {
  constexpr std::uint32_t kNarrowest = 45;
  constexpr std::uint32_t kWidest = 110;
  std::uint32_t longest = 0;
  for (const TokenRange line : lines) longest = std::max(longest, view.span(line).length());
  if (lines.size() < 2 || longest < kNarrowest || longest > kWidest) return false;
  std::size_t broken = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool full = view.span(lines[i]).length() * 10 >= longest * 6;
    if (!full) return false;
    if (!ends_a_sentence(view, lines[i].last - 1)) ++broken;
  }
  return broken * 2 >= lines.size() - 1;
}

// So a headline over a byline may look; whether lines are wrapped, all of them tell together: every third break at
// least is within a sentence for sure, as a small letter follows it.
bool is_wrapped(const TokenView& view, const std::vector<Run>& runs) {
  std::size_t breaks = 0;
  std::size_t sure = 0;
  for (const Run& run : runs) {
    for (std::size_t i = 1; i < run.size(); ++i) {
      const bool small = view.is_word(run[i].first) && !view[run[i].first].capital;
      ++breaks;
      sure += small && !ends_a_sentence(view, run[i].first - 1) ? 1 : 0;
    }
  }
  return sure * 3 >= breaks && sure > 0;
}

// Where blocks begin: a flag for each token.
class Cutter {
 public:
  explicit Cutter(const TokenView& view) : view_(view), starts_(view.size()) {}

  // At every line end, or, where lines are wrapped, at blank lines.
  void cut_at_lines() {
    std::vector<Run> runs(1);
    std::uint32_t first = 0;
    for (std::uint32_t i = 1; i <= view_.size(); ++i) {
      const int ends = i == view_.size() ? 2 : line_ends(view_.gap_before(i));
      if (ends == 0) continue;
      runs.back().push_back({first, i});
      first = i;
      if (ends >= 2) runs.emplace_back();
    }
    const bool wrapped = is_wrapped(view_, runs);
    for (const Run& run : runs) {
      const bool whole = wrapped && may_be_wrapped(view_, run);
      for (const TokenRange line : run) starts_[line.first] = !whole || line == run.front();
    }
  }

  // The first token that starts at the offset or after it begins a block.
  void cut_at(std::uint32_t offset) {
    std::uint32_t low = 0;
    std::uint32_t high = view_.size();
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (view_[middle].span.start < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < view_.size()) starts_[low] = true;
  }

  std::vector<Block> blocks() const {
    std::vector<Block> blocks;
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      if (i == 0 || starts_[i]) blocks.emplace_back().tokens.first = i;
      blocks.back().tokens.last = i + 1;
    }
    for (Block& block : blocks) block.span = view_.span(block.tokens);
    return blocks;
  }

 private:
  const TokenView& view_;
  std::vector<bool> starts_;
};

}  // namespace

std::vector<Block> cut_blocks(const TokenView& view, const Request& request) {
  Cutter cutter(view);
  cutter.cut_at_lines();
  for (const Hint& hint : request.hints) {
    cutter.cut_at(hint.span.start);
    cutter.cut_at(hint.span.end);
  }
  for (const BlockOverride& block : request.blocks) {
    cutter.cut_at(block.span.start);
    cutter.cut_at(block.span.end);
  }
  return cutter.blocks();
}

std::vector<Block> find_blocks(std::string_view text, const std::vector<Token>& tokens, const Request& request,
                               const BlockNet& net, const Gazetteer& gazetteer, const Lexicons& lexicons) {
  const TokenView view(text, tokens);
  std::vector<Block> blocks = cut_blocks(view, request);
  find_block_kinds(request, net, read_blocks(view, blocks, request, lexicons, gazetteer), blocks);
  return blocks;
}

}  // namespace pressmark

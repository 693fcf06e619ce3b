#include "passes/marks.h"

#include <algorithm>
#include <utility>

#include "passes/token_view.h"

namespace pressmark {

namespace {

enum class Style : std::uint8_t { curly, straight, low, guillemet, reversed, single_curly, single_straight };

bool is_single(Style style) { return style == Style::single_curly || style == Style::single_straight; }

// The marks of one block, from left to right, with a stack of what is open.
class Pairer {
 public:
  // `next` begins the block behind; `carried` is the double mark that the block before has left open, or empty.
  Pairer(const TokenView& view, TokenRange block, Index index, std::string_view next, std::string_view carried,
         std::vector<MarkedRegion>& out)
      : view_(view), block_(block), index_(index), next_(next), carried_(carried), out_(out) {}

  void run() {
    const auto begin = out_.size();
    for (std::uint32_t i = block_.first; i < block_.last; ++i) {
      if (view_.is_punctuation(i)) read(i);
    }
    while (!open_.empty()) leave_open();
    // One that was opened in the block before holds one that is opened where this block begins.
    std::sort(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(),
              [](const MarkedRegion& a, const MarkedRegion& b) {
                return std::pair(a.open.start, a.open.end) < std::pair(b.open.start, b.open.end);
              });
  }

 private:
  struct Open {
    std::uint32_t token;
    Style style;
  };
  static constexpr std::size_t kDeepest = 4;

  // Is there white space, an opening bracket, a dash or another mark before; or white space, punctuation after?
  bool free_before(std::uint32_t i) const {
    if (i == block_.first || !view_.attached(i)) return true;
    const char32_t c = decode_before(view_.text(), view_[i].span.start).value;
    return is_dash(c) || c == '(' || c == '[' || c == '/' || (is_mark(c) && opened_at(i - 1));
  }
  bool free_after(std::uint32_t i) const {
    if (i + 1 >= block_.last || !view_.attached(i + 1)) return true;
    const char32_t c = view_.first(i + 1);
    return is_dash(c) || (is_punctuation(c) && c != '(' && c != '[' && c != '@' && c != '#' && !opens_at(i + 1));
  }
  static bool is_mark(char32_t c) { return is_double_mark(c) || is_single_mark(c) || c == '`'; }
  bool opens_at(std::uint32_t i) const {
    const char32_t c = view_.first(i);
    const bool ends_word = i + 1 >= block_.last || !view_.attached(i + 1);
    if (c == 0x201C) return !has_open(Style::low) && !(has_open(Style::curly) && ends_word);  // “ closes, too
    return c == 0x2018 || c == 0x201E || c == 0xAB;
  }
  bool opened_at(std::uint32_t token) const {
    return std::any_of(open_.begin(), open_.end(), [token](const Open& o) { return o.token == token; });
  }
  bool has_open(Style style) const {
    return std::any_of(open_.begin(), open_.end(), [style](const Open& o) { return o.style == style; });
  }
  bool has_open_double() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& o) { return !is_single(o.style); });
  }

  void read(std::uint32_t i) {
    const std::string_view word = view_.word(i);
    if (word == "“" || word == "‟") return read_left(i);
    if (word == "”") return read_right(i);
    if (word == "\"" || word == "＂" || word == "''") return read_straight(i);
    if (word == "``") return open(i, Style::curly);
    if (word == "„") return open(i, Style::low);
    if (word == "«") return has_open(Style::reversed) ? close(i, Style::reversed) : open(i, Style::guillemet);
    if (word == "»") return read_right_guillemet(i);
    if (word == "‘") return read_left_single(i);
    if (word == "’") return read_right_single(i, Style::single_curly);
    if (word == "'") return read_straight_single(i);
  }

  // “ opens, but closes „ and a region whose writer pressed the wrong key.
  void read_left(std::uint32_t i) {
    if (has_open(Style::low)) return close(i, Style::low);
    if (has_open(Style::curly) && free_after(i) && !free_before(i)) return close(i, Style::curly);
    open(i, Style::curly);
  }

  void read_right(std::uint32_t i) {
    if (has_open(Style::curly)) return close(i, Style::curly);
    if (has_open(Style::low)) return close(i, Style::low);
    if (has_open(Style::straight)) return close(i, Style::straight);
    if (carried_ == "“") return close_carried(i);
    const bool spaced = i == block_.first || !view_.attached(i);
    if (spaced && i + 1 < block_.last && view_.attached(i + 1)) open(i, Style::curly);
  }

  void read_straight(std::uint32_t i) {
    const bool opens = free_before(i) && !free_after(i);
    if (has_open(Style::straight)) return opens ? open(i, Style::straight) : close(i, Style::straight);
    if (has_open(Style::curly) && !opens) return close(i, Style::curly);
    const bool inches = view_.attached(i) && view_.is_number(i - 1) && free_after(i);
    const bool closes = free_after(i) && !free_before(i);
    if (closes && carried_ == view_.word(i)) return close_carried(i);
    if (!inches && !closes) open(i, Style::straight);
  }

  void read_right_guillemet(std::uint32_t i) {
    if (has_open(Style::guillemet)) return close(i, Style::guillemet);
    if (free_before(i) && i + 1 < block_.last && view_.attached(i + 1)) open(i, Style::reversed);
  }

  // ’90s, ’em, ’til: letters left out at a word's beginning.
  bool is_elision(std::uint32_t i) const {
    if (i + 1 >= block_.last || !view_.attached(i + 1)) return false;
    const std::string next = view_.lower_word(i + 1);
    if (view_.is_number(i + 1)) return next.size() == 2 || (next.size() == 3 && next.back() == 's');
    return is_any_of(next, {"em", "til", "tis", "twas", "cause", "n", "bout", "round", "cos"});
  }

  void read_left_single(std::uint32_t i) {
    if (!is_elision(i) && i + 1 < block_.last && view_.attached(i + 1)) open(i, Style::single_curly);
  }

  // Closes, unless it is the plural's possessive ("the players’ union") with a better mark to come.
  void read_right_single(std::uint32_t i, Style style) {
    if (!has_open(style) || free_before(i) || !free_after(i)) return;
    if (is_plural_possessive(i) && closes_later(i, style)) return;
    close(i, style);
  }

  bool is_plural_possessive(std::uint32_t i) const {
    if (i + 1 >= block_.last || view_.attached(i + 1) || !view_.is_word(i + 1) || view_[i + 1].capital) return false;
    const std::string_view word = view_.word(i - 1);
    return view_.is_word(i - 1) && word.size() > 1 && word.back() == 's';
  }

  bool closes_later(std::uint32_t i, Style style) const {
    const std::string_view mark = style == Style::single_curly ? "’" : "'";
    for (std::uint32_t k = i + 1; k < block_.last && k < i + 200; ++k) {
      if (!view_.is_punctuation(k)) continue;
      if (view_.is(k, "‘")) return false;
      if (view_.is(k, mark)) return !free_before(k) && free_after(k) && !is_plural_possessive(k);
    }
    return false;
  }

  void read_straight_single(std::uint32_t i) {
    if (has_open(Style::single_straight) || has_open(Style::single_curly)) {
      return read_right_single(i, has_open(Style::single_straight) ? Style::single_straight : Style::single_curly);
    }
    const bool opens = free_before(i) && !free_after(i) && !is_elision(i);
    if (opens && closes_later(i, Style::single_straight)) open(i, Style::single_straight);
  }

  // Opening a mark that is open already begins a new region: the old one was never closed.
  void open(std::uint32_t i, Style style) {
    if (has_open(style)) {
      while (open_.back().style != style) drop(i);
      end_region(i, i, {});
    }
    if (!is_single(style)) carried_ = {};
    if (open_.size() < kDeepest) open_.push_back({i, style});
  }

  // “So it was. ¶ And so it is.” The block goes on with what the one before has left open, and does not say so.
  void close_carried(std::uint32_t i) {
    carried_ = {};
    MarkedRegion region;
    region.tokens = {block_.first, i};
    if (region.tokens.empty()) return;
    region.inside = view_.span(region.tokens);
    region.open = {region.inside.start, region.inside.start};
    region.close = view_[i].span;
    region.block = index_;
    out_.push_back(region);
  }

  void close(std::uint32_t i, Style style) {
    while (open_.back().style != style) drop(i);
    end_region(i, i, view_[i].span);
  }

  // What is still open inside a region that ends at `i` was an apostrophe, or never closed.
  void drop(std::uint32_t i) {
    if (is_single(open_.back().style)) {
      open_.pop_back();
    } else {
      end_region(i, i, {});
    }
  }

  // A region without closing mark runs to its block's end. Single marks do so only from the block's first character on
  // (speech of several paragraphs), or where a sentence has ended and the next block opens the same; elsewhere they
  // were apostrophes.
  void leave_open() {
    const Open& o = open_.back();
    const bool goes_on =
        o.token > block_.first && view_.is(o.token, next_) && is_any_of(view_.word(o.token - 1), {".", "!", "?", "…"});
    if (is_single(o.style) && o.token != block_.first && !goes_on) {
      open_.pop_back();
    } else {
      end_region(block_.last, block_.last, {});
    }
  }

  void end_region(std::uint32_t end, std::uint32_t last, Span closing) {
    const Open o = open_.back();
    open_.pop_back();
    if (o.token + 1 >= end) return;
    MarkedRegion region;
    region.open = view_[o.token].span;
    region.tokens = {o.token + 1, last};
    region.inside = view_.span(region.tokens);
    region.close = closing;
    region.block = index_;
    region.single_mark = is_single(o.style);
    out_.push_back(region);
  }

  const TokenView& view_;
  TokenRange block_;
  Index index_;
  std::string_view next_;
  std::string_view carried_;
  std::vector<MarkedRegion>& out_;
  std::vector<Open> open_;
};

// Regions are sorted by their start, and those of one block are disjoint or nested.
void find_parents(std::vector<MarkedRegion>& regions) {
  std::vector<Index> around;
  for (Index i = 0; i < regions.size(); ++i) {
    while (!around.empty() && (regions[around.back()].block != regions[i].block ||
                               regions[around.back()].inside.end <= regions[i].open.start)) {
      around.pop_back();
    }
    if (!around.empty()) regions[i].parent = around.back();
    around.push_back(i);
  }
}

// The number of blocks where none is left.
std::size_t next_kept(const std::vector<Block>& blocks, std::size_t block) {
  do {
    ++block;
  } while (block < blocks.size() && !blocks[block].kept());
  return block;
}

bool is_left_open(const std::vector<Block>& blocks, const MarkedRegion& region) {
  return region.close.empty() && region.tokens.last == blocks[region.block].tokens.last;
}

// A region that its block leaves open goes on where the next kept block opens with the same mark, or only closes.
void find_continued(const TokenView& view, const std::vector<Block>& blocks, std::vector<MarkedRegion>& regions) {
  for (std::size_t i = 0; i < regions.size(); ++i) {
    MarkedRegion& region = regions[i];
    if (region.parent != kNone || !is_left_open(blocks, region)) continue;
    const std::size_t next = next_kept(blocks, region.block);
    if (next == blocks.size()) continue;
    const std::string_view mark = view.text().substr(region.open.start, region.open.length());
    const bool only_closes = i + 1 < regions.size() && regions[i + 1].block == next && regions[i + 1].open.empty();
    region.continued = view.is(blocks[next].tokens.first, mark) || only_closes;
  }
}

}  // namespace

std::vector<MarkedRegion> pair_marks(std::string_view text, const std::vector<Token>& tokens,
                                     const std::vector<Block>& blocks) {
  const TokenView view(text, tokens);
  std::vector<MarkedRegion> regions;
  std::size_t before = blocks.size();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!blocks[b].kept()) continue;
    const std::size_t next = next_kept(blocks, b);
    const bool any = next < blocks.size() && !blocks[next].tokens.empty();
    const std::string_view opening = any ? view.word(blocks[next].tokens.first) : std::string_view();
    std::string_view carried;
    const bool carries = !regions.empty() && regions.back().block == before && is_left_open(blocks, regions.back());
    if (carries && !regions.back().single_mark)
      carried = view.text().substr(regions.back().open.start, regions.back().open.length());
    Pairer(view, blocks[b].tokens, static_cast<Index>(b), opening, carried, regions).run();
    before = b;
  }
  find_parents(regions);
  find_continued(view, blocks, regions);
  return regions;
}

}  // namespace pressmark

#include "passes/page_bits.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "passes/block_bins.h"

namespace pressmark {

namespace {

using B = BlockBit;

// What a block's place among the others tells.
class PageReader {
 public:
  PageReader(const TokenView& view, const std::vector<Block>& blocks, const Request& request, const Lexicons& lexicons,
             std::vector<BlockFacts>& facts)
      : view_(view), blocks_(blocks), request_(request), lexicons_(lexicons), facts_(facts) {}

  void run() {
    if (blocks_.empty()) return;
    read_gaps();
    read_repeats();
    // Prose counts its words; a line that is none takes away so many, and the best stretch is the article.
    constexpr int kLoose = 6;
    constexpr int kTight = 20;
    const Range article = best_stretch(kLoose);
    const Range core = best_stretch(kTight);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      set_bin(i, B::page_place, static_cast<std::uint32_t>(i * 10 / blocks_.size()));
      read_place(i, article, core);
    }
    read_shapes();
    read_distances();
    read_neighbours(article);
    read_shares();
    read_words_told(article);
    read_told();
  }

 private:
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  using Words = std::unordered_set<std::string_view>;

  void set(std::size_t block, B bit, bool value = true) {
    if (value) facts_[block].bits.set(static_cast<std::uint32_t>(bit));
  }
  void set_bin(std::size_t block, B first, std::uint32_t n) {
    facts_[block].bits.set(static_cast<std::uint32_t>(first) + n);
  }
  bool is_prose(std::size_t i) const { return facts_[i].has(B::prose); }

  void read_gaps() {
    std::size_t first = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      std::uint32_t ends = 0;
      for (const char c : view_.gap_before(blocks_[i].tokens.first)) ends += c == '\n' ? 1 : 0;
      if (i == 0) ends = 3;
      set_bin(i, B::gap, std::min(std::max(ends, 1U), 3U) - 1);
      if (i > 0 && ends >= 2) {
        read_run({first, i});
        first = i;
      }
    }
    read_run({first, blocks_.size()});
  }

  void read_run(Range run) {
    const auto lines = static_cast<std::uint32_t>(run.last - run.first);
    std::uint32_t words = 0;
    for (std::size_t i = run.first; i < run.last; ++i) words += facts_[i].words;
    for (std::size_t i = run.first; i < run.last; ++i) {
      set_bin(i, B::run, bin(lines, {2, 3, 6, 16}));
      set_bin(i, B::run_words, bin(words / lines, {3, 6, 12}));
    }
    set(run.first, B::run_first);
    set(run.last - 1, B::run_last);
  }

  void read_repeats() {
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (facts_[i].words >= 2) places[facts_[i].folded].push_back(i);
    }
    for (const auto& [folded, at] : places) {
      if (at.size() < 2) continue;
      for (const std::size_t i : at) set_bin(i, B::again, at.size() > 2 ? 1 : 0);
      set(at.front(), B::again_first);
      set(at.back(), B::again_last);
    }
    // A headline stands in the bar of the window, in links to the page, with the site's name behind it.
    constexpr std::uint32_t kShortest = 4;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string_view folded = facts_[i].folded;
      if (facts_[i].words <= kShortest || facts_[i].words > 30) continue;
      for (std::size_t end = folded.rfind(' '); end != std::string_view::npos && end > 0;
           end = folded.rfind(' ', end - 1)) {
        const auto found = places.find(folded.substr(0, end));
        if (found == places.end()) continue;
        for (const std::size_t k : found->second) set(k, B::within_other, facts_[k].words >= kShortest);
      }
    }
  }

  Range best_stretch(int penalty) const {
    constexpr int kMost = 80;
    Range best;
    int most = 0;
    int sum = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (sum <= 0) {
        sum = 0;
        first = i;
      }
      sum += is_prose(i) ? std::min<int>(static_cast<int>(facts_[i].words), kMost) : -penalty;
      if (sum > most) {
        most = sum;
        best = {first, i + 1};
      }
    }
    return best;
  }

  void read_place(std::size_t i, Range article, Range core) {
    if (article.first < article.last) {
      set(i, B::article_in, article.first <= i && i < article.last);
      set(i, B::article_first, i == article.first);
      set(i, B::article_last, i + 1 == article.last);
      if (i < article.first) set_bin(i, B::article_before, bin(distance(article.first, i), {2, 3, 5, 9, 17}));
      if (i >= article.last) set_bin(i, B::article_after, bin(distance(i + 1, article.last), {2, 3, 5, 9, 17}));
      set(i, B::core_in, core.first <= i && i < core.last);
      if (i < core.first) set_bin(i, B::core_before, bin(distance(core.first, i), {3, 7}));
      if (i >= core.last) set_bin(i, B::core_after, bin(distance(i + 1, core.last), {3, 7}));
    }
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    for (std::size_t k = i < 5 ? 0 : i - 5; k < i; ++k) before += is_prose(k) ? 1 : 0;
    for (std::size_t k = i + 1; k < blocks_.size() && k <= i + 5; ++k) after += is_prose(k) ? 1 : 0;
    set_bin(i, B::prose_before, bin(before, {1, 3, 5}));
    set_bin(i, B::prose_after, bin(after, {1, 3, 5}));
  }

  static std::uint32_t distance(std::size_t later, std::size_t earlier) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(later - earlier, 1000));
  }

  // What short lines close by, or since the article began, were about: "Comments", "Related stories", dates.
  void read_neighbours(Range article) {
    constexpr std::size_t kNear = 2;
    constexpr std::size_t kSoon = 6;
    constexpr std::uint32_t kNarrow = 6;  // words of a line with a month
    constexpr std::size_t kFar = 12;
    const std::size_t count = blocks_.size();
    for (std::uint32_t cue = 0; cue < kBlockCues; ++cue) {
      const auto bit = static_cast<std::uint32_t>(B::cue) + cue;
      std::size_t last = count;  // none yet
      bool since = false;
      for (std::size_t i = 0; i < count; ++i) {
        set_if(i, B::cue_near, cue, last < i && i - last <= kNear);
        set_if(i, B::cue_above, cue, last < i && i - last <= kFar);
        set_if(i, B::cue_since, cue, since);
        if (!is_short(i) || !facts_[i].bits[bit]) continue;
        last = i;
        since = since || (i > article.first && article.first < article.last);
        for (std::size_t k = i < kNear ? 0 : i - kNear; k < i; ++k) set_bin(k, B::cue_below, cue);
      }
    }
    std::size_t last = count;
    for (std::size_t i = 0; i < count; ++i) {
      set_if(i, B::date_above, 0, last < i && i - last <= kNear);
      set_if(i, B::date_above, 1, last < i && i - last <= kFar);
      const bool monthly = facts_[i].has(B::month) && facts_[i].words <= kNarrow;
      if (!is_short(i) || !(facts_[i].has(B::date) || monthly)) continue;
      last = i;
      for (std::size_t k = i < kNear ? 0 : i - kNear; k < i; ++k) set(k, B::date_below);
      for (std::size_t k = i < kSoon ? 0 : i - kSoon; k < i; ++k) set(k, B::date_soon);
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_short(i) || !facts_[i].has(B::starts_by)) continue;
      for (std::size_t k = i < kSoon ? 0 : i - kSoon; k < i; ++k) set(k, B::by_soon);
    }
  }

  bool is_short(std::size_t i) const {
    constexpr std::uint32_t kShort = 12;
    return facts_[i].words <= kShort;
  }

  void set_if(std::size_t block, B first, std::uint32_t n, bool value) {
    if (value) set_bin(block, first, n);
  }

  // Case, length and end: what the lines of a menu or of a list have in common.
  std::uint32_t shape_of(std::size_t i) const {
    const BlockFacts& facts = facts_[i];
    std::uint32_t shape = bin(facts.words, {2, 4, 8, 16, 32});
    for (const B bit : {B::starts_capital, B::starts_number, B::ends_sentence, B::all_caps, B::starts_bullet, B::date,
                        B::ends_number, B::starts_mark}) {
      shape = shape * 2 + (facts.has(bit) ? 1 : 0);
    }
    return shape;
  }

  void read_shapes() {
    std::size_t first = 0;
    std::uint32_t shape = shape_of(0);
    for (std::size_t i = 1; i <= blocks_.size(); ++i) {
      const std::uint32_t before = shape;
      if (i < blocks_.size()) shape = shape_of(i);
      if (i < blocks_.size() && shape == before) {
        set(i, B::like_before);
        set(i - 1, B::like_behind);
        continue;
      }
      for (std::size_t k = first; k < i; ++k) set_bin(k, B::alike, bin(distance(i, first), {2, 3, 6}));
      first = i;
    }
  }

  void read_distances() {
    std::uint32_t since = 1000;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      set_bin(i, B::prose_above, bin(since, {2, 3, 6, 13}));
      since = is_prose(i) ? 1 : std::min(since + 1, 1000U);
    }
    since = 1000;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      set_bin(i, B::prose_below, bin(since, {2, 3, 6, 13}));
      since = is_prose(i) ? 1 : std::min(since + 1, 1000U);
    }
  }

  void read_shares() {
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) all += is_prose(i) ? facts_[i].words : 0;
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto share = static_cast<std::uint32_t>(all == 0 ? 0 : before * 100 / all);
      set_bin(i, B::share_before, before == 0 ? 0 : 1 + bin(share, {10, 33, 67, 90}));
      before += is_prose(i) ? facts_[i].words : 0;
    }
  }

  template <typename Visit>
  void each_content_word(std::size_t i, const Visit& visit) const {
    const std::string_view folded = facts_[i].folded;
    for (std::size_t start = 0; start < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', start), folded.size());
      const std::string_view word = folded.substr(start, end - start);
      if (word.size() > 2 && !lexicons_.function_words.contains(word)) visit(word);
      start = end + 1;
    }
  }

  void read_words_told(Range article) {
    constexpr std::uint32_t kEarly = 3;
    Words early;
    std::unordered_map<std::string_view, std::uint32_t> told;  // in how many of the article's paragraphs
    std::uint32_t paragraphs = 0;
    for (std::size_t i = article.first; i < article.last; ++i) {
      if (!is_prose(i)) continue;
      ++paragraphs;
      Words here;
      each_content_word(i, [&](std::string_view word) { here.insert(word); });
      for (const std::string_view word : here) ++told[word];
      if (paragraphs <= kEarly) early.insert(here.begin(), here.end());
    }
    std::uint32_t most = 0;
    std::uint32_t second = 0;
    std::size_t most_at = blocks_.size();
    std::size_t second_at = blocks_.size();
    bool first = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool counted = article.first <= i && i < article.last && is_prose(i);
      std::uint32_t words = 0;
      std::uint32_t again = 0;
      std::uint32_t at_once = 0;
      each_content_word(i, [&](std::string_view word) {
        ++words;
        const auto found = told.find(word);
        again += found != told.end() && found->second > (counted ? 1U : 0U) ? 1 : 0;
        at_once += early.contains(word) ? 1 : 0;
      });
      if (words < 2) continue;
      set_bin(i, B::told_again, share_of(again, words));
      set_bin(i, B::told_early, share_of(at_once, words));
      constexpr std::uint32_t kLongest = 30;
      if (i > article.first || is_prose(i) || facts_[i].words > kLongest || facts_[i].has(B::phrase)) continue;
      if (!first && words >= 3 && at_once * 2 >= words) {
        first = true;
        set(i, B::told_first);
      }
      if (at_once > most) {
        second = std::exchange(most, at_once);
        second_at = std::exchange(most_at, i);
      } else if (at_once > second) {
        second = at_once;
        second_at = i;
      }
    }
    if (most_at < blocks_.size()) set(most_at, B::told_most);
    if (second_at < blocks_.size()) set(second_at, B::told_second);
  }

  static std::uint32_t share_of(std::uint32_t part, std::uint32_t whole) {
    return part == 0 ? 0 : 1 + bin(part * 100 / whole, {34, 67, 90});
  }

  void read_told() {
    const std::string title = fold_title(request_.metadata.title);
    bool content = false;
    for (const Hint& hint : request_.hints) content = content || hint.content;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      set(i, B::page_title, !title.empty() && facts_[i].words >= 2 && is_told_title(facts_[i].folded, title));
      set(i, B::page_has_hints, !request_.hints.empty());
      set(i, B::page_has_content, content);
    }
  }

  static bool is_told_title(std::string_view line, std::string_view title) {
    return line == title || (line.size() * 2 > title.size() && title.starts_with(line)) ||
           (title.size() * 2 > line.size() && line.starts_with(title));
  }

  // As a block's words are folded.
  static std::string fold_title(std::string_view title) {
    std::string folded;
    bool gap = false;
    const std::string low = lower(title);
    for (std::size_t at = 0; at < low.size();) {
      const CodePoint c = decode(low, at);
      if (is_letter(c.value) || is_number(c.value) || c.value == '-') {
        if (gap && !folded.empty()) folded += ' ';
        gap = false;
        folded += std::string_view(low).substr(at, c.length);
      } else if (!is_apostrophe(c.value)) {
        gap = true;
      }
      at += c.length;
    }
    return folded;
  }

  const TokenView& view_;
  const std::vector<Block>& blocks_;
  const Request& request_;
  const Lexicons& lexicons_;
  std::vector<BlockFacts>& facts_;
};

}  // namespace

void read_page(const TokenView& view, const std::vector<Block>& blocks, const Request& request,
               const Lexicons& lexicons, std::vector<BlockFacts>& facts) {
  PageReader(view, blocks, request, lexicons, facts).run();
}

}  // namespace pressmark

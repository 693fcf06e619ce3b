#include "passes/block_kinds.h"

#include <algorithm>
#include <map>

namespace pressmark {

namespace {

// What is read off a block before any is judged.
struct Features {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;     // words that begin with one
  std::uint32_t small_words = 0;  // of the, and, is ...
  bool ends_sentence = false;
  bool prose = false;
  bool chrome_phrase = false;
  bool copyright = false;
  bool date = false;
  bool byline = false;
  std::string folded;  // its words in lower case, with a space between
  Hint hint;           // what HTML told of most of it
};

constexpr Score kSure = 950;
constexpr Score kLikely = 800;
constexpr Score kGuess = 600;

class Judge {
 public:
  Judge(const TokenView& view, const Request& request, const Lexicons& lexicons, std::vector<Block>& blocks)
      : view_(view), request_(request), lexicons_(lexicons), blocks_(blocks) {}

  void run() {
    std::size_t hint = 0;
    for (const Block& block : blocks_) features_.push_back(read(block, hint));
    find_body();
    judge_each();
    if (!request_.clean) {
      set_aside_lists();
      set_aside_ends();
    }
    find_title();
    find_duplicates();
    if (request_.clean) keep_all();
    obey();
  }

 private:
  Features read(const Block& block, std::size_t& hint) const {
    Features f;
    for (std::uint32_t i = block.tokens.first; i < block.tokens.last; ++i) {
      if (!view_.is_word(i) && !view_.is_number(i)) continue;
      ++f.words;
      if (!f.folded.empty()) f.folded += ' ';
      const std::string word = view_.lower_word(i);
      f.folded += word;
      f.capitals += view_[i].capital ? 1 : 0;
      f.small_words += lexicons_.function_words.contains(word) ? 1 : 0;
      f.date = f.date || (lexicons_.months.contains(word) && has_number_beside(i, block));
    }
    f.hint = hint_for(block, hint);
    f.ends_sentence = ends_sentence(block);
    f.copyright = is_copyright(block, f);
    f.chrome_phrase = is_chrome_phrase(f);
    f.byline = is_byline(block, f);
    f.date = (f.date || f.hint.date) && f.words <= 12 && f.small_words <= 2;
    const bool sentence = f.ends_sentence && f.words >= 6 && f.small_words * 8 >= f.words;
    f.prose = (sentence || f.words >= 30) && !f.copyright && !f.chrome_phrase && f.hint.link_density < 500 &&
              f.hint.heading == 0;
    return f;
  }

  bool has_number_beside(std::uint32_t i, const Block& block) const {
    return (i > block.tokens.first && view_.is_number(i - 1)) ||
           (i + 1 < block.tokens.last && view_.is_number(i + 1)) ||
           (i + 2 < block.tokens.last && view_.is_number(i + 2));
  }

  // Hints are in the order of the text; `next` goes along with the blocks.
  Hint hint_for(const Block& block, std::size_t& next) const {
    const auto& hints = request_.hints;
    while (next < hints.size() && hints[next].span.end <= block.span.start) ++next;
    if (next == hints.size() || !hints[next].span.overlaps(block.span)) return {};
    return hints[next];
  }

  bool ends_sentence(const Block& block) const {
    for (std::uint32_t i = block.tokens.last; i > block.tokens.first; --i) {
      const std::string_view word = view_.word(i - 1);
      if (is_any_of(word, {"”", "\"", "’", "'", ")", "''", "»", "]"})) continue;
      return is_any_of(word, {".", "!", "?", "…", ":", "..."}) || (word.size() > 2 && word.back() == '.');
    }
    return false;
  }

  bool is_copyright(const Block& block, const Features& f) const {
    const std::string_view first = view_.word(block.tokens.first);
    return f.words <= 60 && (first == "©" || f.folded.starts_with("copyright") ||
                             (f.words <= 25 && f.folded.find("all rights reserved") != std::string::npos) ||
                             (first == "(" && f.folded.starts_with("c ") && f.words <= 25));
  }

  // The whole block, or its first three words or more.
  bool is_chrome_phrase(const Features& f) const {
    if (f.folded.empty() || lexicons_.chrome_phrases.contains(f.folded)) return true;
    if (f.words > 14) return false;
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < f.folded.size(); ++i) {
      if (f.folded[i] != ' ') continue;
      ++spaces;
      const std::string_view head = std::string_view(f.folded).substr(0, i);
      if (spaces >= 2 && !f.ends_sentence && lexicons_.chrome_phrases.contains(head)) return true;
    }
    return false;
  }

  // "By Ann Lee", "Ann Lee and Bo Ek in Lagos", "Ann Lee, Daily Bugle": short, and nearly all of it capitals.
  bool is_byline(const Block& block, const Features& f) const {
    if (f.hint.author) return true;
    if (f.words < 2 || f.words > 16 || f.ends_sentence) return false;
    const std::string first = view_.lower_word(block.tokens.first);
    const bool by = is_any_of(first, {"by", "from"}) && f.capitals >= 2;
    if (by && (f.capitals + f.small_words) * 4 >= f.words * 3) return true;
    bool comma = false;
    for (std::uint32_t i = block.tokens.first; i < block.tokens.last; ++i) comma = comma || view_.is(i, ",");
    return comma && f.words <= 9 && f.capitals >= 3 && f.capitals + 2 >= f.words && f.small_words <= 2 && !f.date;
  }

  // The article runs from the first to the last prose; a lone sentence far from the rest is a teaser or a notice.
  void find_body() {
    first_ = blocks_.size();
    last_ = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!features_[i].prose) continue;
      if (first_ == blocks_.size()) first_ = i;
      last_ = i + 1;
    }
    // “He declined.”: a short sentence right behind prose is prose too.
    for (std::size_t i = first_; i + 1 < blocks_.size(); ++i) {
      Features& next = features_[i + 1];
      const bool sentence = next.ends_sentence && next.words >= 2 && !next.chrome_phrase && !next.copyright;
      if (!features_[i].prose || !sentence || next.hint.heading != 0 || next.hint.link_density >= 500) continue;
      next.prose = true;
      last_ = std::max(last_, i + 2);
    }
  }

  void judge_each() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Features& f = features_[i];
      Block& block = blocks_[i];
      const bool inside = first_ <= i && i < last_;
      block.level = f.hint.heading;
      block.score = kLikely;
      if (f.copyright) {
        block.kind = BlockKind::copyright;
        block.score = kSure;
      } else if (f.hint.caption || (f.words <= 40 && is_caption(block, f))) {
        block.kind = BlockKind::caption;
      } else if (f.prose) {
        block.kind = f.hint.list ? BlockKind::list : BlockKind::body;
        block.score = kSure;
      } else if (f.chrome_phrase) {
        block.kind = BlockKind::chrome;
        block.score = kSure;
      } else if (f.byline && i <= first_ + 1) {
        block.kind = BlockKind::byline;
      } else if (f.date && i <= first_ + 1) {
        block.kind = BlockKind::date;
      } else if (f.hint.list || is_bullet(block)) {
        block.kind = inside ? BlockKind::list : BlockKind::chrome;
      } else if (inside) {
        const bool speech = begins_with_mark(block) && f.words > 6;
        block.kind = f.ends_sentence || f.words > 14 || speech ? BlockKind::body : BlockKind::section;
        block.score = kGuess;
      } else {
        block.kind = first_ == blocks_.size() ? BlockKind::body : BlockKind::chrome;
        block.score = kGuess;
      }
    }
  }

  // "Photo: Jo Bell", "(AP Photo/Jo Bell)", "... Jo Bell/Reuters"
  bool is_caption(const Block& block, const Features& f) const {
    if (f.folded.starts_with("photo by") || f.folded.starts_with("image source")) return true;
    for (std::uint32_t i = block.tokens.first; i + 1 < block.tokens.last; ++i) {
      const std::string_view word = view_.word(i);
      const std::string_view next = view_.word(i + 1);
      if (next == ":" &&
          is_any_of(word, {"Photo", "Photograph", "PHOTO", "Photos", "Image", "Picture", "Credit", "Photographer"})) {
        return true;
      }
      if (next == "/" && is_any_of(word, {"Photo", "Images"})) return true;
      if (word == "/" && is_any_of(next, {"Getty", "Reuters", "AFP", "AP", "EPA", "Shutterstock", "REUTERS", "Rex"}))
        return true;
    }
    return false;
  }

  bool is_bullet(const Block& block) const {
    return is_any_of(view_.word(block.tokens.first), {"•", "*", "·", "▪", "–", "-", "—"}) && block.tokens.size() > 1 &&
           !view_.attached(block.tokens.first + 1);
  }

  bool begins_with_mark(const Block& block) const {
    const char32_t c = view_.first(block.tokens.first);
    return is_double_mark(c) || is_single_mark(c);
  }

  // Three short lines or more in a row, none a sentence: a menu, or links to other articles.
  void set_aside_lists() {
    for (std::size_t i = 0; i < blocks_.size();) {
      std::size_t end = i;
      while (end < blocks_.size() && blocks_[end].kind == BlockKind::section && features_[end].hint.heading == 0) ++end;
      if (end - i >= 3) {
        for (std::size_t k = i; k < end; ++k) blocks_[k].kind = BlockKind::chrome;
      }
      i = std::max(end, i + 1);
    }
  }

  // A sentence or two that nothing but chrome parts from the body by more than a few lines, at either end.
  void set_aside_ends() {
    constexpr std::size_t kFar = 4;
    std::size_t weight = 0;
    for (std::size_t i = first_; i < last_; ++i) weight += blocks_[i].kind == BlockKind::body ? features_[i].words : 0;
    std::size_t before = 0;
    std::size_t gap = 0;
    for (std::size_t i = first_; i < last_; ++i) {
      if (blocks_[i].kind != BlockKind::body) {
        ++gap;
        continue;
      }
      if (gap >= kFar && before * 5 < weight) {
        for (std::size_t k = first_; k < i; ++k) set_aside(k);
        first_ = i;
      } else if (gap >= kFar && before * 5 > weight * 4) {
        for (std::size_t k = i; k < last_; ++k) set_aside(k);
        last_ = i;
        return;
      }
      gap = 0;
      before += features_[i].words;
    }
  }

  void set_aside(std::size_t i) {
    if (blocks_[i].kind == BlockKind::copyright) return;
    blocks_[i].kind = BlockKind::chrome;
    blocks_[i].score = kGuess;
  }

  // What HTML heads or names so; else, before the body, the line that says most; in a clean text its first short line.
  void find_title() {
    std::size_t best = blocks_.size();
    std::uint32_t most = 0;
    const std::size_t stop = std::min(blocks_.size(), std::max<std::size_t>(first_, 1));
    for (std::size_t i = 0; i < stop; ++i) {
      const Features& f = features_[i];
      const bool may = !f.chrome_phrase && !f.copyright && !f.date && !f.prose &&
                       blocks_[i].kind != BlockKind::byline && blocks_[i].kind != BlockKind::caption && f.words >= 3 &&
                       f.words <= 30;
      if (!may) continue;
      std::uint32_t worth = f.words;
      if (f.hint.heading == 1 || is_named_title(f)) worth += 100;
      if (worth >= most) {
        most = worth;
        best = i;
      }
    }
    if (best == blocks_.size() || (most < 4 && first_ == blocks_.size())) return;
    blocks_[best].kind = BlockKind::title;
    blocks_[best].level = 1;
    blocks_[best].score = most > 100 ? kSure : kLikely;
    find_subtitle(best, stop);
  }

  bool is_named_title(const Features& f) const {
    if (request_.metadata.title.empty()) return false;
    std::string folded = lower(request_.metadata.title);
    return folded.starts_with(f.folded);
  }

  // The line below the title that says as much and is nothing else; below them a line that is a person's name.
  void find_subtitle(std::size_t title, std::size_t stop) {
    std::size_t i = title + 1;
    const auto is_open = [this, stop](std::size_t k) {
      return k < stop && (blocks_[k].kind == BlockKind::chrome || blocks_[k].kind == BlockKind::body) &&
             !features_[k].chrome_phrase && !features_[k].prose;
    };
    if (is_open(i) && features_[i].words >= 6 && features_[i].small_words > 0) blocks_[i++].kind = BlockKind::subtitle;
    if (is_open(i) && is_bare_name(blocks_[i], features_[i])) blocks_[i].kind = BlockKind::byline;
  }

  // "Ann Lee", "Ann Lee in Lagos"
  bool is_bare_name(const Block& block, const Features& f) const {
    if (f.words < 2 || f.words > 6 || f.words != block.tokens.size()) return false;
    return view_[block.tokens.first].capital && view_[block.tokens.first + 1].capital && f.capitals + 1 >= f.words &&
           !view_[block.tokens.first].all_caps;
  }

  // A line that stands again word for word: the headline in the menu, the pull quote.
  void find_duplicates() {
    std::map<std::string_view, Index> seen;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (features_[i].words < 4) continue;
      const auto [at, first] = seen.emplace(features_[i].folded, static_cast<Index>(i));
      if (first) continue;
      const bool title_comes = blocks_[i].kind == BlockKind::title;
      const std::size_t copy = title_comes ? at->second : i;
      blocks_[copy].duplicate_of = title_comes ? static_cast<Index>(i) : at->second;
      if (!request_.clean && blocks_[copy].kind != BlockKind::copyright) blocks_[copy].kind = BlockKind::chrome;
      if (title_comes) at->second = static_cast<Index>(i);
    }
  }

  void keep_all() {
    for (Block& block : blocks_) {
      if (block.kind == BlockKind::chrome) block.kind = BlockKind::body;
    }
  }

  void obey() {
    for (const BlockOverride& wish : request_.blocks) {
      auto block = std::partition_point(blocks_.begin(), blocks_.end(),
                                        [&wish](const Block& b) { return b.span.end <= wish.span.start; });
      for (; block != blocks_.end() && block->span.start < wish.span.end; ++block) {
        block->kind = wish.kind;
        block->score = 1000;
      }
    }
  }

  const TokenView& view_;
  const Request& request_;
  const Lexicons& lexicons_;
  std::vector<Block>& blocks_;
  std::vector<Features> features_;
  std::size_t first_ = 0;  // blocks [first_, last_) hold the article's prose
  std::size_t last_ = 0;
};

}  // namespace

void find_block_kinds(const TokenView& view, const Request& request, const Lexicons& lexicons,
                      std::vector<Block>& blocks) {
  Judge(view, request, lexicons, blocks).run();
}

}  // namespace pressmark

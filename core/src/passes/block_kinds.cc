#include "passes/block_kinds.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace pressmark {

namespace {

constexpr std::size_t kTitle = static_cast<std::size_t>(BlockKind::title);
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr Score kDoubtful = 500;
constexpr std::size_t kChrome = static_cast<std::size_t>(BlockKind::chrome);

bool is_body(std::size_t kind) {
  const auto k = static_cast<BlockKind>(kind);
  return k == BlockKind::body || k == BlockKind::section || k == BlockKind::list || k == BlockKind::pull_quote;
}

class Judge {
 public:
  Judge(const Request& request, const std::vector<BlockFacts>& facts, BlockShares shares, std::vector<Block>& blocks)
      : request_(request),
        facts_(facts),
        shares_(std::move(shares.kinds)),
        headline_(std::move(shares.headline)),
        blocks_(blocks) {}

  void run() {
    has_content_ = !facts_.empty() && facts_.front().has(BlockBit::page_has_content);
    if (request_.clean) rule_out(kChrome);
    choose_title();
    for (std::size_t i = 0; i < blocks_.size(); ++i) choose(i);
    if (!has_content_ && !request_.clean) {
      go_on();
      leave_far_runs();
    }
    check_kickers();
    find_duplicates();
    obey();
  }

 private:
  // Its share goes to the other kinds, or to the body where they have none.
  void rule_out(std::size_t kind) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) rule_out(i, kind, static_cast<std::size_t>(BlockKind::body));
  }
  void rule_out(std::size_t i, std::size_t kind, std::size_t instead) {
    KindShares& shares = shares_[i];
    const float rest = 1.0F - shares[kind];
    shares[kind] = 0;
    if (rest < 1e-3F) {
      shares[instead] = 1;
      return;
    }
    for (float& share : shares) share /= rest;
  }

  // What HTML tells is the headline; else the likeliest one, if it is likely at all. The others are links to the
  // article, or its head once more.
  void choose_title() {
    constexpr float kLikely = 0.3F;
    std::size_t best = told_title();
    if (best == kNowhere && !blocks_.empty()) {
      rule_out_headlines();
      best = static_cast<std::size_t>(std::max_element(headline_.begin(), headline_.end()) - headline_.begin());
      if (headline_[best] < kLikely) best = kNowhere;
      if (best != kNowhere) best = above_deck(best);
    }
    title_ = best;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (i == title_) continue;
      rule_out(i, kTitle, request_.clean ? static_cast<std::size_t>(BlockKind::section) : kChrome);
    }
  }

  // A single word, a date and a known line of chrome are none; their shares go to the others.
  void rule_out_headlines() {
    float rest = 1;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool chrome = facts_[i].has(BlockBit::phrase) || facts_[i].has(BlockBit::phrase_head);
      if (facts_[i].words > 1 && !chrome && !is_date(facts_[i])) continue;
      rest -= std::exchange(headline_[i], 0.0F);
    }
    for (float& share : headline_) share /= std::max(rest, 1e-6F);
  }

  static bool is_date(const BlockFacts& facts) {
    constexpr std::uint32_t kFew = 3;
    return facts.has(BlockBit::mostly_date) || (facts.has(BlockBit::month) && facts.words <= kFew);
  }

  // The deck tells more of the article than the headline, which may be a play on words: where the line above might be
  // the headline, too, it is.
  std::size_t above_deck(std::size_t deck) {
    constexpr float kPossible = 0.01F;
    constexpr float kTitleInChain = 0.1F;
    constexpr std::uint32_t kShortest = 5;
    if (deck == 0) return deck;
    const std::size_t above = deck - 1;
    const bool possible = headline_[above] >= kPossible && shares_[above][kTitle] >= kTitleInChain;
    if (!possible || facts_[above].words < kShortest) return deck;
    shares_[deck][static_cast<std::size_t>(BlockKind::subtitle)] += std::exchange(shares_[deck][kTitle], 0.0F);
    return above;
  }

  // The likeliest of the first-order headings that say what the page tells as its title, of the other lines that do, of
  // the first-order headings.
  std::size_t told_title() {
    std::size_t best = kNowhere;
    int most = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const BlockFacts& facts = facts_[i];
      const int evidence = (facts.has(BlockBit::page_title) ? 2 : 0) + (facts.hint.heading == 1 ? 1 : 0);
      const bool better = evidence > most || (evidence == most && best != kNowhere && headline_[i] > headline_[best]);
      if (evidence == 0 || !better) continue;
      most = evidence;
      best = i;
    }
    if (best != kNowhere) headline_[best] = std::max(headline_[best], most >= 2 ? 0.95F : 0.8F);
    return best;
  }

  // First whether it belongs to the body, then what it is among the kinds of that half.
  void choose(std::size_t i) {
    std::size_t best = kTitle;
    float half = headline_[i];
    if (i != title_) {
      float body = body_share(i);
      if (has_content_) body = is_content(facts_[i].hint) ? 1.0F : 0.0F;
      if (is_aside(facts_[i])) body = 0;
      const bool belongs = body > 0.5F || is_opening(i, body);
      best = likeliest(i, belongs);
      half = belongs ? body : shares_[i][best];
      best = static_cast<std::size_t>(told_kind(i, static_cast<BlockKind>(best)));
    }
    Block& block = blocks_[i];
    block.kind = static_cast<BlockKind>(best);
    block.score = static_cast<Score>(std::lround(std::min(half, 1.0F) * 1000));
    const bool heads = block.kind == BlockKind::title || block.kind == BlockKind::section;
    block.level = heads ? facts_[i].hint.heading : 0;
    if (block.kind == BlockKind::title && block.level == 0) block.level = 1;
  }

  // A paragraph without a photographer is rather the article's first one than a caption.
  bool is_opening(std::size_t i, float body) const {
    constexpr float kPossible = 0.3F;
    constexpr std::uint32_t kShortest = 20;
    const BlockFacts& facts = facts_[i];
    const bool caption = likeliest(i, false) == static_cast<std::size_t>(BlockKind::caption);
    return caption && body > kPossible && facts.words >= kShortest && facts.has(BlockBit::prose) &&
           !facts.has(BlockCue::photo) && !facts.hint.caption;
  }

  // Readers of whole pages keep captions, bylines and the headline, too.
  static bool is_content(const Hint& hint) { return hint.content && !hint.caption && !hint.date && hint.heading != 1; }

  // Links, and whom a tag calls the author.
  static bool is_aside(const BlockFacts& facts) {
    constexpr Score kLinks = 800;
    return facts.hint.link_density >= kLinks || (facts.hint.author && !facts.has(BlockBit::prose));
  }

  // Tags know better than words which sort of body, or of the lines around it, a block is.
  BlockKind told_kind(std::size_t i, BlockKind kind) const {
    constexpr std::uint32_t kLine = 30;
    const Hint& hint = facts_[i].hint;
    const bool near = !has_content_ || hint.content;
    if (is_body(static_cast<std::size_t>(kind))) {
      if (hint.heading > 0) return BlockKind::section;
      if (hint.list) return BlockKind::list;
      return kind == BlockKind::section && has_content_ ? BlockKind::body : kind;
    }
    if (hint.caption && near) return BlockKind::caption;
    if (hint.author && facts_[i].words <= kLine) return BlockKind::byline;
    if (hint.date && near && facts_[i].has(BlockBit::date)) return BlockKind::date;
    return kind;
  }

  // An article does not end before another paragraph of prose unless something between says so: where the chain took it
  // for what stands behind the article, but only a few lines without a cue of such things part it from the body, the
  // article goes on.
  void go_on() {
    constexpr std::size_t kFew = 4;
    constexpr std::size_t kHole = 8;
    constexpr float kPossible = 0.05F;
    const bool transcript = is_transcript();
    std::size_t last = kNowhere;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_body(static_cast<std::size_t>(blocks_[i].kind))) {
        if (last != kNowhere && i - last <= kHole && !parts_from_body(last, i)) fill(last, i);
        last = i;
        continue;
      }
      if (last == kNowhere || blocks_[i].kind != BlockKind::chrome) continue;
      if (i == last + 1 && transcript && facts_[i].has(BlockBit::has_colon)) {
        belong(i);
        last = i;
      }
      if (!facts_[i].has(BlockBit::prose)) continue;
      const bool near = i - last <= kFew && body_share(i) >= kPossible && !parts_from_body(last, i);
      if (!near && !is_told_on(last, i)) continue;
      for (std::size_t k = near ? last + 1 : i; k <= i; ++k) {
        if (blocks_[k].kind == BlockKind::chrome) belong(k);
      }
      last = i;
    }
  }

  // "ANN LEE: Yes." in a transcript: half of the body is such lines.
  bool is_transcript() const {
    std::size_t labelled = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_body(static_cast<std::size_t>(blocks_[i].kind))) continue;
      ++all;
      labelled += facts_[i].has(BlockBit::has_colon) ? 1 : 0;
    }
    return labelled * 2 > all;
  }

  // A line between paragraphs that tell of the same is a link to another article, or advertising.
  bool is_told_on(std::size_t last, std::size_t i) const {
    constexpr std::uint32_t kLine = 20;
    if (i - last != 2 || facts_[i - 1].words > kLine || !facts_[last].has(BlockBit::prose)) return false;
    if (!facts_[i].has(BlockBit::told_again, 2, 5)) return false;
    return !parts_from_body(i - 1, i) && !facts_[i - 1].has(BlockCue::bio) && !facts_[i - 1].has(BlockCue::legal) &&
           !facts_[i - 1].has(BlockCue::comment);
  }

  // The body is one: what lies far behind the most of it, or above the headline far before it, and is much less, is
  // another article's, or a comment.
  void leave_far_runs() {
    constexpr std::size_t kFar = 8;  // blocks that are set aside
    constexpr float kMuchLess = 0.4F;
    constexpr float kMuchLessAbove = 0.3F;
    struct Run {
      std::size_t first;
      std::size_t last;
      std::uint32_t words;
    };
    std::vector<Run> runs;
    std::size_t aside = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == BlockKind::chrome) ++aside;
      if (!is_body(static_cast<std::size_t>(blocks_[i].kind))) continue;
      const bool new_run = runs.empty() || aside >= kFar || (title_ < i && runs.back().last < title_);
      if (new_run) runs.push_back({i, i, 0});
      runs.back().last = i;
      runs.back().words += facts_[i].words;
      aside = 0;
    }
    const auto most =
        std::max_element(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.words < b.words; });
    for (auto run = runs.begin(); run != runs.end(); ++run) {
      const bool above = title_ != kNowhere && run->last < title_;
      if (run == most || (run < most && !above)) continue;
      const auto enough = static_cast<float>(most->words) * (run < most ? kMuchLessAbove : kMuchLess);
      if (static_cast<float>(run->words) >= enough) continue;
      for (std::size_t i = run->first; i <= run->last; ++i) {
        if (is_body(static_cast<std::size_t>(blocks_[i].kind))) set_aside(i);
      }
    }
  }

  void set_aside(std::size_t i) {
    blocks_[i].kind = BlockKind::chrome;
    blocks_[i].score = kDoubtful;
  }

  // "Three causes:" and the points below it, in the midst of the body.
  void fill(std::size_t last, std::size_t next) {
    for (std::size_t k = last + 1; k < next; ++k) {
      const BlockFacts& facts = facts_[k];
      const bool list = facts.has(BlockBit::ends_colon) || facts.has(BlockBit::starts_bullet) ||
                        facts.has(BlockBit::numbered_item) || facts.has(BlockBit::starts_mark);
      if (list && blocks_[k].kind == BlockKind::chrome) belong(k);
    }
  }

  bool parts_from_body(std::size_t last, std::size_t i) const {
    for (std::size_t k = last + 1; k <= i; ++k) {
      const BlockFacts& facts = facts_[k];
      if (facts.has(BlockBit::phrase) || facts.has(BlockBit::phrase_head) || facts.has(BlockBit::again_first))
        return true;
      for (const BlockCue cue : {BlockCue::more, BlockCue::signup, BlockCue::share, BlockCue::comment, BlockCue::bio,
                                 BlockCue::legal, BlockCue::advert}) {
        if (facts.has(cue)) return true;
      }
    }
    return false;
  }

  // Of the kinds of the body, or of the others.
  std::size_t likeliest(std::size_t i, bool of_body) const {
    std::size_t best = of_body ? static_cast<std::size_t>(BlockKind::body) : kChrome;
    for (std::size_t kind = 0; kind < kBlockKinds; ++kind) {
      if (is_body(kind) == of_body && shares_[i][kind] > shares_[i][best]) best = kind;
    }
    return best;
  }

  float body_share(std::size_t i) const {
    float body = 0;
    for (std::size_t kind = 0; kind < kBlockKinds; ++kind) body += is_body(kind) ? shares_[i][kind] : 0;
    return body;
  }

  // Its likeliest kind of the body.
  void belong(std::size_t i) {
    std::size_t best = likeliest(i, true);
    const bool item = facts_[i].has(BlockBit::starts_bullet) || facts_[i].has(BlockBit::numbered_item);
    if (item) best = static_cast<std::size_t>(BlockKind::list);
    blocks_[i].kind = told_kind(i, static_cast<BlockKind>(best));
    blocks_[i].score = kDoubtful;
  }

  // A kicker stands right above the headline, or above what stands there, and is no word of a menu, nor a menu in one
  // line.
  void check_kickers() {
    constexpr std::size_t kNear = 2;
    constexpr std::uint32_t kMenu = 3;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind != BlockKind::kicker) continue;
      const bool near = title_ != kNowhere && i < title_ && title_ - i <= kNear;
      if (near && !facts_[i].has(BlockBit::phrase) && facts_[i].bars < kMenu) continue;
      blocks_[i].kind = request_.clean ? BlockKind::section : BlockKind::chrome;
    }
  }

  // A line that stands again word for word: the headline in the menu, the pull quote that repeats a sentence.
  void find_duplicates() {
    std::unordered_map<std::string_view, Index> first;
    if (title_ < blocks_.size()) first.emplace(facts_[title_].folded, static_cast<Index>(title_));
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      constexpr std::uint32_t kShortest = 4;
      if (facts_[i].words < kShortest || i == title_) continue;
      const auto [at, is_first] = first.emplace(facts_[i].folded, static_cast<Index>(i));
      if (!is_first) blocks_[i].duplicate_of = at->second;
    }
    find_repeated_sentences();
  }

  // By their first words, so that each block of the body is gone through once.
  void find_repeated_sentences() {
    constexpr std::uint32_t kOpening = 5;
    std::unordered_map<std::string_view, Index> wanted;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const BlockKind kind = blocks_[i].kind;
      if (blocks_[i].duplicate_of != kNone || (kind != BlockKind::pull_quote && kind != BlockKind::caption)) continue;
      if (facts_[i].words < kOpening) continue;
      wanted.emplace(opening(facts_[i].folded, kOpening), static_cast<Index>(i));
    }
    if (wanted.empty()) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind != BlockKind::body || facts_[i].words < kOpening) continue;
      const std::string_view folded = facts_[i].folded;
      for (std::size_t at = 0; at < folded.size();
           at = folded.find(' ', at) == std::string_view::npos ? folded.size() : folded.find(' ', at) + 1) {
        const auto found = wanted.find(opening(folded.substr(at), kOpening));
        if (found == wanted.end() || !folded.substr(at).starts_with(facts_[found->second].folded)) continue;
        blocks_[found->second].duplicate_of = static_cast<Index>(i);
        wanted.erase(found);
      }
    }
  }

  // The first words, as many as there are up to that number.
  static std::string_view opening(std::string_view folded, std::uint32_t words) {
    std::size_t end = 0;
    for (std::uint32_t n = 0; n < words && end < folded.size(); ++n)
      end = std::min(folded.find(' ', end + 1), folded.size());
    return folded.substr(0, end);
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

  const Request& request_;
  const std::vector<BlockFacts>& facts_;
  std::vector<KindShares> shares_;
  std::vector<float> headline_;
  std::vector<Block>& blocks_;
  std::size_t title_ = kNowhere;
  bool has_content_ = false;  // a whole page was read, and its blocks that belong to the article are marked
};

}  // namespace

void find_block_kinds(const Request& request, const BlockNet& net, const std::vector<BlockFacts>& facts,
                      std::vector<Block>& blocks) {
  Judge(request, facts, net.judge(facts), blocks).run();
}

}  // namespace pressmark

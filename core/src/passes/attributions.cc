#include "passes/attributions.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr std::size_t kReach = 24;          // how many parts away the nearest one is looked for
constexpr std::uint32_t kSentenceEnd = 8;   // is as far as so many tokens
constexpr std::uint32_t kMostBetween = 20;  // tokens between a cue and what it governs, sources aside

// The number of the token's sentence.
std::size_t sentence_at(const std::vector<Sentence>& sentences, std::uint32_t token) {
  const auto found = std::partition_point(sentences.begin(), sentences.end(),
                                          [token](const Sentence& s) { return s.tokens.last <= token; });
  return static_cast<std::size_t>(found - sentences.begin());
}

// The parts of one block.
class Joiner {
 public:
  Joiner(const TaggedPart* parts, std::size_t count, const std::vector<Sentence>& sentences, const MarkedTokens& marked)
      : parts_(parts), count_(count), sentences_(sentences), marked_(marked), attribution_of_(count, kNone) {}

  void join(std::vector<Attribution>& attributions) {
    const std::size_t first = attributions.size();
    for (std::size_t i = 0; i < count_; ++i) {
      if (parts_[i].part != AttributionPart::content) continue;
      const std::size_t cue = nearest_cue(i);
      Attribution* to = cue < count_ ? of_cue(cue, attributions) : last_in_marks(i, first, attributions);
      if (to == nullptr) to = &attributions.emplace_back();
      to->content.push_back(parts_[i].tokens);
    }
    for (std::size_t i = first, last = attributions.size(); i < last; ++i) part_marked_from_unmarked(i, attributions);
    for (std::size_t i = first; i < attributions.size(); ++i) find_source(attributions[i]);
  }

 private:
  static std::uint32_t between(TokenRange a, TokenRange b) {
    const std::uint32_t begin = std::min(a.last, b.last);
    const std::uint32_t end = std::max(a.first, b.first);
    return end > begin ? end - begin : 0;
  }

  std::size_t reach_begin(std::size_t i) const { return i > kReach ? i - kReach : 0; }
  std::size_t reach_end(std::size_t i) const { return std::min(count_, i + kReach); }

  std::uint32_t distance(std::size_t content, std::size_t cue) const {
    const TokenRange a = parts_[std::min(content, cue)].tokens;
    const TokenRange b = parts_[std::max(content, cue)].tokens;
    std::uint32_t apart = between(a, b);
    for (std::size_t i = std::min(content, cue) + 1; i < std::max(content, cue); ++i) {
      if (parts_[i].part != AttributionPart::source) continue;
      const std::uint32_t begin = std::max(parts_[i].tokens.first, a.last);
      const std::uint32_t end = std::min(parts_[i].tokens.last, b.first);
      apart -= end > begin ? std::min(apart, end - begin) : 0;
    }
    return sentence_of(a.last - 1) == sentence_of(b.first) ? apart : apart + kSentenceEnd;
  }

  std::size_t sentence_of(std::uint32_t token) const { return sentence_at(sentences_, token); }

  static bool holds(TokenRange outer, TokenRange inner) {
    return outer.first <= inner.first && inner.last <= outer.last;
  }

  // count_ where none is near.
  std::size_t nearest_cue(std::size_t content) const {
    std::size_t best = count_;
    std::uint32_t least = kMostBetween + 1;
    const bool spoken = in_marks(parts_[content].tokens);
    const std::size_t sentence = sentence_of(parts_[content].tokens.first);
    for (std::size_t i = reach_begin(content); i < reach_end(content); ++i) {
      if (parts_[i].part != AttributionPart::cue || holds(parts_[content].tokens, parts_[i].tokens)) continue;
      // What is reported in other words stands in the sentence that reports.
      if (!spoken && sentence_of(parts_[i].tokens.first) != sentence) continue;
      const std::uint32_t apart = distance(content, i);
      if (apart >= least) continue;
      least = apart;
      best = i;
    }
    return best;
  }

  Attribution* of_cue(std::size_t cue, std::vector<Attribution>& attributions) {
    if (attribution_of_[cue] == kNone) {
      attribution_of_[cue] = static_cast<Index>(attributions.size());
      attributions.push_back({{}, parts_[cue].tokens, {}, 0});
    }
    return &attributions[attribution_of_[cue]];
  }

  // Words in marks that nothing introduces go on with what was said in marks before them in the paragraph.
  Attribution* last_in_marks(std::size_t content, std::size_t first, std::vector<Attribution>& attributions) const {
    if (!in_marks(parts_[content].tokens)) return nullptr;
    const std::size_t all = attributions.size();
    for (std::size_t i = all; i > first && all - i < kReach; --i) {
      Attribution& one = attributions[i - 1];
      if (in_marks(one.content.back())) return &one;
    }
    return nullptr;
  }

  // "...," she said, asked about the bill: what is said in marks and what is told in other words are two attributions.
  void part_marked_from_unmarked(std::size_t which, std::vector<Attribution>& attributions) const {
    Attribution& one = attributions[which];
    const auto unmarked = std::stable_partition(one.content.begin(), one.content.end(),
                                                [this](TokenRange piece) { return in_marks(piece); });
    if (unmarked == one.content.begin() || unmarked == one.content.end()) return;
    Attribution other{{unmarked, one.content.end()}, one.cue, {}, 0};
    one.content.erase(unmarked, one.content.end());
    attributions.push_back(std::move(other));
  }

  bool in_marks(TokenRange tokens) const {
    std::uint32_t inside = 0;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) inside += marked_.contains(i) ? 1U : 0U;
    return 2 * inside > tokens.size();
  }

  // The nearest to the cue, else to the content; what is said does not tell who says it.
  void find_source(Attribution& attribution) const {
    const TokenRange around = attribution.cue.empty() ? attribution.content.front() : attribution.cue;
    const TaggedPart* place =
        std::lower_bound(parts_, parts_ + count_, around.first,
                         [](const TaggedPart& p, std::uint32_t at) { return p.tokens.first < at; });
    const auto at = static_cast<std::size_t>(place - parts_);
    const bool spoken = in_marks(attribution.content.front());
    const std::size_t sentence = sentence_of(around.first);
    std::uint32_t least = kNone;
    for (std::size_t i = reach_begin(at); i < reach_end(at); ++i) {
      if (parts_[i].part != AttributionPart::source) continue;
      const bool said = (spoken && in_marks(parts_[i].tokens)) ||
                        std::any_of(attribution.content.begin(), attribution.content.end(),
                                    [&](TokenRange piece) { return holds(piece, parts_[i].tokens); });
      std::uint32_t apart = between(around, parts_[i].tokens);
      if (sentence_of(parts_[i].tokens.first) != sentence) {
        if (!spoken) continue;  // who is reported stands in the sentence that reports
        apart += kSentenceEnd;
      }
      if (said || apart >= least) continue;
      least = apart;
      attribution.source = parts_[i].tokens;
      attribution.source_score = parts_[i].score;
    }
  }

  const TaggedPart* parts_;
  std::size_t count_;
  const std::vector<Sentence>& sentences_;
  const MarkedTokens& marked_;
  std::vector<Index> attribution_of_;  // by part, of cues
};

// What is told in a writer's own words ends with its sentence: the next one may have a cue of its own.
std::vector<TaggedPart> cut_at_sentences(const std::vector<TaggedPart>& parts, const std::vector<Sentence>& sentences,
                                         const MarkedTokens& marked) {
  std::vector<TaggedPart> cut;
  for (TaggedPart part : parts) {
    for (std::size_t i = sentence_at(sentences, part.tokens.first);
         i < sentences.size() && sentences[i].tokens.last < part.tokens.last; ++i) {
      const std::uint32_t end = sentences[i].tokens.last;
      if (part.part != AttributionPart::content || marked.contains(end - 1) || marked.contains(end)) continue;
      cut.push_back(part);
      cut.back().tokens.last = end;
      part.tokens.first = end;
    }
    cut.push_back(part);
  }
  std::stable_sort(cut.begin(), cut.end(),
                   [](const TaggedPart& a, const TaggedPart& b) { return a.tokens.first < b.tokens.first; });
  return cut;
}

}  // namespace

std::vector<Attribution> join_parts(const std::vector<TaggedPart>& tagged, const std::vector<Block>& blocks,
                                    const std::vector<Sentence>& sentences, const MarkedTokens& marked) {
  const std::vector<TaggedPart> parts = cut_at_sentences(tagged, sentences, marked);
  std::vector<Attribution> attributions;
  std::size_t first = 0;
  for (const Block& block : blocks) {
    std::size_t last = first;
    while (last < parts.size() && parts[last].tokens.first < block.tokens.last) ++last;
    Joiner(parts.data() + first, last - first, sentences, marked).join(attributions);
    first = last;
  }
  std::stable_sort(attributions.begin(), attributions.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().first < b.content.front().first;
  });
  return attributions;
}

}  // namespace pressmark

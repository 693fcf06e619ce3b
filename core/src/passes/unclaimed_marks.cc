#include "passes/unclaimed_marks.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr Score kContinued = 900;    // speech over several paragraphs, by its marks
constexpr Score kColon = 850;        // a name and a colon
constexpr Score kLayout = 900;       // a label in front or a signature behind
constexpr Score kGoesOn = 700;       // the paragraph before spoke, and nobody else is named
constexpr Score kNamedBefore = 250;  // the sentence before has a person for its subject: right in one of four
constexpr Score kUnclaimed = 600;    // that words in marks which nobody introduces are a quotation

// Measured on PolNeAR's training articles: of the regions of five words or more that no cue governs, nine in ten are
// somebody's words; of shorter ones, half.
constexpr std::uint32_t kSpokenWords = 5;

// The draft that a region goes on with, found by walking along both in the order of the text.
class Neighbours {
 public:
  Neighbours(const std::vector<Draft>& drafts, std::size_t first)
      : drafts_(drafts), next_(first), last_(drafts.size()) {}

  // The last draft in marks with a speaker before the token, else the first behind it; kNone for neither.
  Index nearest(std::uint32_t token) {
    while (next_ < last_ && drafts_[next_].first_token() < token) {
      if (speaks(next_)) before_ = static_cast<Index>(next_);
      ++next_;
    }
    if (before_ != kNone) return before_;
    for (std::size_t d = next_; d < std::min(last_, next_ + kReach); ++d) {
      if (speaks(d)) return static_cast<Index>(d);
    }
    return kNone;
  }

  // The last draft whose cue stands among the tokens.
  Index within(TokenRange tokens) const {
    for (std::size_t d = std::min(last_, next_ + kReach); d > (next_ > kReach ? next_ - kReach : 0); --d) {
      const Draft& draft = drafts_[d - 1];
      if (draft.quotation.speaker && !draft.cue.empty() && tokens.contains(draft.cue.first))
        return static_cast<Index>(d - 1);
    }
    return kNone;
  }

 private:
  static constexpr std::size_t kReach = 8;
  bool speaks(std::size_t d) const { return drafts_[d].in_marks && drafts_[d].quotation.speaker; }

  const std::vector<Draft>& drafts_;
  std::size_t next_;
  std::size_t last_;
  Index before_ = kNone;
};

}  // namespace

UnclaimedMarks::UnclaimedMarks(const QuotationInput& input, const TokenView& view, const NounPhrases& phrases,
                               const MarkedTokens& marked)
    : in_(input),
      view_(view),
      phrases_(phrases),
      marked_(marked),
      starts_sentence_(input.tokens.size()),
      left_open_(input.blocks.size()) {
  for (const Sentence& sentence : in_.sentences) starts_sentence_[sentence.tokens.first] = true;
  for (const MarkedRegion& region : in_.marks) {
    if (region.continued) left_open_[region.block] = true;
  }
}

void UnclaimedMarks::read(Index block, Rows sentences, Rows regions, std::size_t first_draft,
                          const std::vector<bool>& taken, const std::optional<SpeakerPhrase>& announced,
                          std::vector<Draft>& drafts) {
  Neighbours neighbours(drafts, first_draft);
  for (std::size_t r = regions.first; r < regions.last; ++r) {
    const MarkedRegion& region = in_.marks[r];
    const TokenRange all = MarkedTokens::with_marks(region);
    const bool outer = marked_.index_at(region.tokens.first) == r;
    if (!outer || taken[r]) continue;
    ContentPiece piece{all, static_cast<Index>(r)};
    auto named = label_of(region);
    if (named) {
      while (!view_.is(piece.tokens.first, ":")) ++piece.tokens.first;
      piece = {{piece.tokens.first + 1, piece.tokens.last}, kNone};
    } else {
      named = signature_of(region);
    }
    if (named) {
      add_signed(block, piece, *named, drafts);
      continue;
    }
    if (!is_speech(region)) continue;
    // What only closes what the paragraph before has left open is said by the same.
    const Index around = region.open.empty() ? kNone
                         : starts_sentence_[all.first]
                             ? neighbours.nearest(all.first)
                             : neighbours.within(in_.sentences[sentence_at(all.first, sentences)].tokens);
    if (around != kNone) {
      drafts[around].pieces.push_back(piece);
      drafts[around].in_marks = true;
      continue;
    }
    Draft draft;
    draft.by_layout = region.open.empty();
    if (announced && all.first == in_.blocks[block].tokens.first) {
      draft.quotation.speaker = announced;
    } else {
      draft.quotation.speaker = infer_speaker(region, sentences, drafts);
    }
    draft.quotation.block = block;
    draft.quotation.score = kUnclaimed;
    draft.in_marks = true;
    draft.pieces.push_back(piece);
    drafts.push_back(std::move(draft));
  }
  if (drafts.size() > first_draft || in_.blocks[block].kind == BlockKind::body) last_block_ = block;
  subject_.reset();
  for (std::size_t s = sentences.last; s > sentences.first && s + 3 > sentences.last && !subject_; --s) {
    subject_ = subject_of(in_.sentences[s - 1].tokens);
  }
}

void UnclaimedMarks::add_signed(Index block, ContentPiece piece, const SpeakerPhrase& speaker,
                                std::vector<Draft>& drafts) {
  Draft draft;
  draft.quotation.block = block;
  draft.quotation.speaker = speaker;
  draft.quotation.score = kLayout;
  draft.in_marks = true;
  draft.by_layout = true;
  draft.pieces.push_back(piece);
  drafts.push_back(std::move(draft));
}

// “WALLACE: Let me ask you ...”
std::optional<SpeakerPhrase> UnclaimedMarks::label_of(const MarkedRegion& region) const {
  constexpr std::uint32_t kMostWords = 4;
  const std::uint32_t first = region.tokens.first;
  std::uint32_t last = first;
  while (last < region.tokens.last && last - first < kMostWords && (view_[last].all_caps || view_.is(last, ".")))
    ++last;
  if (last == first || last + 1 >= region.tokens.last || !view_.is(last, ":")) return std::nullopt;
  const Span span = view_.span({first, last});
  return SpeakerPhrase{span, SpeakerClass::person, kLayout, {{"frame", span}}};
}

// “...” — Ada Holt, at the end of a line
std::optional<SpeakerPhrase> UnclaimedMarks::signature_of(const MarkedRegion& region) const {
  constexpr std::uint32_t kMostWords = 16;
  const std::uint32_t stop = in_.blocks[region.block].tokens.last;
  const std::uint32_t dash = MarkedTokens::with_marks(region).last;
  if (dash + 1 >= stop) return std::nullopt;
  const bool headline = view_.is(dash, ":");  // ‘We were lied to’: mother of victim
  if (!headline && !is_any_of(view_.word(dash), {"—", "–", "―", "--", "-"})) return std::nullopt;
  const auto ends_line = [&](std::uint32_t i) {
    return i >= stop || view_.gap_before(i).find('\n') != std::string_view::npos;
  };
  if (marked_.contains(dash + 1) || (!headline && !view_[dash + 1].capital)) return std::nullopt;
  const auto speaks = phrases_.speaker_class(phrases_.core_at(dash + 1, stop));
  if (!speaks) return std::nullopt;
  TokenRange phrase{dash + 1, dash + 2};
  while (!ends_line(phrase.last)) {
    if (phrase.size() == kMostWords || marked_.contains(phrase.last) || view_.is(phrase.last, ":")) return std::nullopt;
    ++phrase.last;
  }
  if (view_.is(phrase.last - 1, ".")) --phrase.last;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (is_any_of(view_.word(i), {".", "?", "!"}) || is_any_of(phrases_.word_class(i), {"aux", "verb"}))
      return std::nullopt;
  }
  const Span span = view_.span(phrase);
  return SpeakerPhrase{span, *speaks, kLayout, {{"frame", span}}};
}

// Whole sentences are speech; a few words in the middle of one are not, unless somebody says them.
bool UnclaimedMarks::is_speech(const MarkedRegion& region) const {
  const TokenRange all = MarkedTokens::with_marks(region);
  std::uint32_t words = 0;
  for (std::uint32_t i = region.tokens.first; i < region.tokens.last; ++i) words += view_.is_word(i) ? 1 : 0;
  const auto is_mark = [this](std::uint32_t i) {
    return view_.is_punctuation(i) && (is_double_mark(view_.first(i)) || is_single_mark(view_.first(i)));
  };
  std::uint32_t last = region.tokens.last - 1;
  while (last > region.tokens.first && is_mark(last)) --last;
  const bool stops = is_any_of(view_.word(last), {".", "!", "?", "…", "...", "—"}) || region.close.empty() ||
                     (all.last < view_.size() && view_.attached(all.last) && view_.is(all.last, "."));
  if (starts_sentence_[all.first] && stops) return words >= 2;
  return !region.single_mark && words >= kSpokenWords;
}

std::size_t UnclaimedMarks::sentence_at(std::uint32_t token, Rows sentences) const {
  const auto begin = in_.sentences.begin();
  const auto after = std::upper_bound(begin + static_cast<std::ptrdiff_t>(sentences.first),
                                      begin + static_cast<std::ptrdiff_t>(sentences.last), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.tokens.first; });
  return static_cast<std::size_t>(after - begin) - 1;
}

std::optional<SpeakerPhrase> UnclaimedMarks::infer_speaker(const MarkedRegion& region, Rows sentences,
                                                           const std::vector<Draft>& drafts) const {
  if (auto speaker = before_colon(region)) return speaker;
  if (auto speaker = subject_in_front(region, sentences)) return speaker;
  if (region.tokens.first - 1 == in_.blocks[region.block].tokens.first) {
    if (auto speaker = previous_speaker(drafts)) return speaker;
  }
  return subject_;
}

// And from Chairwoman Diaz: “...”
std::optional<SpeakerPhrase> UnclaimedMarks::before_colon(const MarkedRegion& region) const {
  const std::uint32_t floor = in_.blocks[region.block].tokens.first;
  const std::uint32_t mark = region.tokens.first - 1;
  if (mark < floor + 2 || !view_.is(mark - 1, ":") || marked_.contains(mark - 2)) return std::nullopt;
  const TokenRange phrase = phrases_.ending_at(mark - 2, floor);
  if (phrases_.speaker_class(phrase) != SpeakerClass::person) return std::nullopt;
  const Span span = view_.span(phrase);
  return SpeakerPhrase{span, SpeakerClass::person, kColon, {{"frame", span}}};
}

// The person who is the subject of the sentence before the region, or of its own, in the same paragraph.
std::optional<SpeakerPhrase> UnclaimedMarks::subject_in_front(const MarkedRegion& region, Rows sentences) const {
  constexpr std::size_t kReach = 4;
  const std::uint32_t mark = region.tokens.first - 1;
  const std::size_t own = sentence_at(mark, sentences);
  for (std::size_t s = own + 1; s > sentences.first && s + kReach > own; --s) {
    const TokenRange tokens = in_.sentences[s - 1].tokens;
    if (auto subject = subject_of({tokens.first, std::min(tokens.last, mark)})) return subject;
  }
  return std::nullopt;
}

std::optional<SpeakerPhrase> UnclaimedMarks::subject_of(TokenRange sentence) const {
  const TokenRange phrase = phrases_.subject(sentence, marked_);
  if (phrases_.speaker_class(phrase) != SpeakerClass::person) return std::nullopt;
  const Span span = view_.span(phrase);
  return SpeakerPhrase{span, SpeakerClass::person, kNamedBefore, {{"chain", span}}};
}

// The speaker of the last quotation, if the block before this one holds it.
std::optional<SpeakerPhrase> UnclaimedMarks::previous_speaker(const std::vector<Draft>& drafts) const {
  constexpr std::size_t kReach = 8;
  for (std::size_t d = drafts.size(); d > 0 && d + kReach > drafts.size(); --d) {
    const Quotation& before = drafts[d - 1].quotation;
    if (!before.speaker || drafts[d - 1].inner) continue;
    if (before.block != last_block_) return std::nullopt;
    SpeakerPhrase phrase = *before.speaker;
    phrase.score = left_open_[before.block] ? kContinued : std::min(kGoesOn, phrase.score);
    phrase.evidence = {{"previous_speaker", phrase.span}};
    return phrase;
  }
  return std::nullopt;
}

}  // namespace pressmark

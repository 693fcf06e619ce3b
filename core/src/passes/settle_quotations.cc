#include "passes/settle_quotations.h"

#include <algorithm>
#include <utility>

#include "passes/name_speakers.h"

namespace pressmark {

namespace {

// That it is a quotation: the shares that were right there, in marks and without.
constexpr Score kBothQuote[] = {910, 830};
constexpr Score kTaggerQuotes[] = {820, 710};
constexpr Score kSureContinuation = 900;
constexpr Score kSureFrame = 950;           // of a frame by the rules, for a content that the tagger does not see
constexpr std::uint32_t kSpokenTokens = 7;  // in marks, for a quotation of which nobody can tell who says it
constexpr std::uint32_t kMostLead = 1;      // words before marks that a comma or dash parts from them
constexpr std::uint32_t kJoiningWords = 4;  // said that “...” and that “...”

class Settler {
 public:
  Settler(const QuotationInput& input, const TokenView& view, const NounPhrases& phrases, const MarkedTokens& marked,
          std::vector<Draft> ruled)
      : in_(input),
        view_(view),
        phrases_(phrases),
        namer_(view, phrases, input.lexicons),
        marked_(marked),
        ruled_(std::move(ruled)),
        ruled_at_(view.size(), kNone),
        learned_at_(view.size(), kNone),
        answer_at_(view.size(), kNone) {
    for (Index d = 0; d < ruled_.size(); ++d) {
      sizes_.push_back(size_of(ruled_[d]));
      settled_of_.push_back(kNone);
      if (!ruled_[d].inner) cover(ruled_[d], d, ruled_at_);
    }
  }

  std::vector<Draft> run() {
    for (const Draft& draft : ruled_) {
      if (draft.by_layout) keep_layout(draft);
    }
    for (const Attribution& attribution : join_parts(in_.parts, in_.blocks, in_.sentences, marked_))
      settle(attribution);
    keep_what_only_rules_see();
    return std::move(settled_);
  }

 private:
  template <typename Visit>
  static void for_tokens(const Draft& draft, const Visit& visit) {
    for (const ContentPiece& piece : draft.pieces) {
      for (std::uint32_t i = piece.tokens.first; i < piece.tokens.last; ++i) visit(i);
    }
  }

  static void cover(const Draft& draft, Index number, std::vector<Index>& owners) {
    for_tokens(draft, [&](std::uint32_t i) { owners[i] = number; });
  }

  static std::uint32_t size_of(const Draft& draft) {
    std::uint32_t size = 0;
    for (const ContentPiece& piece : draft.pieces) size += piece.tokens.size();
    return size;
  }

  void settle(const Attribution& attribution) {
    Draft draft;
    if (has_word(attribution.cue)) draft.cue = attribution.cue;
    for (const TokenRange piece : attribution.content) add_piece(draft, piece);
    if (draft.pieces.empty()) return;
    if (says_the_answer_again(draft)) return;
    const Draft* rule = same_by_rule(draft);
    if (rule != nullptr) leave_out_addressee(draft, *rule);
    if (rule != nullptr && turns_away(attribution, *rule)) return keep_whole(*rule);
    if (rule != nullptr && (rule->quotation.via || takes_in_speaker(draft, *rule) || takes_in_cue(draft, *rule)))
      return keep_whole(*rule);
    if (rule != nullptr && (same_regions(draft, *rule) || is_part_of_clause(draft, *rule))) draft.pieces = rule->pieces;
    draft.quotation.block = block_of(draft.pieces.front().tokens.first);
    draft.quotation.score = (rule != nullptr ? kBothQuote : kTaggerQuotes)[draft.in_marks ? 0 : 1];
    namer_.name(draft, attribution, rule);
    const bool all_marked = std::all_of(draft.pieces.begin(), draft.pieces.end(),
                                        [](const ContentPiece& piece) { return piece.region != kNone; });
    const bool ground = all_marked && (rule != nullptr || size_of(draft) >= kSpokenTokens);
    if (!draft.quotation.speaker && !ground) return;
    // Without marks or a rule's word it wants words of saying; a noun is none ("his call for calm").
    const bool told = !draft.cue.empty() && !is_possessive(attribution.source);
    if (!draft.in_marks && rule == nullptr && !told) return;
    if (!draft.in_marks && tells_nothing(draft.pieces.front().tokens)) return;
    TokenRange& begin = draft.pieces.front().tokens;
    if (begin.size() > 1 && !marked_.contains(begin.first + 1) &&
        is_any_of(view_.lower_word(begin.first), {"that", "but"})) {
      ++begin.first;
    }
    if (all_marked && rule != nullptr && join_to_same(draft, static_cast<std::size_t>(rule - ruled_.data()))) return;
    cover(draft, static_cast<Index>(settled_.size()), learned_at_);
    settled_.push_back(std::move(draft));
  }

  // Karim told the board “it takes two,” but the board [wants] more: the words of saying are of another clause.
  bool turns_away(const Attribution& attribution, const Draft& rule) const {
    if (attribution.cue.empty() || rule.cue.empty() || rule.pieces.back().region == kNone) return false;
    std::uint32_t behind = rule.pieces.back().tokens.last;
    if (rule.cue.first >= behind || attribution.cue.first <= behind) return false;
    if (view_.is(behind, ",")) ++behind;
    return is_any_of(view_.lower_word(behind), {"but", "while", "although", "though", "whereas"});
  }

  // told [the board “it takes two”]: the one who is told is no part of what is said.
  void leave_out_addressee(Draft& draft, const Draft& rule) const {
    if (!rule.quotation.addressee) return;
    ContentPiece& piece = draft.pieces.front();
    std::uint32_t first = piece.tokens.first;
    while (first < piece.tokens.last && rule.quotation.addressee->contains(view_[first].span)) ++first;
    if (first == piece.tokens.first || first == piece.tokens.last || !marked_.contains(first)) return;
    piece.tokens.first = first;
    piece.region = marked_.around(first) == piece.tokens ? marked_.index_at(first) : kNone;
  }

  // [Kyiv agrees] to truce, says Trump: what stands before a sure frame is said as a whole.
  bool is_part_of_clause(const Draft& draft, const Draft& rule) const {
    if (draft.in_marks || rule.in_marks || draft.pieces.size() != 1 || rule.pieces.size() != 1) return false;
    if (!rule.quotation.speaker || rule.quotation.speaker->score < kSureFrame || rule.cue.empty()) return false;
    const TokenRange part = draft.pieces.front().tokens;
    const TokenRange whole = rule.pieces.front().tokens;
    return whole.first < part.first && whole.last == part.last && whole.last <= rule.cue.first;
  }

  // What the rules take for one quotation in marks is one, unless the tagger sees two with words of saying each.
  bool join_to_same(const Draft& draft, std::size_t rule) {
    if (settled_of_[rule] == kNone) {
      settled_of_[rule] = static_cast<Index>(settled_.size());
      return false;
    }
    Draft& before = settled_[settled_of_[rule]];
    if (!draft.cue.empty() && !(draft.cue == before.cue)) return false;
    for (const ContentPiece& piece : draft.pieces) {
      if (learned_at_[piece.tokens.first] == kNone) before.pieces.push_back(piece);
    }
    cover(before, settled_of_[rule], learned_at_);
    return true;
  }

  // “We won,” his aide, Jo Berg, [said]: does the content reach from marks to the words behind them that, by the rules,
  // tell who says it?
  bool takes_in_speaker(const Draft& draft, const Draft& rule) const {
    if (!rule.quotation.speaker || rule.cue.empty() || rule.pieces.back().region == kNone) return false;
    const std::uint32_t behind = rule.pieces.back().tokens.last;
    if (behind >= view_.size() || view_[behind].span.start != rule.quotation.speaker->span.start) return false;
    return std::any_of(draft.pieces.begin(), draft.pieces.end(), [&](const ContentPiece& piece) {
      return piece.region == kNone && piece.tokens.contains(behind) && marked_.contains(piece.tokens.first);
    });
  }

  // [Park warned of floods]: a content without words of saying that holds the rules' words of saying.
  static bool takes_in_cue(const Draft& draft, const Draft& rule) {
    return draft.cue.empty() && !draft.in_marks && !rule.cue.empty() &&
           std::any_of(draft.pieces.begin(), draft.pieces.end(),
                       [&](const ContentPiece& piece) { return piece.tokens.contains(rule.cue.first); });
  }

  // What a label or a signature stands at is nobody else's; but an answer may quote.
  void keep_layout(const Draft& draft) {
    if (marked_.contains(draft.first_token())) return keep_whole(draft);
    cover(draft, static_cast<Index>(settled_.size()), answer_at_);
    settled_.push_back(draft);
  }

  // The tagger's view of a whole answer, or of some of it without words of saying of its own.
  bool says_the_answer_again(const Draft& draft) const {
    const Index answer = answer_at_[draft.first_token()];
    if (answer == kNone) return false;
    const bool own_cue = !draft.cue.empty() && answer_at_[draft.cue.first] == answer;
    return !own_cue || 2 * size_of(draft) > size_of(settled_[answer]);
  }

  // Once only, though several attributions may meet it.
  void keep_whole(const Draft& rule) {
    if (learned_at_[rule.first_token()] != kNone) return;
    cover(rule, static_cast<Index>(settled_.size()), learned_at_);
    settled_.push_back(rule);
  }

  // declined [to comment]
  bool tells_nothing(TokenRange content) const {
    const std::uint32_t first = view_.lower_word(content.first) == "to" ? content.first + 1 : content.first;
    return content.size() <= 3 && first < content.last &&
           is_any_of(view_.lower_word(first), {"comment", "respond", "elaborate", "answer"});
  }

  bool is_possessive(TokenRange source) const {
    return source.size() == 1 &&
           is_any_of(view_.lower_word(source.first), {"his", "her", "its", "their", "my", "our", "your", "whose"});
  }

  bool has_word(TokenRange tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (view_.is_word(i)) return true;
    }
    return false;
  }

  // said [only,] “thank you”
  TokenRange without_lead(TokenRange piece) const {
    std::uint32_t first = piece.first;
    while (first < piece.last && first - piece.first <= kMostLead && !marked_.contains(first)) ++first;
    if (first == piece.first || first == piece.last || !marked_.contains(first)) return piece;
    const bool breaks =
        is_any_of(view_.word(first - 1), {",", ":", "—", "–", "―", "--"}) && view_.lower_word(piece.first) != "that";
    return breaks ? TokenRange{first, piece.last} : piece;
  }

  // called it “a disgrace” [on Monday]
  TokenRange without_day(TokenRange piece) const {
    std::uint32_t last = piece.last;
    while (last > piece.first && !marked_.contains(last - 1) && phrases_.is_calendar_word(last - 1)) --last;
    if (last == piece.last) return piece;
    while (last > piece.first && !marked_.contains(last - 1) &&
           is_any_of(view_.lower_word(last - 1), {"on", "last", "late", "early", "in"}))
      --last;
    return last > piece.first && marked_.contains(last - 1) ? TokenRange{piece.first, last} : piece;
  }

  // To the ends of the regions that it reaches into, unless both it and its cue are just a part of one: speech within
  // speech, which nobody should say who does not say the rest.
  void add_piece(Draft& draft, TokenRange piece) const {
    const TokenRange tagged = piece;
    for (const std::uint32_t end : {tagged.first, tagged.last - 1}) {
      if (!marked_.contains(end)) continue;
      const TokenRange region = marked_.around(end);
      const bool within = !draft.cue.empty() && region.contains(draft.cue.first) && region.contains(tagged.first) &&
                          region.contains(tagged.last - 1);
      if (within) continue;
      piece = {std::min(piece.first, region.first), std::max(piece.last, region.last)};
    }
    while (!piece.empty() && learned_at_[piece.first] != kNone) ++piece.first;
    while (!piece.empty() && learned_at_[piece.last - 1] != kNone) --piece.last;
    if (piece.empty()) return;
    piece = without_day(without_lead(piece));
    if (!draft.pieces.empty() && draft.pieces.back().tokens.last >= piece.first) {
      TokenRange& before = draft.pieces.back().tokens;
      before.last = std::max(before.last, piece.last);
      draft.pieces.back().region = kNone;
    } else {
      const bool region = marked_.contains(piece.first) && marked_.around(piece.first) == piece;
      draft.pieces.push_back({piece, region ? marked_.index_at(piece.first) : kNone});
    }
    draft.in_marks = draft.in_marks || marked_.any_in(piece);
  }

  Index block_of(std::uint32_t token) const {
    const auto after = std::partition_point(in_.blocks.begin(), in_.blocks.end(),
                                            [&](const Block& block) { return block.tokens.last <= token; });
    return static_cast<Index>(after - in_.blocks.begin());
  }

  // The rules' draft that shares the most with this one, a third of either at least.
  const Draft* same_by_rule(const Draft& draft) const {
    const std::uint32_t size = size_of(draft);
    std::vector<std::pair<Index, std::uint32_t>> shared;
    for_tokens(draft, [&](std::uint32_t i) {
      if (ruled_at_[i] == kNone) return;
      if (shared.empty() || shared.back().first != ruled_at_[i]) shared.emplace_back(ruled_at_[i], 0);
      ++shared.back().second;
    });
    std::sort(shared.begin(), shared.end());
    const Draft* best = nullptr;
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < shared.size();) {
      std::uint32_t count = 0;
      const Index d = shared[i].first;
      for (; i < shared.size() && shared[i].first == d; ++i) count += shared[i].second;
      if (count <= most || 3 * count < std::min(size, sizes_[d])) continue;
      most = count;
      best = &ruled_[d];
    }
    return best;
  }

  // Does the rules' draft hold the regions that this one reaches, and nothing else, and this one hardly more?
  bool same_regions(const Draft& draft, const Draft& rule) const {
    std::vector<Index> regions;
    std::uint32_t more = 0;
    for_tokens(draft, [&](std::uint32_t i) {
      const Index region = marked_.index_at(i);
      if (region == kNone) ++more;
      if (region != kNone && (regions.empty() || regions.back() != region)) regions.push_back(region);
    });
    const bool begins_with_marks = marked_.contains(draft.pieces.front().tokens.first);
    return more <= kJoiningWords && (begins_with_marks || regions.size() > 1) && regions.size() == rule.pieces.size() &&
           std::equal(regions.begin(), regions.end(), rule.pieces.begin(),
                      [](Index region, const ContentPiece& piece) { return piece.region == region; });
  }

  // Speech within speech, and what stands in single marks: the tagger has hardly seen either. And clauses between a
  // speaker and his cue.
  void keep_what_only_rules_see() {
    for (Draft& draft : ruled_) {
      if (draft.by_layout) continue;
      const bool worth = draft.in_marks ? is_single(draft) || goes_on(draft) : is_sure(draft);
      if (draft.inner || (worth && is_free(draft))) settled_.push_back(std::move(draft));
    }
  }

  static bool is_sure(const Draft& draft) {
    return draft.quotation.speaker && draft.quotation.speaker->score >= kSureFrame;
  }

  // Speech over several paragraphs, by its marks.
  static bool goes_on(const Draft& draft) {
    const auto& speaker = draft.quotation.speaker;
    return speaker && speaker->score >= kSureContinuation && speaker->evidence.front().kind == "previous_speaker";
  }

  bool is_single(const Draft& draft) const {
    return std::all_of(draft.pieces.begin(), draft.pieces.end(), [this](const ContentPiece& piece) {
      for (std::uint32_t i = piece.tokens.first; i < piece.tokens.last; ++i) {
        if (marked_.contains(i)) return marked_.region_at(i).single_mark;
      }
      return true;
    });
  }

  bool is_free(const Draft& draft) const {
    std::uint32_t taken = 0;
    for_tokens(draft, [&](std::uint32_t i) { taken += learned_at_[i] != kNone ? 1U : 0U; });
    return 3 * taken < size_of(draft);
  }

  const QuotationInput& in_;
  const TokenView& view_;
  const NounPhrases& phrases_;
  SpeakerNamer namer_;
  const MarkedTokens& marked_;
  std::vector<Draft> ruled_;
  std::vector<std::uint32_t> sizes_;  // tokens of each
  std::vector<Index> ruled_at_;       // by token: the rules' draft whose content it is
  std::vector<Index> learned_at_;     // likewise of those settled
  std::vector<Index> answer_at_;      // by token: the settled answer that it stands in
  std::vector<Draft> settled_;
  std::vector<Index> settled_of_;  // by draft of the rules: the one in marks that it became
};

}  // namespace

std::vector<Draft> settle_drafts(const QuotationInput& input, const TokenView& view, const NounPhrases& phrases,
                                 const MarkedTokens& marked, std::vector<Draft> ruled) {
  return Settler(input, view, phrases, marked, std::move(ruled)).run();
}

}  // namespace pressmark

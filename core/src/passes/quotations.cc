// From frames of saying and regions between marks to quotations, paragraph by paragraph:
//   1. each frame takes the regions and words that its content covers;
//   2. what stands in marks and was not taken finds its speaker, or is no speech (unclaimed_marks.h);
//   3. speech within speech is read in the same way, one level down;
//   4. kinds, nesting and order are read off the result.
#include "passes/quotations.h"

#include <algorithm>
#include <utility>

#include "passes/cue_frames.h"
#include "passes/dateline.h"
#include "passes/noun_phrases.h"
#include "passes/quotation_drafts.h"
#include "passes/quotation_shapes.h"
#include "passes/settle_quotations.h"
#include "passes/token_view.h"
#include "passes/unclaimed_marks.h"

namespace pressmark {

namespace {

class Assembler {
 public:
  explicit Assembler(const QuotationInput& input)
      : in_(input),
        view_(input.text, input.tokens),
        phrases_(view_, input.names, input.lexicons),
        outer_(input.marks, input.tokens.size()),
        inner_(input.marks, input.tokens.size()),
        unclaimed_(in_, view_, phrases_, outer_),
        taken_(input.marks.size()) {
    for (Index r = 0; r < in_.marks.size(); ++r) {
      const MarkedRegion& region = in_.marks[r];
      if (region.parent == kNone) {
        if (is_nickname(region)) {
          phrases_.join(MarkedTokens::with_marks(region));
        } else {
          outer_.add(r);
        }
      } else if (in_.marks[region.parent].parent == kNone) {
        inner_.add(r);
      }
    }
  }

  std::vector<Quotation> run() {
    std::size_t sentence = 0;
    std::size_t region = 0;
    for (Index b = 0; b < in_.blocks.size(); ++b) {
      const std::size_t first_sentence = sentence;
      while (sentence < in_.sentences.size() && in_.sentences[sentence].block == b) ++sentence;
      const std::size_t first_region = region;
      while (region < in_.marks.size() && in_.marks[region].block == b) ++region;
      if (sentence == first_sentence) continue;
      read_block(b, {first_sentence, sentence}, {first_region, region});
    }
    drafts_ = settle_drafts(in_, view_, phrases_, outer_, std::move(drafts_));
    return finish();
  }

 private:
  // William “Duke” Hutchins: a few capitals between two parts of a name.
  bool is_nickname(const MarkedRegion& region) const {
    const TokenRange all = MarkedTokens::with_marks(region);
    if (region.close.empty() || region.tokens.size() > 3 || all.first == 0 || all.last >= view_.size()) return false;
    const std::uint32_t before = all.first - 1;
    return view_.is_word(before) && view_.is_word(all.last) && view_[before].capital && view_[all.last].capital &&
           view_[region.tokens.first].capital && view_.is_word(region.tokens.last - 1) &&
           phrases_.word_class(before).empty() && phrases_.word_class(all.last).empty();
  }

  void read_block(Index block, Rows sentences, Rows regions) {
    const std::size_t first_draft = drafts_.size();
    const auto announced = std::exchange(announces_, std::nullopt);
    for (std::size_t s = sentences.first; s < sentences.last; ++s) {
      TokenRange sentence = in_.sentences[s].tokens;
      if (s == sentences.first) sentence.first = story_begin(in_.blocks[block]);
      if (sentence.first >= sentence.last) continue;
      read_frames(block, find_cue_frames(view_, phrases_, in_.lexicons, outer_, sentence), outer_);
    }
    unclaimed_.read(block, sentences, regions, first_draft, taken_, announced, drafts_);
    read_inner(block, sentences);
  }

  // Nobody says the dateline.
  std::uint32_t story_begin(const Block& block) const {
    const TokenRange dateline = find_dateline(view_, block.tokens);
    return dateline.empty() ? block.tokens.first : std::min(dateline.last + 1, block.tokens.last);
  }

  // ---- 1. What frames take

  void read_frames(Index block, const std::vector<CueFrame>& frames, const MarkedTokens& marked) {
    for (std::size_t f = 0; f < frames.size(); ++f) {
      const CueFrame& frame = frames[f];
      if (is_medium(frames, f)) continue;
      if (is_answer(block, frame, marked)) {
        take_answer(block, frame);
        continue;
      }
      if (frame.opens_next) {
        announces_ = speaker_of(frame);
        continue;
      }
      Draft draft;
      draft.quotation.block = block;
      draft.cue = frame.cue;
      draft.inner = &marked == &inner_;
      if (!frame.before.empty() && !is_carried(frame.before.last - 1, marked)) {
        take_before(draft, frame.before, frame, marked);
      }
      if (!frame.after.empty()) take_after(draft, end_before_next(frames, f, marked), frame, marked);
      if (draft.pieces.empty()) continue;
      attribute(draft.quotation, frame);
      find_medium(draft.quotation, frames, f);
      drafts_.push_back(std::move(draft));
    }
  }

  // What goes on from the paragraph before belongs to the one who speaks there.
  bool is_carried(std::uint32_t i, const MarkedTokens& marked) const {
    return marked.contains(i) && marked.region_at(i).open.empty();
  }

  // "SMITH: We have no money left. ..." at a paragraph's beginning: the whole paragraph answers.
  bool is_answer(Index block, const CueFrame& frame, const MarkedTokens& marked) const {
    return &marked == &outer_ && frame.cue.empty() && !frame.after.empty() &&
           frame.speaker.first == in_.blocks[block].tokens.first && !outer_.contains(frame.after.first);
  }

  void take_answer(Index block, const CueFrame& frame) {
    Draft draft;
    draft.quotation.block = block;
    draft.by_layout = true;
    draft.pieces.push_back({{frame.after.first, in_.blocks[block].tokens.last}, kNone});
    draft.in_marks = outer_.any_in(draft.pieces.front().tokens);
    attribute(draft.quotation, frame);
    drafts_.push_back(std::move(draft));
  }

  // "X said ..., Interfax reported" and "X said, according to Interfax": the later frame tells through whom it came.
  bool is_medium(const std::vector<CueFrame>& frames, std::size_t f) const {
    const CueFrame& frame = frames[f];
    const bool reports = frame.entry.lemma == "accord" || frame.entry.lemma == "report";
    if (f == 0 || !reports || frame.before.empty() || frame.speaker_class == SpeakerClass::person) return false;
    return std::any_of(
        frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(f),
        [&frame](const CueFrame& other) { return frame.before.contains(other.cue.first) && other.score > 700; });
  }

  void find_medium(Quotation& quotation, const std::vector<CueFrame>& frames, std::size_t f) const {
    for (std::size_t k = f + 1; k < frames.size(); ++k) {
      if (is_medium(frames, k)) quotation.via = view_.span(frames[k].speaker);
    }
  }

  // Content behind a frame ends where the next one that is no part of it begins: ", Bloomberg News reported".
  TokenRange end_before_next(const std::vector<CueFrame>& frames, std::size_t f, const MarkedTokens& marked) const {
    TokenRange content = frames[f].after;
    for (std::size_t k = f + 1; k < frames.size(); ++k) {
      const std::uint32_t begin = std::min(frames[k].speaker.first, frames[k].cue.first);
      const bool shares_speaker = frames[k].speaker == frames[f].speaker;
      if (shares_speaker && content.contains(frames[k].cue.first)) content.last = frames[k].cue.first;
      const bool tells_source = is_medium(frames, k) || frames[k].entry.lemma == "accord";
      if (tells_source && content.contains(begin)) content.last = begin;
    }
    while (!content.empty() && !marked.contains(content.last - 1) && closes_nothing(content.last - 1)) --content.last;
    return content;
  }

  bool closes_nothing(std::uint32_t i) const {
    return is_any_of(view_.lower_word(i),
                     {",", "and", "but", "—", "–", "-", "--", ";", ":", ".", "then", "also", "while"});
  }

  // A region whole, with its marks.
  void take_region(Draft& draft, Index region) {
    taken_[region] = true;
    draft.in_marks = true;
    draft.pieces.push_back({MarkedTokens::with_marks(in_.marks[region]), region});
  }

  // Words, and to their ends the regions among them; of speech within speech just the regions.
  void take_words(Draft& draft, TokenRange content, const MarkedTokens& marked) {
    if (draft.inner) {
      for (std::uint32_t i = content.first; i < content.last; ++i) {
        if (marked.contains(i) && !taken_[marked.index_at(i)]) take_region(draft, marked.index_at(i));
      }
      return;
    }
    for (std::uint32_t i = content.first; i < content.last; ++i) {
      if (!marked.contains(i)) continue;
      taken_[marked.index_at(i)] = true;
      draft.in_marks = true;
      i = marked.around(i).last - 1;
      content.last = std::max(content.last, i + 1);
    }
    draft.pieces.push_back({content, kNone});
  }

  // Content in front: back to the beginning of a region that began in an earlier sentence.
  void take_before(Draft& draft, TokenRange content, const CueFrame& frame, const MarkedTokens& marked) {
    if (marked.contains(content.first)) content.first = marked.around(content.first).first;
    if (marked.contains(content.last - 1)) {
      const Index region = marked.index_at(content.last - 1);
      if (taken_[region]) return;
      const TokenRange all = marked.around(content.last - 1);
      const bool alone = all.first <= content.first || !continues_clause(content, all);
      if (alone) return take_region(draft, region);
    }
    if (!frame.that) take_words(draft, content, marked);
  }

  // Do the words in front of a region belong to what is said ("The plan is “dead,” he said") rather than to the story
  // ("At the rally, “We won,” he said")?
  bool continues_clause(TokenRange content, TokenRange region) const {
    const TokenRange lead{content.first, region.first};
    const bool comma = is_any_of(view_.word(lead.last - 1), {",", ":", "—", ".", "?", "!"});
    return !comma || lead.size() > 12;
  }

  void take_after(Draft& draft, TokenRange content, const CueFrame& frame, const MarkedTokens& marked) {
    if (content.empty()) return;
    const bool phrase_only = !frame.that && frame.entry.frames.find('n') != std::string_view::npos;
    if (marked.contains(content.first) && (phrase_only || !goes_on_behind(content, marked))) {
      return take_run_of_regions(draft, content, marked);
    }
    if (phrase_only) {
      for (std::uint32_t i = content.first; i < content.last; ++i) {
        if (!marked.contains(i) || taken_[marked.index_at(i)]) continue;
        return take_run_of_regions(draft, {i, content.last}, marked);
      }
    }
    cut_at_contrast(content, marked);
    take_words(draft, content, marked);
  }

  // said “the plan” was dead: the verb is what is said, too.
  bool goes_on_behind(TokenRange content, const MarkedTokens& marked) const {
    const std::uint32_t next = marked.around(content.first).last;
    if (!content.contains(next) || taken_[marked.index_at(content.first)]) return false;
    return is_any_of(phrases_.word_class(next), {"aux", "verb"});
  }

  // “A” and “B”: regions with no more than a conjunction between them, each a piece.
  void take_run_of_regions(Draft& draft, TokenRange content, const MarkedTokens& marked) {
    std::uint32_t i = content.first;
    while (i < content.last && marked.contains(i)) {
      const Index region = marked.index_at(i);
      if (taken_[region]) return;
      take_region(draft, region);
      i = marked.around(i).last;
      std::uint32_t next = i;
      while (next < content.last && !marked.contains(next) && next - i < 3 && joins_pieces(next)) ++next;
      if (next >= content.last || !marked.contains(next)) return;
      i = next;
    }
  }

  bool joins_pieces(std::uint32_t i) const {
    return is_any_of(view_.lower_word(i), {"and", "or", "but", "that", ",", "...", "…", "as", "well", "—"});
  }

  // ", but" leaves what is said.
  void cut_at_contrast(TokenRange& content, const MarkedTokens& marked) const {
    for (std::uint32_t i = content.first + 2; i + 2 < content.last; ++i) {
      if (marked.contains(i) || !view_.is(i, ",")) continue;
      const std::string next = view_.lower_word(i + 1);
      if (!is_any_of(next, {"but", "while", "although", "though", "even"})) continue;
      content.last = i;
      return;
    }
  }

  SpeakerPhrase speaker_of(const CueFrame& frame) const {
    SpeakerPhrase phrase{view_.span(frame.speaker), frame.speaker_class, frame.score, {}};
    if (!frame.cue.empty()) phrase.evidence.push_back({"cue", view_.span(frame.cue)});
    phrase.evidence.push_back({"frame", phrase.span});
    return phrase;
  }

  void attribute(Quotation& quotation, const CueFrame& frame) const {
    quotation.act = frame.entry.act;
    if (!frame.cue.empty()) {
      const std::string_view stance = stance_of(view_, frame.entry, frame.cue.last - 1);
      quotation.cue = Cue{view_.span(frame.cue), std::string(frame.entry.lemma), std::string(stance)};
    }
    quotation.speaker = speaker_of(frame);
    if (!frame.addressee.empty()) quotation.addressee = view_.span(frame.addressee);
    quotation.score = frame.score;
  }

  // ---- 3. Speech within speech

  // Only what stands in marks of its own counts: “... and I thought, ‘Please let it be over.’”
  void read_inner(Index block, Rows sentences) {
    for (std::size_t s = sentences.first; s < sentences.last; ++s) {
      const TokenRange sentence = in_.sentences[s].tokens;
      if (!inner_.any_in(sentence)) continue;
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        if (!outer_.contains(i)) {
          ++i;
          continue;
        }
        const TokenRange around = outer_.region_at(i).tokens;
        const TokenRange part{std::max(around.first, sentence.first), std::min(around.last, sentence.last)};
        if (part.first < part.last && inner_.any_in(part)) {
          read_frames(block, find_cue_frames(view_, phrases_, in_.lexicons, inner_, part), inner_);
        }
        i = std::max(i + 1, outer_.around(i).last);
      }
    }
  }

  // ---- 4. Kinds, nesting, order

  std::vector<Quotation> finish() {
    std::vector<Quotation> quotations;
    for (Draft& draft : drafts_) {
      std::sort(draft.pieces.begin(), draft.pieces.end(),
                [](const ContentPiece& a, const ContentPiece& b) { return a.tokens.first < b.tokens.first; });
      for (const ContentPiece& piece : draft.pieces) add_piece(draft.quotation, piece);
      if (draft.quotation.content.empty()) continue;
      draft.quotation.kind = kind_of(in_.text, draft.quotation);
      quotations.push_back(std::move(draft.quotation));
    }
    std::stable_sort(quotations.begin(), quotations.end(), [](const Quotation& a, const Quotation& b) {
      return a.content.front().start < b.content.front().start;
    });
    find_parents(quotations);
    return quotations;
  }

  // A piece's span without the marks and commas at its ends, and the regions within it.
  void add_piece(Quotation& quotation, const ContentPiece& piece) const {
    TokenRange tokens = piece.tokens;
    const Block& block = in_.blocks[quotation.block];
    if (block.tokens.first == tokens.first) tokens.first = std::min(story_begin(block), tokens.last);
    while (!tokens.empty() && is_edge(tokens.first)) ++tokens.first;
    while (!tokens.empty() && is_edge(tokens.last - 1)) --tokens.last;
    if (tokens.empty()) return;
    quotation.content.push_back(view_.span(tokens));
    const MarkedTokens& marked = piece.region != kNone && in_.marks[piece.region].parent != kNone ? inner_ : outer_;
    for (std::uint32_t i = piece.tokens.first; i < piece.tokens.last; ++i) {
      if (!marked.contains(i)) continue;
      quotation.marks.push_back(marked.region_at(i).inside);
      i = marked.around(i).last - 1;
    }
  }

  bool is_edge(std::uint32_t i) const {
    const char32_t c = view_.first(i);
    if (!view_.is_punctuation(i)) return false;
    return is_double_mark(c) || c == '`' || c == ',' || c == 0x2018 || view_.is(i, "''") ||
           (is_single_mark(c) && (outer_.contains(i) || inner_.contains(i)));
  }

  const QuotationInput& in_;
  TokenView view_;
  NounPhrases phrases_;
  MarkedTokens outer_;
  MarkedTokens inner_;  // marks within marks
  UnclaimedMarks unclaimed_;
  std::vector<bool> taken_;  // by region: some content holds it
  std::vector<Draft> drafts_;
  std::optional<SpeakerPhrase> announces_;  // whom this block announces by a colon at its end
};

}  // namespace

std::vector<Quotation> find_quotations(const QuotationInput& input) { return Assembler(input).run(); }

}  // namespace pressmark

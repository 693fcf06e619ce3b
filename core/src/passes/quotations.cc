// From frames of saying and regions between marks to quotations, paragraph by paragraph:
//   1. each frame takes the regions and words that its content covers;
//   2. what stands in marks and was not taken goes on with its paragraph's quotation, or is said by the last speaker,
//      or is no speech (scare quotes, titles of works);
//   3. kinds, nesting and scores are read off the result.
#include "passes/quotations.h"

#include <algorithm>
#include <utility>

#include "passes/cue_frames.h"
#include "passes/noun_phrases.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr Score kContinued = 900;    // speech over several paragraphs, by its marks
constexpr Score kColon = 850;        // a name and a colon
constexpr Score kGoesOn = 700;       // the paragraph before spoke, and nobody else is named
constexpr Score kNamedBefore = 450;  // the sentence before has a person for its subject

constexpr std::uint32_t kSpokenWords = 5;

// A piece of content, in tokens; `region` where it is just that region.
struct Piece {
  TokenRange tokens;
  Index region = kNone;
};

struct Draft {
  Quotation quotation;
  std::vector<Piece> pieces;
};

class Assembler {
 public:
  explicit Assembler(const QuotationInput& input)
      : in_(input),
        view_(input.text, input.tokens),
        phrases_(view_, input.names, input.lexicons),
        region_of_(input.tokens.size(), kNone),
        taken_(input.marks.size()) {
    for (Index r = 0; r < in_.marks.size(); ++r) {
      if (in_.marks[r].parent != kNone || is_nickname(in_.marks[r])) continue;
      const TokenRange all = with_marks(in_.marks[r]);
      for (std::uint32_t i = all.first; i < all.last; ++i) region_of_[i] = r;
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
    return finish();
  }

 private:
  struct Rows {
    std::size_t first;
    std::size_t last;
  };

  // The region's tokens with its opening and closing mark.
  static TokenRange with_marks(const MarkedRegion& region) {
    return {region.tokens.first - 1, region.tokens.last + (region.close.empty() ? 0U : 1U)};
  }
  bool marked(std::uint32_t i) const { return region_of_[i] != kNone; }

  // William “Duke” Hutchins: a few capitals between two parts of a name.
  bool is_nickname(const MarkedRegion& region) const {
    const TokenRange all = with_marks(region);
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
      const TokenRange sentence = in_.sentences[s].tokens;
      const auto frames = find_cue_frames(view_, phrases_, in_.lexicons, region_of_, sentence);
      read_frames(block, frames);
    }
    read_leftovers(block, sentences, regions, first_draft, announced);
    if (drafts_.size() > first_draft || in_.blocks[block].kind == BlockKind::body) last_block_ = block;
    remember_subject(sentences);
  }

  // ---- 1. What frames take

  void read_frames(Index block, const std::vector<CueFrame>& frames) {
    for (std::size_t f = 0; f < frames.size(); ++f) {
      const CueFrame& frame = frames[f];
      if (is_medium(frames, f)) continue;
      if (frame.opens_next) {
        announces_.emplace();
        attribute(*announces_, frame);
        continue;
      }
      Draft draft;
      draft.quotation.block = block;
      if (!frame.before.empty()) take_before(draft, frame.before, frame);
      if (!frame.after.empty()) take_after(draft, end_before_next(frames, f), frame);
      if (draft.pieces.empty()) continue;
      attribute(draft.quotation, frame);
      find_medium(draft.quotation, frames, f);
      drafts_.push_back(std::move(draft));
    }
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
  TokenRange end_before_next(const std::vector<CueFrame>& frames, std::size_t f) const {
    TokenRange content = frames[f].after;
    for (std::size_t k = f + 1; k < frames.size(); ++k) {
      const std::uint32_t begin = std::min(frames[k].speaker.first, frames[k].cue.first);
      const bool shares_speaker = frames[k].speaker == frames[f].speaker;
      if (shares_speaker && content.contains(frames[k].cue.first)) content.last = frames[k].cue.first;
      if (is_medium(frames, k) && content.contains(begin)) content.last = begin;
    }
    while (content.last > content.first && !marked(content.last - 1) && closes_nothing(content.last - 1))
      --content.last;
    return content;
  }

  bool closes_nothing(std::uint32_t i) const {
    return is_any_of(view_.lower_word(i),
                     {",", "and", "but", "—", "–", "-", "--", ";", ":", ".", "then", "also", "while"});
  }

  void take(Draft& draft, TokenRange tokens, Index region) {
    if (region != kNone) taken_[region] = true;
    draft.pieces.push_back({tokens, region});
  }

  void take_regions_in(TokenRange tokens) {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (marked(i)) taken_[region_of_[i]] = true;
    }
  }

  // Content in front: back to the beginning of a region that began in an earlier sentence.
  void take_before(Draft& draft, TokenRange content, const CueFrame& frame) {
    if (marked(content.first)) content.first = with_marks(in_.marks[region_of_[content.first]]).first;
    if (marked(content.last - 1)) {
      const Index region = region_of_[content.last - 1];
      if (taken_[region]) return;
      const TokenRange all = with_marks(in_.marks[region]);
      const bool alone = all.first <= content.first || !continues_clause(content, all);
      if (alone) return take(draft, all, region);
    }
    if (frame.that) return;
    take_regions_in(content);
    take(draft, content, kNone);
  }

  // Do the words in front of a region belong to what is said ("The plan is “dead,” he said") rather than to the story
  // ("At the rally, “We won,” he said")?
  bool continues_clause(TokenRange content, TokenRange region) const {
    const TokenRange lead{content.first, region.first};
    const bool comma = is_any_of(view_.word(lead.last - 1), {",", ":", "—", ".", "?", "!"});
    return !comma || lead.size() > 12;
  }

  void take_after(Draft& draft, TokenRange content, const CueFrame& frame) {
    if (content.empty()) return;
    const bool phrase_only = !frame.that && frame.entry.frames.find('n') != std::string_view::npos;
    if (marked(content.first)) return take_run_of_regions(draft, content);
    if (phrase_only) {
      for (std::uint32_t i = content.first; i < content.last; ++i) {
        if (!marked(i) || taken_[region_of_[i]]) continue;
        return take_run_of_regions(draft, {i, content.last});
      }
    }
    cut_at_contrast(content);
    for (std::uint32_t i = content.first; i < content.last; ++i) {
      if (!marked(i)) continue;
      const TokenRange all = with_marks(in_.marks[region_of_[i]]);
      taken_[region_of_[i]] = true;
      content.last = std::max(content.last, all.last);
      i = all.last - 1;
    }
    take(draft, content, kNone);
  }

  // “A” and “B”: regions with no more than a conjunction between them, each a piece; words that follow without comma
  // belong to it too.
  void take_run_of_regions(Draft& draft, TokenRange content) {
    std::uint32_t i = content.first;
    while (i < content.last && marked(i)) {
      const Index region = region_of_[i];
      const TokenRange all = with_marks(in_.marks[region]);
      if (taken_[region]) return;
      take(draft, all, region);
      i = all.last;
      std::uint32_t next = i;
      while (next < content.last && !marked(next) && next - i < 3 && joins_pieces(next)) ++next;
      if (next >= content.last || !marked(next)) return;
      i = next;
    }
  }

  bool joins_pieces(std::uint32_t i) const {
    return is_any_of(view_.lower_word(i), {"and", "or", "but", "that", ",", "...", "…", "as", "well", "—"});
  }

  // ", but" leaves what is said.
  void cut_at_contrast(TokenRange& content) const {
    for (std::uint32_t i = content.first + 2; i + 2 < content.last; ++i) {
      if (marked(i) || !view_.is(i, ",")) continue;
      const std::string next = view_.lower_word(i + 1);
      if (!is_any_of(next, {"but", "while", "although", "though", "even"})) continue;
      content.last = i;
      return;
    }
  }

  void attribute(Quotation& quotation, const CueFrame& frame) {
    quotation.act = frame.entry.act;
    if (!frame.cue.empty()) {
      quotation.cue = Cue{view_.span(frame.cue), std::string(frame.entry.lemma), std::string(frame.entry.stance)};
    }
    SpeakerPhrase phrase;
    phrase.span = view_.span(frame.speaker);
    phrase.speaker_class = frame.speaker_class;
    phrase.score = frame.score;
    if (quotation.cue) phrase.evidence.push_back({"cue", quotation.cue->span});
    phrase.evidence.push_back({"frame", phrase.span});
    quotation.speaker = std::move(phrase);
    if (!frame.addressee.empty()) quotation.addressee = view_.span(frame.addressee);
    quotation.score = frame.score;
  }

  // ---- 2. What no frame took

  void read_leftovers(Index block, Rows sentences, Rows regions, std::size_t first_draft,
                      const std::optional<Quotation>& announced) {
    for (std::size_t r = regions.first; r < regions.last; ++r) {
      const MarkedRegion& region = in_.marks[r];
      if (region.parent != kNone || taken_[r] || !is_speech(region, sentences)) continue;
      const auto index = static_cast<Index>(r);
      Draft* around = starts_sentence(with_marks(region).first, sentences)
                          ? nearest_direct(first_draft, region)
                          : same_sentence(first_draft, region, sentences);
      if (around != nullptr) {
        take(*around, with_marks(region), index);
        continue;
      }
      Draft draft;
      draft.quotation.block = block;
      draft.quotation.score = 600;
      if (announced && with_marks(region).first == in_.blocks[block].tokens.first) {
        draft.quotation = *announced;
        draft.quotation.block = block;
      } else {
        draft.quotation.speaker = infer_speaker(block, sentences, region);
      }
      take(draft, with_marks(region), index);
      drafts_.push_back(std::move(draft));
    }
  }

  // Whole sentences in marks are speech; a few words in the middle of a sentence are not, unless somebody says them.
  bool is_speech(const MarkedRegion& region, Rows sentences) const {
    const TokenRange all = with_marks(region);
    std::uint32_t words = 0;
    for (std::uint32_t i = region.tokens.first; i < region.tokens.last; ++i) words += view_.is_word(i) ? 1 : 0;
    const bool starts = starts_sentence(all.first, sentences);
    std::uint32_t last = region.tokens.last - 1;
    while (last > region.tokens.first && is_closing_mark(last)) --last;
    const bool stops = is_any_of(view_.word(last), {".", "!", "?", "…", "...", "—"}) || region.close.empty() ||
                       (all.last < view_.size() && view_.attached(all.last) && view_.is(all.last, "."));
    if (starts && stops) return words >= 2;
    if (region.single_mark) return false;
    // Measured on PolNeAR's training articles: of the regions of five words or more that no frame takes, nine in ten
    // are somebody's words; of shorter ones, half.
    if (words >= kSpokenWords) return true;
    // Begun in the middle of a sentence, but with a capital and several words to its end: “... as if to say, “Go
    // home.””
    return stops && words >= 5 && view_[region.tokens.first].capital;
  }

  bool is_closing_mark(std::uint32_t i) const {
    return view_.is_punctuation(i) && (is_double_mark(view_.first(i)) || is_single_mark(view_.first(i)));
  }

  bool starts_sentence(std::uint32_t token, Rows sentences) const {
    for (std::size_t s = sentences.first; s < sentences.last; ++s) {
      if (in_.sentences[s].tokens.first == token) return true;
    }
    return false;
  }

  // The quotation in marks of the same paragraph that the region goes on with: the last one before it, else the first.
  Draft* nearest_direct(std::size_t first_draft, const MarkedRegion& region) {
    Draft* best = nullptr;
    for (std::size_t d = first_draft; d < drafts_.size(); ++d) {
      Draft& draft = drafts_[d];
      const bool has_marks = std::any_of(draft.pieces.begin(), draft.pieces.end(), [this](const Piece& piece) {
        return piece.region != kNone || has_marks_in(piece.tokens);
      });
      if (!has_marks || !draft.quotation.speaker) continue;
      const bool before = view_.span(draft.pieces.front().tokens).start < region.open.start;
      if (before || best == nullptr) best = &draft;
    }
    return best;
  }

  // The last quotation that a cue of the region's own sentence governs.
  Draft* same_sentence(std::size_t first_draft, const MarkedRegion& region, Rows sentences) {
    for (std::size_t s = sentences.first; s < sentences.last; ++s) {
      const Span span = in_.sentences[s].span;
      if (!span.contains(region.open)) continue;
      for (std::size_t d = drafts_.size(); d-- > first_draft;) {
        const auto& quotation = drafts_[d].quotation;
        if (quotation.cue && quotation.speaker && span.contains(quotation.cue->span)) return &drafts_[d];
      }
    }
    return nullptr;
  }

  bool has_marks_in(TokenRange tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (marked(i)) return true;
    }
    return false;
  }

  std::optional<SpeakerPhrase> infer_speaker(Index block, Rows sentences, const MarkedRegion& region) const {
    if (const auto before_colon = speaker_before_colon(region)) return before_colon;
    if (const auto in_front = subject_in_front(sentences, region)) return in_front;
    if (last_speaker() != nullptr && region.tokens.first - 1 == in_.blocks[block].tokens.first) {
      const Quotation& before = *last_speaker();
      const bool next_to = before.block == last_block_;
      const bool continued = next_to && was_left_open(before.block);
      if (continued || next_to) {
        SpeakerPhrase phrase = *before.speaker;
        phrase.score = continued ? kContinued : std::min(kGoesOn, phrase.score);
        phrase.evidence = {{"previous_speaker", phrase.span}};
        return phrase;
      }
    }
    return subject_;
  }

  // And from Chairwoman Diaz: “...”
  std::optional<SpeakerPhrase> speaker_before_colon(const MarkedRegion& region) const {
    const std::uint32_t mark = region.tokens.first - 1;
    if (mark < 2 || !view_.is(mark - 1, ":") || marked(mark - 2)) return std::nullopt;
    const TokenRange phrase = phrases_.ending_at(mark - 2, in_.blocks[region.block].tokens.first);
    const auto speaker_class = phrases_.speaker_class(phrase);
    if (speaker_class != SpeakerClass::person) return std::nullopt;
    const Span span = view_.span(phrase);
    return SpeakerPhrase{span, *speaker_class, kColon, {{"frame", span}}};
  }

  // The last quotation in marks that has a speaker.
  const Quotation* last_speaker() const {
    for (auto it = drafts_.rbegin(); it != drafts_.rend(); ++it) {
      if (it->quotation.speaker) return &it->quotation;
    }
    return nullptr;
  }

  bool was_left_open(Index block) const {
    return std::any_of(in_.marks.begin(), in_.marks.end(),
                       [block](const MarkedRegion& region) { return region.block == block && region.continued; });
  }

  // The person who is the subject of the sentence before the region, in the same paragraph.
  std::optional<SpeakerPhrase> subject_in_front(Rows sentences, const MarkedRegion& region) const {
    for (std::size_t s = sentences.last; s-- > sentences.first;) {
      const TokenRange tokens = in_.sentences[s].tokens;
      if (tokens.first >= region.tokens.first - 1) continue;
      if (auto subject = subject_of({tokens.first, std::min(tokens.last, region.tokens.first - 1)})) return subject;
    }
    return std::nullopt;
  }

  std::optional<SpeakerPhrase> subject_of(TokenRange sentence) const {
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      const bool hangs = i > sentence.first && phrases_.word_class(i - 1) == "prep";
      const TokenRange phrase = marked(i) ? TokenRange{} : phrases_.core_at(i, sentence.last);
      if (!phrase.empty() && !hangs && phrases_.speaker_class(phrase) == SpeakerClass::person) {
        const Span span = view_.span(phrase);
        return SpeakerPhrase{span, SpeakerClass::person, kNamedBefore, {{"chain", span}}};
      }
      i = phrase.empty() ? i + 1 : phrase.last;
    }
    return std::nullopt;
  }

  void remember_subject(Rows sentences) {
    subject_.reset();
    for (std::size_t s = sentences.last; s-- > sentences.first && !subject_;)
      subject_ = subject_of(in_.sentences[s].tokens);
  }

  // ---- 3. Kinds, nesting, order

  std::vector<Quotation> finish() {
    std::vector<Quotation> quotations;
    for (Draft& draft : drafts_) {
      std::sort(draft.pieces.begin(), draft.pieces.end(),
                [](const Piece& a, const Piece& b) { return a.tokens.first < b.tokens.first; });
      for (const Piece& piece : draft.pieces) add_piece(draft.quotation, piece);
      if (draft.quotation.content.empty()) continue;
      draft.quotation.kind = kind_of(draft.quotation);
      quotations.push_back(std::move(draft.quotation));
    }
    std::stable_sort(quotations.begin(), quotations.end(), [](const Quotation& a, const Quotation& b) {
      return a.content.front().start < b.content.front().start;
    });
    for (Index i = 0; i < quotations.size(); ++i) find_parent(quotations, i);
    return quotations;
  }

  void add_piece(Quotation& quotation, const Piece& piece) const {
    TokenRange tokens = piece.tokens;
    const auto is_edge = [this](std::uint32_t i) {
      const char32_t c = view_.first(i);
      return view_.is_punctuation(i) && (is_double_mark(c) || c == '`' || c == ',' || c == 0x2018 || view_.is(i, "''"));
    };
    const auto is_single_edge = [this](std::uint32_t i) { return marked(i) && in_.marks[region_of_[i]].single_mark; };
    while (!tokens.empty() && is_edge(tokens.first)) ++tokens.first;
    while (!tokens.empty() &&
           (is_edge(tokens.last - 1) || (view_.is(tokens.last - 1, "’") && is_single_edge(tokens.last - 1)))) {
      --tokens.last;
    }
    if (!tokens.empty() && view_.is(tokens.first, "'") && is_single_edge(tokens.first)) ++tokens.first;
    if (!tokens.empty() && view_.is(tokens.last - 1, "'") && is_single_edge(tokens.last - 1)) --tokens.last;
    if (tokens.empty()) return;
    quotation.content.push_back(view_.span(tokens));
    for (std::uint32_t i = piece.tokens.first; i < piece.tokens.last;) {
      if (!marked(i)) {
        ++i;
        continue;
      }
      const MarkedRegion& region = in_.marks[region_of_[i]];
      quotation.marks.push_back(region.inside);
      i = with_marks(region).last;
    }
  }

  QuotationKind kind_of(const Quotation& quotation) const {
    std::uint32_t letters = 0;
    std::uint32_t between = 0;
    for (const Span piece : quotation.content) {
      for (std::uint32_t at = piece.start; at < piece.end;) {
        const CodePoint c = decode(in_.text, at);
        if (is_letter(c.value) || is_number(c.value)) {
          ++letters;
          const bool in_marks = std::any_of(quotation.marks.begin(), quotation.marks.end(),
                                            [at](Span mark) { return mark.start <= at && at < mark.end; });
          between += in_marks ? 1 : 0;
        }
        at += c.length;
      }
    }
    if (between == 0) return QuotationKind::indirect;
    return between * 100 > letters * 95 ? QuotationKind::direct : QuotationKind::mixed;
  }

  // Quotations are sorted by their start, so what holds one comes before it, and not far.
  static void find_parent(std::vector<Quotation>& quotations, Index i) {
    constexpr Index kReach = 6;
    const Quotation& inner = quotations[i];
    for (Index k = i; k-- > (i > kReach ? i - kReach : 0);) {
      const Quotation& outer = quotations[k];
      const bool holds = std::any_of(outer.content.begin(), outer.content.end(), [&inner](Span piece) {
        return piece.contains(inner.content.front()) && piece.contains(inner.content.back()) &&
               piece != inner.content.front();
      });
      if (!holds) continue;
      quotations[i].parent = k;
      return;
    }
  }

  const QuotationInput& in_;
  TokenView view_;
  NounPhrases phrases_;
  RegionOf region_of_;
  std::vector<bool> taken_;  // a frame's content holds the region
  std::vector<Draft> drafts_;
  Index last_block_ = kNone;
  std::optional<Quotation> announces_;    // whom this block announces by a colon at its end
  std::optional<SpeakerPhrase> subject_;  // the person the block before was about
};

}  // namespace

std::vector<Quotation> find_quotations(const QuotationInput& input) { return Assembler(input).run(); }

}  // namespace pressmark

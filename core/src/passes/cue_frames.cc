#include "passes/cue_frames.h"

#include <algorithm>
#include <optional>

#include "passes/cue_subjects.h"
#include "passes/sentence_view.h"

namespace pressmark {

namespace {

class FrameFinder {
 public:
  FrameFinder(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons, const MarkedTokens& marked,
              TokenRange sentence)
      : view_(view),
        phrases_(phrases),
        lexicons_(lexicons),
        marked_(marked),
        sentence_(sentence),
        in_(view, phrases, marked, sentence) {}

  std::vector<CueFrame> run() {
    const bool headline = in_.is_headline();
    if (auto frame = colon_frame()) frames_.push_back(*frame);
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      if (marked(i) || !view_.is_word(i) || phrases_.name_at(i) != nullptr) continue;
      if (view_[i].capital && !headline && i != sentence_.first) continue;
      const std::string word = view_.lower_word(i);
      if (word == "according" && i + 2 < sentence_.last && view_.lower_word(i + 1) == "to") {
        if (auto frame = according_frame(i)) frames_.push_back(*frame);
        continue;
      }
      const auto entry = lexicons_.cues.find(std::string_view(word));
      if (entry == lexicons_.cues.end()) {
        if (auto frame = unknown_verb_frame(i, word)) frames_.push_back(*frame);
      } else if (is_verb(i, word, entry->second)) {
        if (auto frame = verb_frame(i, word, entry->second)) frames_.push_back(*frame);
      }
    }
    return std::move(frames_);
  }

 private:
  bool marked(std::uint32_t i) const { return marked_.contains(i); }
  bool inside(std::uint32_t i) const { return sentence_.contains(i); }
  static bool has(const CueEntry& entry, char frame) { return entry.frames.find(frame) != std::string_view::npos; }
  bool is_be(std::uint32_t i) const {
    return is_any_of(view_.lower_word(i),
                     {"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"});
  }

  // Nouns, passives, infinitives and denials look like cues and are none.
  bool is_verb(std::uint32_t i, const std::string& word, const CueEntry& entry) const {
    const bool ing = word.ends_with("ing");
    const auto before = in_.before_adverbs(i);
    if (!before || marked(*before)) return true;
    const std::string_view function = phrases_.word_class(*before);
    const std::string left = view_.lower_word(*before);
    if (is_be(*before) && !is_any_of(left, {"'s", "’s"})) return ing;
    if (function == "det" || is_any_of(left, {"'s", "’s"})) return false;
    if (left == "to") return opens_content(i + 1);
    if (function == "prep") return ing;
    if (is_any_of(left, {"not", "n't", "n’t", "never", "no"})) return opens_content(i + 1);
    // "claims", "report": forms that are nouns as well need a clear subject or content.
    const bool plain = word == entry.lemma || (word.ends_with('s') && entry.lemma != "say" && entry.lemma != "tell");
    if (plain && entry.lemma != "say" && entry.lemma != "tell") {
      const bool subject = phrases_.name_at(*before) != nullptr || phrases_.word_class(*before) == "pron";
      return subject || opens_content(i + 1);
    }
    return true;
  }

  // "that", a colon or an opening mark.
  bool opens_content(std::uint32_t i) const {
    return inside(i) && (marked(i) || is_any_of(view_.lower_word(i), {"that", ":", "whether", "if"}));
  }

  std::optional<CueFrame> verb_frame(std::uint32_t i, const std::string& word, const CueEntry& entry) {
    const auto subject = find_subject(in_, i, word, entry, frames_.empty() ? nullptr : &frames_.back().speaker);
    if (!subject) return std::nullopt;
    auto speaker_class = phrases_.speaker_class(subject->phrase);
    // Next to marks whatever noun stands there speaks: “...,” the tycoon told them.
    if (!speaker_class && in_.follows_marks(std::min(subject->phrase.first, i))) speaker_class = SpeakerClass::unnamed;
    if (!speaker_class) return std::nullopt;
    CueFrame frame;
    frame.cue = {i, i + 1};
    frame.entry = entry;
    frame.speaker = subject->phrase;
    frame.speaker_class = *speaker_class;
    frame.score = subject->score;
    find_content(frame, *subject);
    frame.opens_next = frame.after.empty() && view_.is(sentence_.last - 1, ":") && !marked(sentence_.last - 1);
    if (frame.opens_next) frame.before = {};
    if (frame.before.empty() && frame.after.empty() && !frame.opens_next) return std::nullopt;
    return frame;
  }

  // ---- The content

  void find_content(CueFrame& frame, const Subject& subject) const {
    const std::uint32_t begin = std::min(frame.speaker.first, frame.cue.first);
    std::uint32_t at = subject.inverted ? frame.speaker.last : frame.cue.last;
    const bool marks_before = in_.follows_marks(begin);
    if (!subject.inverted && has(frame.entry, 'o') && inside(at) && !opens_content(at)) {
      frame.addressee = phrases_.core_at(at, sentence_.last);
      // "urged [the council to act]": whom it asks is part of what it asks.
      const bool asks = has(frame.entry, 'p') && inside(frame.addressee.last) && view_.is(frame.addressee.last, "to");
      if (!frame.addressee.empty() && !asks) at = frame.addressee.last;
    }
    find_after(frame, at, marks_before);
    const bool goes_on = frame.after.empty() || (marks_before && marked(frame.after.first));
    if (goes_on) find_before(frame, begin, marks_before);
    if (subject.relative && !frame.before.empty() && !marks_before) frame.before = {};
  }

  // “...,” Bolton croaked: any verb may say what stands in marks that end with a comma.
  std::optional<CueFrame> unknown_verb_frame(std::uint32_t i, const std::string& word) const {
    const bool verb = !view_[i].capital && word.size() > 3 && (word.ends_with("ed") || word.ends_with('s'));
    const std::string_view function = phrases_.word_class(i);
    if (!verb || i == sentence_.first || marked(i - 1) || (!function.empty() && function != "verb"))
      return std::nullopt;
    // "the White House press secretary": a noun follows, so this is none.
    const bool noun_follows = inside(i + 1) && !marked(i + 1) && view_.is_word(i + 1) &&
                              phrases_.word_class(i + 1).empty() && !phrases_.is_calendar_word(i + 1) &&
                              !view_.word(i + 1).ends_with("ly");
    const TokenRange phrase = noun_follows ? TokenRange{} : phrases_.ending_at(i - 1, in_.floor_before(i - 1));
    const auto speaker_class = phrases_.speaker_class(phrase);
    if (!speaker_class || !in_.follows_marks(phrase.first) || !breaks_off(phrase.first - 1)) return std::nullopt;
    CueFrame frame;
    frame.cue = {i, i + 1};
    frame.entry = {view_.word(i), "said", "neutral", "qi"};
    frame.speaker = phrase;
    frame.speaker_class = *speaker_class;
    frame.score = kRelativeSubject;
    find_content(frame, {phrase, kRelativeSubject, false, false});
    if (frame.before.empty()) return std::nullopt;
    return frame;
  }

  // Do the marks that close at token i end with a comma, a question or a dash, so that the sentence goes on?
  bool breaks_off(std::uint32_t i) const {
    return is_any_of(view_.word(i), {",", "—", "–"}) ||
           (i > sentence_.first && is_any_of(view_.word(i - 1), {",", "?", "!", "—", "…", "..."}));
  }

  void find_before(CueFrame& frame, std::uint32_t begin, bool marks_before) const {
    if (begin == sentence_.first) return;
    std::uint32_t last = begin;
    if (in_.is_comma(last - 1)) {
      --last;
    } else if (!marks_before) {
      return;
    }
    const TokenRange before{sentence_.first, last};
    const bool speaks = marks_before || marked_.any_in(before);
    // A headline may be as short as "Kyiv agrees, says Trump".
    const bool ends_all = std::max(frame.cue.last, frame.speaker.last) >= in_.clause_end();
    const bool clause = before.size() >= (ends_all ? 2 : 4) && !has(frame.entry, 'w') && has(frame.entry, 't') &&
                        frame.score > kParticipleSubject;
    if (speaks || clause) frame.before = before;
  }

  void find_after(CueFrame& frame, std::uint32_t at, bool marks_before) const {
    if (!inside(at)) return;
    const std::uint32_t end = in_.clause_end();
    if (at >= end) return;
    const bool comma = in_.is_comma(at);
    if (comma && at + 1 < end && marked(at + 1)) {
      frame.after = {at + 1, end};
      return;
    }
    if (marks_before) return;
    if (const auto opening = find_opening(at, end)) {
      frame.that = !marked(*opening);
      const bool conjunction = is_any_of(view_.lower_word(*opening), {"that", ":"});
      frame.after = {conjunction ? *opening + 1 : *opening, end};
      if (frame.after.empty()) frame.after = {};
      return;
    }
    const TokenRange rest{at, end};
    if (comma) return;
    const bool weak = has(frame.entry, 'w');
    const bool in_marks = marked_.any_in(rest);
    const bool phrase = in_marks && (weak || has(frame.entry, 'n'));
    const bool clause = !weak && has(frame.entry, 't') && rest.size() >= 3;
    const bool quotes = in_marks && has(frame.entry, 'q');
    if (has(frame.entry, 'p') && has_infinitive(rest)) frame.after = rest;
    if (has(frame.entry, 'd') && rest.size() >= 2 && begins_object(at)) frame.after = rest;
    if (phrase || (begins_clause(at) && (clause || quotes))) frame.after = rest;
  }

  // "that", ":" or an opening mark, at once or behind a short adverbial: "said in a statement on Tuesday that".
  std::optional<std::uint32_t> find_opening(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t kReach = 14;
    const std::string_view function = phrases_.word_class(at);
    const bool adverbial = function == "prep" || function == "adv" || phrases_.is_calendar_word(at) || in_.is_comma(at);
    const std::uint32_t stop = adverbial ? std::min(end, at + kReach) : std::min(end, at + 1);
    for (std::uint32_t i = at; i < stop; ++i) {
      if (marked(i) &&
          (i == at || is_any_of(view_.word(i - 1), {":", ","}) || marked_.index_at(i) != marked_.index_at(i - 1))) {
        // Marks behind words of an adverbial are its own, unless punctuation sets them off.
        if (i == at || !view_.is_word(i - 1) || phrases_.word_class(i - 1) == "conj") return i;
        return std::nullopt;
      }
      const std::string word = view_.lower_word(i);
      if (is_any_of(word, {"that", ":"})) return i;
      if (i == at && is_any_of(word, {"whether", "if", "how", "why", "what", "when"})) return i;
    }
    return std::nullopt;
  }

  // "promised to pay", "urged the council to act"
  bool has_infinitive(TokenRange rest) const {
    constexpr std::uint32_t kReach = 8;
    for (std::uint32_t i = rest.first; i + 1 < std::min(rest.last, rest.first + kReach); ++i) {
      if (view_.is_punctuation(i)) return false;
      const std::string_view next = phrases_.word_class(i + 1);
      if (view_.is(i, "to"))
        return view_.is_word(i + 1) && !view_[i + 1].capital && (next.empty() || next == "verb" || next == "aux");
    }
    return false;
  }

  // "denied the charges", "warned of floods"
  bool begins_object(std::uint32_t i) const {
    const std::string word = view_.lower_word(i);
    if (is_any_of(word, {"of", "for", "against"})) return true;
    return word != "to" && begins_clause(i) && phrases_.word_class(i) != "pron";
  }

  bool begins_clause(std::uint32_t i) const {
    if (view_.is_punctuation(i) && !marked(i)) return false;
    const std::string_view function = phrases_.word_class(i);
    if (phrases_.is_calendar_word(i)) return false;
    if (view_.lower_word(i) == "there") return true;
    return function != "prep" && function != "adv" && function != "aux" && function != "conj";
  }

  // ---- Frames without a verb

  std::optional<CueFrame> according_frame(std::uint32_t i) const {
    CueFrame frame;
    frame.cue = {i, i + 2};
    frame.entry = {"accord", "said", "neutral", "t"};
    const bool opens = i == sentence_.first || (i == sentence_.first + 1 && !view_.is_word(sentence_.first));
    frame.speaker = opens ? phrases_.core_at(i + 2, sentence_.last) : phrases_.starting_at(i + 2, in_.clause_end());
    if (frame.speaker.empty()) return std::nullopt;
    frame.speaker_class = phrases_.speaker_class(frame.speaker).value_or(SpeakerClass::document);
    frame.score = kAdjacentSubject;
    const std::uint32_t end = in_.clause_end();
    if (opens) {
      std::uint32_t comma = frame.speaker.last;
      while (comma < end && !view_.is(comma, ",")) ++comma;
      if (comma + 1 >= end) return std::nullopt;
      frame.speaker.last = std::max(frame.speaker.last, std::min(comma, frame.speaker.last + 12));
      frame.after = {comma + 1, end};
      return frame;
    }
    std::uint32_t last = i;
    if (in_.is_comma(last - 1)) --last;
    if (last == sentence_.first) return std::nullopt;
    frame.before = {sentence_.first, last};
    return frame;
  }

  // "Smith: “...”", "Pence: The plan is dead": a name, or a noun that speaks, before the sentence's first colon.
  std::optional<CueFrame> colon_frame() const {
    constexpr std::uint32_t kLongest = 8;
    for (std::uint32_t i = sentence_.first + 1; i + 1 < std::min(sentence_.last, sentence_.first + kLongest); ++i) {
      if (marked(i)) return std::nullopt;
      if (!view_.is(i, ":")) continue;
      const TokenRange phrase = phrases_.core_at(sentence_.first, i);
      if (phrase.last != i || phrase.first != sentence_.first) return std::nullopt;
      const auto speaker_class = phrases_.speaker_class(phrase);
      const bool person = speaker_class == SpeakerClass::person && phrases_.name_at(i - 1) != nullptr;
      if (!speaker_class || (!person && !marked(i + 1))) return std::nullopt;
      CueFrame frame;
      frame.cue = {i, i};
      frame.entry = {"", "said", "neutral", "q"};
      frame.speaker = phrase;
      frame.speaker_class = *speaker_class;
      frame.after = {i + 1, in_.clause_end()};
      frame.that = true;
      frame.score = kInterposedSubject;
      if (frame.after.size() < 2) return std::nullopt;
      return frame;
    }
    return std::nullopt;
  }

  const TokenView& view_;
  const NounPhrases& phrases_;
  const Lexicons& lexicons_;
  const MarkedTokens& marked_;
  TokenRange sentence_;
  SentenceView in_;
  std::vector<CueFrame> frames_;
};

}  // namespace

std::string_view stance_of(const TokenView& view, const CueEntry& entry, std::uint32_t word) {
  const bool asks =
      entry.lemma == "call" && word + 1 < view.size() && is_any_of(view.lower_word(word + 1), {"for", "on", "upon"});
  return asks ? "urged" : entry.stance;
}

std::vector<CueFrame> find_cue_frames(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons,
                                      const MarkedTokens& marked, TokenRange sentence) {
  return FrameFinder(view, phrases, lexicons, marked, sentence).run();
}

}  // namespace pressmark

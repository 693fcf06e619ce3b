#include "passes/cue_frames.h"

#include <algorithm>
#include <optional>

namespace pressmark {

namespace {

constexpr Score kAdjacent = 950;    // "Smith said"
constexpr Score kInterposed = 900;  // "Smith, a teacher, said"
constexpr Score kRelative = 800;    // "Smith, who said"
constexpr Score kParticiple = 700;  // "Smith left, saying"
constexpr Score kElided = 600;      // "Smith left and said"

struct Subject {
  TokenRange phrase;
  Score score = 0;
  bool inverted = false;
  bool relative = false;
};

class FrameFinder {
 public:
  FrameFinder(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons, const MarkedTokens& marked,
              TokenRange sentence)
      : view_(view), phrases_(phrases), lexicons_(lexicons), marked_(marked), sentence_(sentence) {}

  std::vector<CueFrame> run() {
    const bool headline = is_headline();
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
  // Most Of Its Words Have Capitals, cues too.
  bool is_headline() const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      words += view_.is_word(i) ? 1 : 0;
      capitals += view_[i].capital ? 1 : 0;
    }
    return capitals * 3 > words * 2;
  }

  bool marked(std::uint32_t i) const { return marked_.contains(i); }
  bool inside(std::uint32_t i) const { return sentence_.contains(i); }
  static bool has(const CueEntry& entry, char frame) { return entry.frames.find(frame) != std::string_view::npos; }
  bool is_comma(std::uint32_t i) const { return is_any_of(view_.word(i), {",", "—", "–", "--", "―"}); }
  bool is_be(std::uint32_t i) const {
    return is_any_of(view_.lower_word(i),
                     {"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"});
  }

  // The token before i that is no adverb or date: "repeatedly", "also", "on Tuesday". None at the sentence's start.
  std::optional<std::uint32_t> before_adverbs(std::uint32_t i) const {
    while (i > sentence_.first) {
      const std::uint32_t before = i - 1;
      const std::string word = view_.lower_word(before);
      const bool date = phrases_.is_calendar_word(before);
      const bool to_date = i < sentence_.last && phrases_.is_calendar_word(i) &&
                           is_any_of(word, {"on", "in", "last", "late", "early", "earlier", "this", "next", "since"});
      const bool adverb = phrases_.word_class(before) == "adv" || (word.size() > 4 && word.ends_with("ly"));
      if (!date && !to_date && !adverb) return before;
      i = before;
    }
    return std::nullopt;
  }

  // Nouns, passives, infinitives and denials look like cues and are none.
  bool is_verb(std::uint32_t i, const std::string& word, const CueEntry& entry) const {
    const bool ing = word.ends_with("ing");
    const auto before = before_adverbs(i);
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
    const auto subject = find_subject(i, word, entry);
    if (!subject) return std::nullopt;
    auto speaker_class = phrases_.speaker_class(subject->phrase);
    // Next to marks whatever noun stands there speaks: “...,” the tycoon told them.
    if (!speaker_class && follows_marks(std::min(subject->phrase.first, i))) speaker_class = SpeakerClass::unnamed;
    if (!speaker_class) return std::nullopt;
    CueFrame frame;
    frame.cue = {i, i + 1};
    frame.entry = entry;
    frame.speaker = subject->phrase;
    frame.speaker_class = *speaker_class;
    frame.relative = subject->relative;
    frame.score = subject->score;
    find_content(frame, *subject);
    frame.opens_next = frame.after.empty() && view_.is(sentence_.last - 1, ":") && !marked(sentence_.last - 1);
    if (frame.opens_next) frame.before = {};
    if (frame.before.empty() && frame.after.empty() && !frame.opens_next) return std::nullopt;
    return frame;
  }

  // ---- The speaker

  std::optional<Subject> find_subject(std::uint32_t i, const std::string& word, const CueEntry& entry) const {
    if (i > sentence_.first && marked(i - 1)) {
      // "Tolliver, a former “Teacher of the Year,” said": the marks are part of the subject.
      const std::uint32_t begin = marked_.around(i - 1).first;
      const bool in_phrase = begin > sentence_.first && view_.is_word(begin - 1);
      if (auto subject = in_phrase ? open_apposition_subject(begin) : std::nullopt) {
        subject->phrase.last = i;
        return subject;
      }
    }
    const bool after_content = i == sentence_.first || is_comma(i - 1) || marked(i - 1);
    if (has(entry, 'i') && after_content) {
      const TokenRange phrase = phrases_.starting_at(i + 1, clause_end());
      const bool clear = i > sentence_.first && (marked(i - 1) || (i > sentence_.first + 1 && marked(i - 2)));
      const bool speaks = !phrase.empty() && (clear || phrases_.speaker_class(phrase));
      if (speaks && (clear || i == sentence_.first || !interposed_subject(i - 1))) {
        return Subject{phrase, kAdjacent, true, false};
      }
    }
    if (word.ends_with("ing")) return participle_subject(i);
    auto last = before_adverbs(i);
    while (last && phrases_.word_class(*last) == "aux") last = before_adverbs(*last);
    if (!last) return std::nullopt;
    if (marked(*last)) return elided_subject(i);
    const std::string left = view_.lower_word(*last);
    if (left == "who") return relative_subject(*last);
    if (is_any_of(left, {"and", "but", "then", "or", "to"})) return elided_subject(i);
    if (is_comma(*last) || left == ")") {
      if (auto subject = interposed_subject(*last)) return subject;
      return elided_subject(i);
    }
    const TokenRange phrase = phrases_.ending_at(*last, floor_before(*last));
    const bool speaks = phrases_.speaker_class(phrase) || (!phrase.empty() && follows_marks(phrase.first));
    if (speaks) return Subject{phrase, kAdjacent, false, false};
    if (auto subject = open_apposition_subject(i)) return subject;
    return std::nullopt;
  }

  // Phrases do not reach over marks.
  std::uint32_t floor_before(std::uint32_t i) const {
    std::uint32_t floor = i;
    while (floor > sentence_.first && !marked(floor - 1)) --floor;
    return floor;
  }

  // "Smith, 54, a teacher from Leeds, [said]": `closing` is the last comma.
  std::optional<Subject> interposed_subject(std::uint32_t closing) const {
    constexpr std::uint32_t kReach = 45;
    const std::uint32_t stop = closing > sentence_.first + kReach ? closing - kReach : sentence_.first;
    for (std::uint32_t comma = closing; comma-- > stop + 1;) {
      if (!(is_comma(comma) || view_.is(comma, "(")) || marked(comma) || marked(comma - 1)) continue;
      const TokenRange phrase = phrases_.ending_at(comma - 1, floor_before(comma - 1));
      if (phrase.empty() || view_.is_number(comma - 1)) continue;
      const bool named = phrases_.name_at(comma - 1) != nullptr || view_[comma - 1].capital;
      if (!phrases_.speaker_class(phrase)) continue;
      if (phrases_.begins_apposition(comma + 1)) return Subject{{phrase.first, closing}, kInterposed, false, false};
      if (named || view_.is_word(comma - 1)) return Subject{phrase, kInterposed, false, false};
    }
    return std::nullopt;
  }

  // "Smith, a writer in Leeds who lives alone [said]": the apposition's end has no comma.
  std::optional<Subject> open_apposition_subject(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 30;
    const std::uint32_t stop = i > sentence_.first + kReach ? i - kReach : sentence_.first;
    for (std::uint32_t comma = i; comma-- > stop + 1;) {
      if (!is_comma(comma) || marked(comma) || marked(comma - 1)) continue;
      const TokenRange phrase = phrases_.ending_at(comma - 1, floor_before(comma - 1));
      const bool person = phrases_.speaker_class(phrase) == SpeakerClass::person;
      if (person && phrases_.begins_apposition(comma + 1)) return Subject{{phrase.first, i}, kInterposed, false, false};
    }
    return std::nullopt;
  }

  std::optional<Subject> relative_subject(std::uint32_t who) const {
    if (who == sentence_.first) return std::nullopt;
    std::uint32_t last = who - 1;
    if (is_comma(last) && last > sentence_.first) --last;
    if (marked(last)) return std::nullopt;
    const TokenRange phrase = phrases_.ending_at(last, floor_before(last));
    if (!phrases_.speaker_class(phrase)) return std::nullopt;
    return Subject{phrase, kRelative, false, true};
  }

  std::optional<Subject> participle_subject(std::uint32_t i) const {
    if (!frames_.empty()) return Subject{frames_.back().speaker, kParticiple, false, false};
    const TokenRange phrase = phrases_.subject({sentence_.first, i}, marked_);
    if (phrase.empty()) return std::nullopt;
    return Subject{phrase, kParticiple, false, false};
  }

  std::optional<Subject> elided_subject(std::uint32_t i) const {
    if (!frames_.empty()) return Subject{frames_.back().speaker, kElided, false, false};
    const TokenRange phrase = phrases_.subject({sentence_.first, i}, marked_);
    if (phrase.empty()) return std::nullopt;
    return Subject{phrase, kElided, false, false};
  }

  // ---- The content

  void find_content(CueFrame& frame, const Subject& subject) const {
    const std::uint32_t begin = std::min(frame.speaker.first, frame.cue.first);
    std::uint32_t at = subject.inverted ? frame.speaker.last : frame.cue.last;
    const bool marks_before = follows_marks(begin);
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
    const TokenRange phrase = noun_follows ? TokenRange{} : phrases_.ending_at(i - 1, floor_before(i - 1));
    const auto speaker_class = phrases_.speaker_class(phrase);
    if (!speaker_class || !follows_marks(phrase.first) || !breaks_off(phrase.first - 1)) return std::nullopt;
    CueFrame frame;
    frame.cue = {i, i + 1};
    frame.entry = {view_.word(i), "said", "neutral", "qi"};
    frame.speaker = phrase;
    frame.speaker_class = *speaker_class;
    frame.score = kRelative;
    find_content(frame, {phrase, kRelative, false, false});
    if (frame.before.empty()) return std::nullopt;
    return frame;
  }

  // Do the marks that close at token i end with a comma, a question or a dash, so that the sentence goes on?
  bool breaks_off(std::uint32_t i) const {
    return is_any_of(view_.word(i), {",", "—", "–"}) ||
           (i > sentence_.first && is_any_of(view_.word(i - 1), {",", "?", "!", "—", "…", "..."}));
  }

  // Do marks close just before the frame, a comma or dash between them apart?
  bool follows_marks(std::uint32_t begin) const {
    if (begin == sentence_.first) return false;
    if (marked(begin - 1)) return true;
    return begin - 1 > sentence_.first && is_comma(begin - 1) && marked(begin - 2);
  }

  void find_before(CueFrame& frame, std::uint32_t begin, bool marks_before) const {
    if (begin == sentence_.first) return;
    std::uint32_t last = begin;
    if (is_comma(last - 1)) {
      --last;
    } else if (!marks_before) {
      return;
    }
    const TokenRange before{sentence_.first, last};
    const bool speaks = marks_before || marked_.any_in(before);
    const bool clause =
        before.size() >= 4 && !has(frame.entry, 'w') && has(frame.entry, 't') && frame.score > kParticiple;
    if (speaks || clause) frame.before = before;
  }

  void find_after(CueFrame& frame, std::uint32_t at, bool marks_before) const {
    if (!inside(at)) return;
    const std::uint32_t end = clause_end();
    if (at >= end) return;
    const bool comma = is_comma(at);
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

  // The sentence's end without its full stop.
  std::uint32_t clause_end() const {
    std::uint32_t end = sentence_.last;
    while (end > sentence_.first && !marked(end - 1) &&
           is_any_of(view_.word(end - 1), {".", "!", "?", "...", "…", ":"}))
      --end;
    return end;
  }

  // "that", ":" or an opening mark, at once or behind a short adverbial: "said in a statement on Tuesday that".
  std::optional<std::uint32_t> find_opening(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t kReach = 14;
    const std::string_view function = phrases_.word_class(at);
    const bool adverbial = function == "prep" || function == "adv" || phrases_.is_calendar_word(at) || is_comma(at);
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
    frame.speaker = opens ? phrases_.core_at(i + 2, sentence_.last) : phrases_.starting_at(i + 2, clause_end());
    if (frame.speaker.empty()) return std::nullopt;
    frame.speaker_class = phrases_.speaker_class(frame.speaker).value_or(SpeakerClass::document);
    frame.score = kAdjacent;
    const std::uint32_t end = clause_end();
    if (opens) {
      std::uint32_t comma = frame.speaker.last;
      while (comma < end && !view_.is(comma, ",")) ++comma;
      if (comma + 1 >= end) return std::nullopt;
      frame.speaker.last = std::max(frame.speaker.last, std::min(comma, frame.speaker.last + 12));
      frame.after = {comma + 1, end};
      return frame;
    }
    std::uint32_t last = i;
    if (is_comma(last - 1)) --last;
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
      frame.after = {i + 1, clause_end()};
      frame.that = true;
      frame.score = kInterposed;
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
  std::vector<CueFrame> frames_;
};

}  // namespace

std::vector<CueFrame> find_cue_frames(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons,
                                      const MarkedTokens& marked, TokenRange sentence) {
  return FrameFinder(view, phrases, lexicons, marked, sentence).run();
}

}  // namespace pressmark

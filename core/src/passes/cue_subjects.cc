#include "passes/cue_subjects.h"

namespace pressmark {

namespace {

class SubjectFinder {
 public:
  SubjectFinder(const SentenceView& sentence, const TokenRange* previous)
      : in_(sentence),
        view_(sentence.view()),
        phrases_(sentence.phrases()),
        sentence_(sentence.tokens()),
        previous_(previous) {}

  std::optional<Subject> find(std::uint32_t i, const std::string& word, const CueEntry& entry) const {
    if (i > sentence_.first && marked(i - 1)) {
      // "Tolliver, a former “Teacher of the Year,” said": the marks are part of the subject.
      const std::uint32_t begin = in_.marks().around(i - 1).first;
      const bool in_phrase = begin > sentence_.first && view_.is_word(begin - 1);
      if (auto subject = in_phrase ? open_apposition_subject(begin) : std::nullopt) {
        subject->phrase.last = i;
        return subject;
      }
    }
    const bool after_content = i == sentence_.first || in_.is_comma(i - 1) || marked(i - 1);
    if (entry.frames.find('i') != std::string_view::npos && after_content) {
      const TokenRange phrase = phrases_.starting_at(i + 1, in_.clause_end());
      const bool clear = i > sentence_.first && (marked(i - 1) || (i > sentence_.first + 1 && marked(i - 2)));
      const bool speaks = !phrase.empty() && (clear || phrases_.speaker_class(phrase));
      if (speaks && (clear || i == sentence_.first || !interposed_subject(i - 1))) {
        return Subject{phrase, kAdjacentSubject, true, false};
      }
    }
    if (word.ends_with("ing")) return participle_subject(i);
    auto last = in_.before_adverbs(i);
    while (last && phrases_.word_class(*last) == "aux") last = in_.before_adverbs(*last);
    if (!last) return std::nullopt;
    if (marked(*last)) return elided_subject(i);
    const std::string left = view_.lower_word(*last);
    if (left == "who") return relative_subject(*last);
    if (is_any_of(left, {"and", "but", "then", "or", "to"})) return elided_subject(i);
    if (in_.is_comma(*last) || left == ")") {
      if (auto subject = interposed_subject(*last)) return subject;
      return elided_subject(i);
    }
    const TokenRange phrase = phrases_.ending_at(*last, in_.floor_before(*last));
    if (auto subject = hung_subject(phrase)) return subject;
    const bool speaks = phrases_.speaker_class(phrase) || (!phrase.empty() && in_.follows_marks(phrase.first));
    if (speaks) return Subject{phrase, kAdjacentSubject, false, false};
    if (auto subject = open_apposition_subject(i)) return subject;
    return std::nullopt;
  }

 private:
  // "Smith, 54, a teacher from Leeds, [said]": `closing` is the last comma.
  std::optional<Subject> interposed_subject(std::uint32_t closing) const {
    constexpr std::uint32_t kReach = 45;
    const std::uint32_t stop = closing > sentence_.first + kReach ? closing - kReach : sentence_.first;
    for (std::uint32_t comma = closing; comma-- > stop + 1;) {
      if (!(in_.is_comma(comma) || view_.is(comma, "(")) || marked(comma) || marked(comma - 1)) continue;
      const TokenRange phrase = phrases_.ending_at(comma - 1, in_.floor_before(comma - 1));
      if (phrase.empty() || view_.is_number(comma - 1)) continue;
      const bool named = phrases_.name_at(comma - 1) != nullptr || view_[comma - 1].capital;
      if (!phrases_.speaker_class(phrase)) continue;
      if (phrases_.begins_apposition(comma + 1)) {
        const std::uint32_t last = view_.is(closing, ")") ? closing + 1 : closing;
        return Subject{{phrase.first, last}, kInterposedSubject, false, false};
      }
      if (named || view_.is_word(comma - 1)) return Subject{phrase, kInterposedSubject, false, false};
    }
    return std::nullopt;
  }

  // "Analysts polled by Reuters [said]": what hangs on a preposition is no subject, but the phrase before it.
  std::optional<Subject> hung_subject(TokenRange phrase) const {
    if (phrase.empty() || phrase.first < sentence_.first + 2) return std::nullopt;
    const std::uint32_t preposition = phrase.first - 1;
    if (phrases_.word_class(preposition) != "prep" || in_.is_comma(preposition - 1)) return std::nullopt;
    const TokenRange clause{in_.clause_begin(preposition), preposition};
    const TokenRange subject = phrases_.subject(clause, in_.marks());
    if (subject.empty() || subject.first != clause.first) return std::nullopt;
    return Subject{{subject.first, phrase.last}, kRelativeSubject, false, false};
  }

  // "Smith, a writer in Leeds who lives alone [said]": the apposition's end has no comma.
  std::optional<Subject> open_apposition_subject(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 30;
    const std::uint32_t stop = i > sentence_.first + kReach ? i - kReach : sentence_.first;
    for (std::uint32_t comma = i; comma-- > stop + 1;) {
      if (!in_.is_comma(comma) || marked(comma) || marked(comma - 1)) continue;
      const TokenRange phrase = phrases_.ending_at(comma - 1, in_.floor_before(comma - 1));
      const bool person = phrases_.speaker_class(phrase) == SpeakerClass::person;
      if (person && phrases_.begins_apposition(comma + 1))
        return Subject{{phrase.first, i}, kInterposedSubject, false, false};
    }
    return std::nullopt;
  }

  std::optional<Subject> relative_subject(std::uint32_t who) const {
    if (who == sentence_.first) return std::nullopt;
    std::uint32_t last = who - 1;
    if (in_.is_comma(last) && last > sentence_.first) --last;
    if (marked(last)) return std::nullopt;
    const TokenRange phrase = phrases_.ending_at(last, in_.floor_before(last));
    if (!phrases_.speaker_class(phrase)) return std::nullopt;
    return Subject{phrase, kRelativeSubject, false, true};
  }

  std::optional<Subject> participle_subject(std::uint32_t i) const {
    if (previous_ != nullptr) return Subject{*previous_, kParticipleSubject, false, false};
    const TokenRange phrase = phrases_.subject({sentence_.first, i}, in_.marks());
    if (phrase.empty()) return std::nullopt;
    return Subject{phrase, kParticipleSubject, false, false};
  }

  std::optional<Subject> elided_subject(std::uint32_t i) const {
    if (previous_ != nullptr) return Subject{*previous_, kElidedSubject, false, false};
    const TokenRange phrase = phrases_.subject({sentence_.first, i}, in_.marks());
    if (phrase.empty()) return std::nullopt;
    return Subject{phrase, kElidedSubject, false, false};
  }

  bool marked(std::uint32_t i) const { return in_.marked(i); }

  const SentenceView& in_;
  const TokenView& view_;
  const NounPhrases& phrases_;
  TokenRange sentence_;
  const TokenRange* previous_;
};

}  // namespace

std::optional<Subject> find_subject(const SentenceView& sentence, std::uint32_t i, const std::string& word,
                                    const CueEntry& entry, const TokenRange* previous) {
  return SubjectFinder(sentence, previous).find(i, word, entry);
}

}  // namespace pressmark

#include "passes/references.h"

#include <algorithm>
#include <map>

#include "passes/mention_index.h"
#include "passes/name_key.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kSentencesBack = 5;
constexpr std::size_t kMentionsBack = 24;
constexpr std::size_t kMostTopic = 6;  // names by which the text's own topic is known

enum class Person : std::uint8_t { none, he, she, it, speaker };

struct Pronoun {
  Person person = Person::none;
  bool possessive = false;
};

Pronoun pronoun_of(std::string_view word) {
  if (word == "he" || word == "him" || word == "himself") return {Person::he, false};
  if (word == "his") return {Person::he, true};
  if (word == "she" || word == "herself") return {Person::she, false};
  if (word == "her" || word == "hers") return {Person::she, true};
  if (word == "it" || word == "itself") return {Person::it, false};
  if (word == "its") return {Person::it, true};
  if (word == "i" || word == "me" || word == "myself" || word == "i'm") return {Person::speaker, false};
  if (word == "my" || word == "mine") return {Person::speaker, true};
  return {};
}

// Something that a later pronoun may mean.
struct Antecedent {
  Index entity = kNone;
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  bool subject = false;  // the first of its sentence, or right before a verb of saying
  bool possessive = false;
  bool after_preposition = false;
  Index quotation = kNone;
};

class Resolver {
 public:
  Resolver(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences,
           const std::vector<Entity>& entities, const std::vector<Quotation>& quotations, const Model& model,
           const Lexicons& lexicons)
      : text_(text),
        tokens_(tokens),
        sentences_(sentences),
        entities_(entities),
        quotations_(quotations),
        model_(model),
        lexicons_(lexicons),
        mentions_(locate_mentions(entities)) {}

  std::vector<Reference> run() {
    find_genders();
    find_marks();
    std::size_t mention = 0;
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
      subject_seen_ = false;
      for (std::uint32_t i = sentences_[s].tokens.first; i < sentences_[s].tokens.last; ++i) {
        const Span span = tokens_[i].span;
        while (mention < mentions_.size() && mentions_[mention].span.end <= span.start) ++mention;
        if (mention < mentions_.size() && mentions_[mention].span.start <= span.start) {
          if (mentions_[mention].span.start >= span.start) note_name(mentions_[mention], s, i);
          continue;
        }
        const Pronoun pronoun = pronoun_of(word(i));
        if (pronoun.person == Person::none) continue;
        resolve(pronoun, s, i);
      }
    }
    return std::move(references_);
  }

 private:
  std::string word(std::uint32_t i) const {
    return name_key(text_.substr(tokens_[i].span.start, tokens_[i].span.length()));
  }
  std::string word_in(TokenRange range, std::uint32_t i) const { return range.contains(i) ? word(i) : std::string(); }

  // Titles say it; given names that are of one gender only hint at it.
  void find_genders() {
    genders_.resize(entities_.size());
    for (Index i = 0; i < entities_.size(); ++i) {
      if (entities_[i].type != EntityType::person) continue;
      if (entities_[i].pronouns == "he") genders_[i] = 3;
      if (entities_[i].pronouns == "she") genders_[i] = -3;
      const std::string& name = entities_[i].name;
      if (genders_[i] != 0) continue;
      const GazetteerFlags flags = model_.gazetteer().find(name_key(name.substr(0, name.find_first_of(" -"))));
      const bool male = (flags & kGivenMale) != 0;
      const bool female = (flags & kGivenFemale) != 0;
      if (male != female) genders_[i] = male ? 2 : -2;
    }
  }

  // The quotation whose words hold a place, by binary search over all pieces.
  void find_marks() {
    for (Index i = 0; i < quotations_.size(); ++i) {
      for (const Span span : quotations_[i].marks) marks_.push_back({span, i});
    }
    std::sort(marks_.begin(), marks_.end(),
              [](const LocatedMention& a, const LocatedMention& b) { return a.span.start < b.span.start; });
  }

  Index quotation_at(Span span) const {
    const auto after = std::partition_point(marks_.begin(), marks_.end(),
                                            [&](const LocatedMention& m) { return m.span.start <= span.start; });
    // Nested quotations begin later than what holds them, so the nearest beginning is tried first.
    auto at = after;
    for (int steps = 0; at != marks_.begin() && steps < 4; ++steps) {
      --at;
      if (at->span.contains(span)) return at->entity;
    }
    return kNone;
  }

  void note_name(const LocatedMention& mention, std::uint32_t s, std::uint32_t i) {
    const TokenRange range = sentences_[s].tokens;
    Antecedent antecedent{mention.entity, mention.span, s, i, false, false, false, quotation_at(mention.span)};
    std::uint32_t next = i;
    while (next < range.last && tokens_[next].span.start < mention.span.end) ++next;
    const std::string after = word_in(range, next);
    const std::string before = i > range.first ? word(i - 1) : std::string();
    antecedent.possessive = after == "'s" || after == "'";
    const std::string_view kinds = lexicons_.function_words.find(before);
    antecedent.after_preposition = kinds == "prep";
    const bool person = entities_[mention.entity].type == EntityType::person;
    const bool speaks = lexicons_.cues.contains(after);
    antecedent.subject =
        speaks || (person && !subject_seen_ && !antecedent.possessive && !antecedent.after_preposition);
    subject_seen_ = subject_seen_ || (person && !antecedent.possessive);
    recent_.push_back(antecedent);
  }

  void refer(const Antecedent& to, std::uint32_t s, std::uint32_t i, const Pronoun& pronoun, Score score) {
    references_.push_back({{tokens_[i].span, MentionKind::pronoun, score, false}, to.entity});
    Antecedent antecedent = to;
    antecedent.span = tokens_[i].span;
    antecedent.sentence = s;
    antecedent.token = i;
    antecedent.possessive = pronoun.possessive;
    antecedent.subject = !pronoun.possessive && word(i) != "him" && word(i) != "her";
    antecedent.after_preposition = false;
    antecedent.quotation = quotation_at(tokens_[i].span);
    recent_.push_back(antecedent);
  }

  void resolve(const Pronoun& pronoun, std::uint32_t s, std::uint32_t i) {
    const Index quotation = quotation_at(tokens_[i].span);
    if (pronoun.person == Person::speaker) return resolve_speaker(quotation, i);
    if (pronoun.person == Person::it) return resolve_thing(pronoun, s, i);
    const int sign = pronoun.person == Person::he ? 1 : -1;
    const Index speaker = quotation == kNone ? kNone : speaker_of(quotation);
    int best = 0;
    int second = 0;
    const Antecedent* chosen = nullptr;

    std::size_t looked = 0;
    for (auto it = recent_.rbegin(); it != recent_.rend() && looked < kMentionsBack; ++it, ++looked) {
      if (it->sentence + kSentencesBack < s) break;
      if (entities_[it->entity].type != EntityType::person || it->entity == speaker) continue;
      const int gender = genders_[it->entity] * sign;
      if (gender < -1) continue;
      int votes = 20 + 2 * gender;
      votes -= 4 * static_cast<int>(s - it->sentence);
      if (it->subject) votes += 6;
      votes += static_cast<int>(std::min<std::size_t>(entities_[it->entity].mentions.size(), kMostTopic));
      if (it->possessive) votes -= 1;
      if (it->after_preposition) votes -= 4;
      if (it->quotation != quotation) votes -= 3;
      // "He told Smith ...": an object is not its own subject.
      if (it->sentence == s && !pronoun.possessive && !it->subject) votes -= 1;
      const bool same = chosen != nullptr && chosen->entity == it->entity;
      if (votes > best) {
        if (!same) second = best;
        best = votes;
        chosen = &*it;
      } else if (!same) {
        second = std::max(second, votes);
      }
    }
    if (chosen == nullptr) return;
    const Antecedent to = *chosen;
    if (genders_[to.entity] == 0) genders_[to.entity] = sign;
    refer(to, s, i, pronoun, static_cast<Score>(std::min(900, 500 + 40 * (best - second))));
  }

  // Only "it" and "its" of a body that acts in the same sentence: "Washington said it would".
  void resolve_thing(const Pronoun& pronoun, std::uint32_t s, std::uint32_t i) {
    for (auto it = recent_.rbegin(); it != recent_.rend() && it->sentence == s; ++it) {
      const EntityType type = entities_[it->entity].type;
      if (type != EntityType::org && type != EntityType::loc) continue;
      if (it->subject || (pronoun.possessive && !it->after_preposition && !it->possessive)) {
        const Antecedent to = *it;
        return refer(to, s, i, pronoun, 600);
      }
    }
  }

  void resolve_speaker(Index quotation, std::uint32_t i) {
    const Index speaker = quotation == kNone ? kNone : speaker_of(quotation);
    if (speaker == kNone || entities_[speaker].type != EntityType::person) return;
    references_.push_back({{tokens_[i].span, MentionKind::pronoun, 800, false}, speaker});
  }

  // Whom a quotation's speaker phrase means, by its names or by a pronoun that is resolved already.
  Index speaker_of(Index quotation) {
    const auto known = speakers_.find(quotation);
    if (known != speakers_.end()) return known->second;
    Index speaker = kNone;
    if (const auto& phrase = quotations_[quotation].speaker) {
      const std::vector<Index> named = entities_named(text_, tokens_, mentions_, entities_, phrase->span);
      if (named.size() == 1) speaker = named[0];
      const auto reference = std::partition_point(references_.begin(), references_.end(), [&](const Reference& r) {
        return r.mention.span.start < phrase->span.start;
      });
      const bool refers = reference != references_.end() && reference->mention.span == phrase->span;
      if (named.empty() && refers) speaker = reference->entity;
      // A pronoun that is still to come is asked again later.
      if (speaker == kNone) return kNone;
    }
    speakers_.emplace(quotation, speaker);
    return speaker;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Entity>& entities_;
  const std::vector<Quotation>& quotations_;
  const Model& model_;
  const Lexicons& lexicons_;
  const std::vector<LocatedMention> mentions_;
  std::vector<LocatedMention> marks_;  // `entity` is the quotation
  std::vector<int> genders_;           // above 0: he, below: she; 3 where the text says so
  std::vector<Antecedent> recent_;
  std::map<Index, Index> speakers_;  // of quotations
  std::vector<Reference> references_;
  bool subject_seen_ = false;
};

}  // namespace

std::vector<Reference> resolve_references(std::string_view text, const std::vector<Token>& tokens,
                                          const std::vector<Sentence>& sentences, const std::vector<Entity>& entities,
                                          const std::vector<Quotation>& quotations, const Model& model,
                                          const Lexicons& lexicons) {
  return Resolver(text, tokens, sentences, entities, quotations, model, lexicons).run();
}

}  // namespace pressmark

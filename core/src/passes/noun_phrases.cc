#include "passes/noun_phrases.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr std::uint32_t kLongest = 30;  // tokens of a phrase

}  // namespace

NounPhrases::NounPhrases(const TokenView& view, const std::vector<Name>& names, const Lexicons& lexicons)
    : view_(view), names_(names), lexicons_(lexicons), name_of_(view.size(), kNone), joined_(view.size()) {
  for (Index n = 0; n < names.size(); ++n) {
    for (std::uint32_t i = names[n].tokens.first; i < names[n].tokens.last; ++i) name_of_[i] = n;
  }
}

void NounPhrases::join(TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) joined_[i] = true;
}

std::string_view NounPhrases::word_class(std::uint32_t i) const {
  return lexicons_.function_words.find(view_.lower_word(i));
}

const Name* NounPhrases::name_at(std::uint32_t i) const {
  return name_of_[i] == kNone ? nullptr : &names_[name_of_[i]];
}

bool NounPhrases::is_calendar_word(std::uint32_t i) const {
  if (!view_[i].capital) return false;
  std::string word = view_.lower_word(i);
  if (word.ends_with("day")) {
    return is_any_of(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  }
  if (word.ends_with('.')) word.pop_back();
  return word != "may" && lexicons_.months.contains(word);
}

bool NounPhrases::is_personal_pronoun(std::uint32_t i) const {
  return is_any_of(view_.lower_word(i), {"he", "she", "they", "it", "i", "we", "you"});
}

// A noun, an adjective, a part of a name: any word that is no function word and no date.
bool NounPhrases::is_content_word(std::uint32_t i) const {
  if (name_at(i) != nullptr || joined_[i] || view_.is_number(i)) return true;
  if (!view_.is_word(i) || is_calendar_word(i)) return false;
  const std::string_view function = word_class(i);
  if (function.empty()) return !is_verb_of_saying(i);
  // "US", "Will Smith": capitals in the middle of a sentence are no function words.
  return view_[i].all_caps && view_.word(i).size() > 1 && function != "det";
}

// "told", "calling": forms that are verbs and no nouns.
bool NounPhrases::is_verb_of_saying(std::uint32_t i) const {
  if (view_[i].capital) return false;
  const std::string_view word = view_.word(i);
  const auto entry = lexicons_.cues.find(word);
  return entry != lexicons_.cues.end() && entry->second.lemma != word && !word.ends_with('s');
}

// "the head of the agency", "a spokeswoman for Acme": a noun that speaks stands before the preposition.
bool NounPhrases::hangs_on_noun(std::uint32_t preposition, std::uint32_t floor) const {
  if (preposition <= floor) return false;
  if (!is_any_of(view_.lower_word(preposition),
                 {"of", "for", "at", "from", "with", "in", "to", "on", "near", "behind"})) {
    return false;
  }
  const std::uint32_t noun = preposition - 1;
  if (!is_content_word(noun) || view_.is_number(noun)) return false;
  if (view_.is(preposition, "of")) return true;
  return lexicons_.person_nouns.contains(view_.lower_word(noun));
}

// "Ann Lee and Bo Ek", "officials and residents"
bool NounPhrases::joins_speakers(std::uint32_t conjunction, std::uint32_t floor) const {
  if (conjunction <= floor || !is_any_of(view_.lower_word(conjunction), {"and", "or", "&"})) return false;
  const auto speaks = [this](std::uint32_t i) {
    return name_at(i) != nullptr || lexicons_.person_nouns.contains(view_.lower_word(i));
  };
  return speaks(conjunction - 1) && view_.is_word(conjunction + 1);
}

TokenRange NounPhrases::ending_at(std::uint32_t last, std::uint32_t floor) const {
  if (is_personal_pronoun(last)) return {last, last + 1};
  const bool bare =
      is_any_of(view_.lower_word(last), {"others", "some", "many", "both", "everyone", "nobody", "someone", "one"});
  if (!bare && !is_content_word(last)) return {};
  std::uint32_t first = last;
  while (first > floor && last - first < kLongest) {
    const std::uint32_t before = first - 1;
    const std::string_view function = word_class(before);
    const bool possessive = is_any_of(view_.word(before), {"'s", "’s", "'", "’"}) && view_.attached(before);
    if (is_content_word(before) || possessive) {
      first = before;
    } else if (function == "det") {
      first = before;
      // "the head of the agency": go on over a preposition.
      if (first > floor + 1 && (hangs_on_noun(first - 1, floor) || joins_speakers(first - 1, floor))) {
        first -= 2;
      } else if (first > floor && word_class(first - 1) != "det") {
        break;
      }
    } else if (hangs_on_noun(before, floor) || joins_speakers(before, floor)) {
      first = before - 1;
    } else {
      break;
    }
  }
  // A phrase does not begin with a possessive's end or a date's number.
  while (first < last && is_any_of(view_.word(first), {"'s", "’s", "'", "’"})) ++first;
  return {first, last + 1};
}

TokenRange NounPhrases::core_at(std::uint32_t first, std::uint32_t ceiling) const {
  if (first >= ceiling) return {};
  ceiling = std::min(ceiling, first + kLongest);
  if (is_personal_pronoun(first)) return {first, first + 1};
  std::uint32_t i = first;
  while (i < ceiling && word_class(i) == "det") ++i;
  const std::uint32_t start = i;
  bool named = false;
  while (i < ceiling) {
    const bool possessive = i > start && is_any_of(view_.word(i), {"'s", "’s"});
    const Name* name = name_at(i);
    const bool capital = view_.is_word(i) && view_[i].capital;
    if (!possessive && !is_content_word(i)) break;
    // After a name only more of it follows, or a noun that speaks: "said Smith last week" but "said Acme spokeswoman".
    const bool speaks = lexicons_.person_nouns.contains(view_.lower_word(i));
    if (named && !possessive && name == nullptr && !capital && !speaks && !joined_[i]) break;
    const bool adjective =
        name != nullptr ? name->type == EntityType::norp : view_.word(i).find('-') != std::string_view::npos;
    named = joined_[i] ? named : !possessive && !adjective && (name != nullptr || (capital && i > start));
    i = name != nullptr ? std::min(ceiling, name->tokens.last) : i + 1;
  }
  return i == start ? TokenRange{} : TokenRange{first, i};
}

bool NounPhrases::begins_apposition(std::uint32_t i) const {
  if (view_.is_number(i)) return true;
  const std::string word = view_.lower_word(i);
  if (is_any_of(word,
                {"who",  "whose", "which", "a",          "an",     "the", "his",  "her",     "its",     "their", "now",
                 "then", "chief", "head",  "co-founder", "former", "one", "aged", "himself", "herself", "not"})) {
    return true;
  }
  return lexicons_.person_nouns.contains(word) || (view_[i].capital && !is_calendar_word(i) && word_class(i).empty());
}

TokenRange NounPhrases::starting_at(std::uint32_t first, std::uint32_t ceiling) const {
  TokenRange phrase = core_at(first, ceiling);
  if (phrase.empty()) return phrase;
  if (is_personal_pronoun(first)) return phrase;
  while (phrase.last + 1 < ceiling) {
    const std::uint32_t next = phrase.last;
    const std::string word = view_.lower_word(next);
    const bool and_name =
        word == "and" && (name_at(next + 1) != nullptr || lexicons_.person_nouns.contains(view_.lower_word(next + 1)));
    if (!and_name && !is_any_of(word, {"of", "for", "at", "from", "with"})) break;
    const TokenRange hung = core_at(next + 1, ceiling);
    if (hung.empty()) break;
    phrase.last = hung.last;
  }
  // Appositions, each to its comma: "Smith, 54, a teacher from Leeds, who has ..."
  while (phrase.last + 1 < ceiling && view_.is(phrase.last, ",") && begins_apposition(phrase.last + 1)) {
    std::uint32_t end = phrase.last + 1;
    while (end < ceiling && !is_any_of(view_.word(end), {",", ";", ":", "—", "–", "“", "\"", "(", "--"})) ++end;
    phrase.last = end;
  }
  return phrase;
}

// The last word before the first comma, preposition or relative clause.
std::uint32_t NounPhrases::head(TokenRange phrase) const {
  std::uint32_t head = phrase.first;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const std::string_view function = word_class(i);
    if (view_.is(i, ",") || (i > phrase.first && name_at(i) == nullptr && (function == "prep" || function == "conj")))
      break;
    if (view_.is(i, "(") || (i > phrase.first && view_.is(i, "who"))) break;
    head = i;
  }
  return head;
}

bool NounPhrases::is_place(TokenRange phrase) const {
  const Name* name = phrase.empty() ? nullptr : name_at(head(phrase));
  return name != nullptr && (name->type == EntityType::loc || name->type == EntityType::fac);
}

// "two people familiar [with]": an adjective behind its noun is no head. Itself where there is no such noun.
std::uint32_t NounPhrases::noun_before(std::uint32_t head, std::uint32_t first) const {
  for (std::uint32_t i = head; name_at(i) == nullptr && word_class(i) != "det"; --i) {
    if (lexicons_.person_nouns.contains(view_.lower_word(i))) return i;
    if (i == first) break;
  }
  return head;
}

TokenRange NounPhrases::subject(TokenRange range, const MarkedTokens& marked) const {
  TokenRange institution;
  for (std::uint32_t i = range.first; i < range.last;) {
    const bool hangs = i > range.first && word_class(i - 1) == "prep";
    const TokenRange phrase = marked.contains(i) ? TokenRange{} : core_at(i, range.last);
    const auto found = hangs ? std::nullopt : speaker_class(phrase);
    if (found && found != SpeakerClass::organization) return phrase;
    if (found && institution.empty() && !is_place(phrase)) institution = phrase;
    i = phrase.empty() ? i + 1 : phrase.last;
  }
  return institution;
}

std::optional<SpeakerClass> NounPhrases::speaker_class(TokenRange phrase) const {
  if (phrase.empty()) return std::nullopt;
  const std::uint32_t at = head(phrase);
  if (const Name* name = name_at(at)) {
    switch (name->type) {
      case EntityType::person:
        return SpeakerClass::person;
      case EntityType::norp:
        return SpeakerClass::collective;
      case EntityType::money:
        return std::nullopt;
      default:
        return SpeakerClass::organization;
    }
  }
  const std::string word = view_.lower_word(noun_before(at, phrase.first));
  if (is_any_of(word, {"he", "she", "i", "you", "who"})) return SpeakerClass::person;
  if (is_any_of(word, {"they", "we", "others", "many", "some", "both", "everyone"})) return SpeakerClass::collective;
  if (word.ends_with("-year-old")) return SpeakerClass::person;
  if (word == "it") return SpeakerClass::organization;
  const std::string first = view_.lower_word(phrase.first);
  const bool indefinite = is_any_of(first, {"a", "an", "one", "another"});
  const std::string_view noun = lexicons_.person_nouns.find(word);
  if (noun == "person") return indefinite ? SpeakerClass::unnamed : SpeakerClass::person;
  if (noun == "unnamed") return SpeakerClass::unnamed;
  if (noun == "collective") return SpeakerClass::collective;
  if (noun == "organization") return SpeakerClass::organization;
  if (noun == "document") return SpeakerClass::document;
  if (view_.is_word(at) && view_[at].capital && !is_calendar_word(at)) return SpeakerClass::organization;
  return std::nullopt;
}

}  // namespace pressmark

#include "passes/role_words.h"

namespace pressmark {

namespace {

// "co-owner", "vice-president": the part that tells.
std::string_view last_part(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  return hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
}

// "environmentalist": of nouns that end so nearly all name people.
bool ends_as_person(std::string_view word) {
  return word.size() > 6 && word.ends_with("ist") &&
         !is_any_of(word,
                    {"consist", "persist", "subsist", "coexist", "checklist", "shortlist", "blacklist", "playlist"});
}

bool is_age(std::string_view word) { return word.ends_with("-year-old") || word.ends_with("-month-old"); }

}  // namespace

std::string_view RoleWords::noun(std::string_view word) const {
  const std::string_view whole = lexicons_.role_nouns.find(word);
  return whole.empty() ? lexicons_.role_nouns.find(last_part(word)) : whole;
}

bool RoleWords::is_head(std::uint32_t i, EntityType type) const {
  return view_.is_word(i) && is_head_word(view_.lower_word(i), type);
}

bool RoleWords::is_head_word(std::string_view word, EntityType type) const {
  const std::string_view told = noun(word);
  if (type != EntityType::person) {
    if (!told.empty()) return told == "organization" || told == "either";
    return lexicons_.person_nouns.find(last_part(word)) == "organization";
  }
  if (!told.empty()) return told != "organization" && told != "modifier";
  if (is_age(word)) return true;
  const std::string_view speaks = lexicons_.person_nouns.find(last_part(word));
  if (speaks == "person" || speaks == "unnamed" || ends_as_person(word)) return true;
  return lexicons_.titles.find(word).starts_with("before") && !is_plural_title(word);
}

// "Sens.", "Presidents": several people share it.
bool RoleWords::is_plural_title(std::string_view word) const {
  const bool stop = word.ends_with('.');
  if (stop) word.remove_suffix(1);
  if (!word.ends_with('s')) return false;
  return lexicons_.titles.contains(std::string(word.substr(0, word.size() - 1)) + (stop ? "." : ""));
}

bool RoleWords::is_plural_head(std::uint32_t i, EntityType type) const {
  std::string word = view_.lower_word(i);
  if (!word.ends_with('s')) return false;
  word.pop_back();
  if (word.ends_with("ie")) word.replace(word.size() - 2, 2, "y");
  return is_head_word(word, type);
}

bool RoleWords::looks_like_person(std::uint32_t i) const {
  const std::string word = view_.lower_word(i);
  if (!view_.is_word(i) || word.size() < 6) return false;
  if (is_any_of(word, {"number",   "matter",  "letter", "dinner",  "answer", "winter",   "summer",   "chapter",
                       "disaster", "center",  "master", "monitor", "factor", "computer", "register", "hamper",
                       "another",  "quarter", "danger", "gesture", "border", "transfer", "parameter"})) {
    return false;
  }
  for (const std::string_view ending :
       {"ist", "ologist", "grapher", "ician", "woman", "keeper", "maker", "player", "holder", "worker", "writer", "eer",
        "tor", "ler", "ner", "per", "ter", "der"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

Gender RoleWords::gender(std::uint32_t i) const {
  const std::string word = view_.lower_word(i);
  std::string_view told = noun(word);
  // "one of his sons"
  if (told.empty() && word.ends_with('s')) told = lexicons_.role_nouns.find(word.substr(0, word.size() - 1));
  if (told == "woman" || (told.empty() && word.ends_with("woman"))) return Gender::woman;
  if (told == "man") return Gender::man;
  if (!told.empty()) return Gender::unknown;
  const std::string_view title = lexicons_.titles.find(word);
  if (title == "before_f") return Gender::woman;
  return title == "before_m" ? Gender::man : Gender::unknown;
}

bool RoleWords::is_courtesy(std::uint32_t i) const {
  return is_any_of(view_.lower_word(i), {"mr",     "mr.",   "mrs",    "mrs.",     "ms",    "ms.",    "miss",
                                         "mister", "madam", "madame", "monsieur", "señor", "señora", "senor",
                                         "senora", "herr",  "frau",   "sir",      "shri",  "smt",    "smt."});
}

bool RoleWords::is_modifier(std::uint32_t i) const {
  const std::string word = view_.lower_word(i);
  return lexicons_.titles.contains(word) || lexicons_.role_nouns.contains(word) ||
         lexicons_.person_nouns.find(word) == "person" || word.find('-') != std::string::npos;
}

bool RoleWords::tells_when(std::uint32_t i) const {
  return is_any_of(view_.word(i), {"day", "night", "week", "weekend", "month", "year", "time", "moment", "morning",
                                   "evening", "hour", "decade", "way", "case"});
}

bool RoleWords::is_determiner(std::uint32_t i) const {
  return is_any_of(view_.lower_word(i), {"a", "an", "the", "his", "her", "its", "their", "another"});
}

bool RoleWords::is_possessive_mark(std::uint32_t i) const {
  if (view_.is(i, "s")) return i > 0 && is_any_of(view_.word(i - 1), {"'", "’"});  // "the party’ s leader"
  return view_.attached(i) && is_any_of(view_.word(i), {"'s", "’s", "'", "’"});
}

bool RoleWords::is_verb(std::uint32_t i) const {
  if (phrases_.name_at(i) != nullptr || is_possessive_mark(i)) return false;
  if (view_[i].capital) return false;
  const std::string word = view_.lower_word(i);
  const std::string_view function = lexicons_.function_words.find(word);
  if (function == "aux") return !is_any_of(word, {"also", "never", "not"});
  if (is_any_of(word, {"beat", "fought", "sought", "chose", "drew", "struck", "threw"})) return true;
  if (function == "verb") return !is_any_of(word, {"help", "set", "cut", "hit"});
  const auto cue = lexicons_.cues.find(word);
  if (cue == lexicons_.cues.end() || cue->second.lemma == word || is_modifier(i)) return false;
  // Plurals of nouns are written as some verbs are.
  return !word.ends_with('s') ||
         is_any_of(word, {"says", "tells", "adds", "asks", "argues", "insists", "believes", "thinks", "writes"});
}

bool RoleWords::is_dash(std::uint32_t i) const { return is_any_of(view_.word(i), {"—", "–", "--", "-", "―", "---"}); }

bool RoleWords::is_border(std::uint32_t i) const {
  return view_.is_punctuation(i) && !is_any_of(view_.word(i), {"/", "'", "’", "&"});
}

std::string_view RoleWords::clause_verb(std::uint32_t i) const {
  if (is_any_of(view_.word(i), {"'s", "’s"})) return "be";
  return lexicons_.role_verbs.find(view_.lower_word(i));
}

bool RoleWords::is_content(std::uint32_t i) const {
  if (phrases_.name_at(i) != nullptr || view_.is_number(i)) return true;
  if (!view_.is_word(i) || phrases_.is_calendar_word(i) || is_verb(i)) return false;
  // Prepositions that function_words.tsv lacks.
  if (is_any_of(view_.word(i), {"alongside", "beside", "besides", "unlike", "throughout", "aboard", "except"}))
    return false;
  const std::string_view function = word_class(i);
  // "first", "then" are adverbs elsewhere; "US" and "IT" are names.
  if (function.empty() || function == "verb") return true;
  return is_modifier(i) || (view_[i].all_caps && view_.word(i).size() > 1);
}

}  // namespace pressmark

#include "passes/pronouns.h"

namespace pressmark {

namespace {

struct Entry {
  std::string_view word;
  Pronoun pronoun;
};

constexpr Entry kPronouns[] = {
    {"he", {Person::he}},
    {"him", {Person::he}},
    {"his", {Person::he, true}},
    {"himself", {Person::he, false, true}},
    {"she", {Person::she}},
    {"her", {Person::she}},
    {"hers", {Person::she, true}},
    {"herself", {Person::she, false, true}},
    {"it", {Person::it}},
    {"its", {Person::it, true}},
    {"itself", {Person::it, false, true}},
    {"they", {Person::they}},
    {"them", {Person::they}},
    {"their", {Person::they, true}},
    {"theirs", {Person::they, true}},
    {"themselves", {Person::they, false, true}},
    {"i", {Person::speaker}},
    {"i'm", {Person::speaker}},
    {"me", {Person::speaker}},
    {"my", {Person::speaker, true}},
    {"mine", {Person::speaker, true}},
    {"myself", {Person::speaker, false, true}},
    {"we", {Person::side}},
    {"us", {Person::side}},
    {"our", {Person::side, true}},
    {"ours", {Person::side, true}},
    {"ourselves", {Person::side, false, true}},
    {"you", {Person::hearer}},
    {"your", {Person::hearer, true}},
    {"yours", {Person::hearer, true}},
    {"yourself", {Person::hearer, false, true}},
};

}  // namespace

Pronoun pronoun_of(std::string_view word) {
  if (word.size() > 10) return {};
  for (const Entry& entry : kPronouns) {
    if (entry.word == word) return entry.pronoun;
  }
  return {};
}

}  // namespace pressmark

// What single words tell where a text says who or what somebody is: which nouns can head such a phrase and of whom they
// speak, which words may stand in it, which verbs say it. From role_nouns.tsv and role_verbs.tsv, then titles.tsv,
// person_nouns.tsv, function_words.tsv and cues.tsv.
#pragma once

#include <string>
#include <string_view>

#include "lexicons.h"
#include "passes/noun_phrases.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

enum class Gender : std::uint8_t { unknown, woman, man };

class RoleWords {
 public:
  RoleWords(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons)
      : view_(view), phrases_(phrases), lexicons_(lexicons) {}

  // Does the noun name a person (or, asked for any other type, an organization): "teacher", "54-year-old", "co-owner"?
  bool is_head(std::uint32_t i, EntityType type) const;
  // The same of a plural: "aides" by "aide".
  bool is_plural_head(std::uint32_t i, EntityType type) const;
  // A noun that names a person by its ending alone: "a machinist". Good enough only where the grammar leaves no doubt.
  bool looks_like_person(std::uint32_t i) const;
  // Of whom the noun speaks: "wife", "spokesman", "Mrs.".
  Gender gender(std::uint32_t i) const;

  // Mr., Mrs., Sir and the like, which alone are no role.
  bool is_courtesy(std::uint32_t i) const;
  // May stand before a noun though its ending is a verb's or a plural's: "retired", "sports".
  bool is_modifier(std::uint32_t i) const;
  // Nouns that end what stands before them: "last week | President Obama", "in case | President Obama"
  bool tells_when(std::uint32_t i) const;
  // a, the, his and the like; not "my": a role is told by the text, not by who speaks.
  bool is_determiner(std::uint32_t i) const;
  // A verb, auxiliaries and forms of saying with it, that no bare noun phrase holds.
  bool is_verb(std::uint32_t i) const;
  bool is_possessive_mark(std::uint32_t i) const;
  bool is_dash(std::uint32_t i) const;
  // Does a phrase end before this token: comma, full stop, dash, bracket ...?
  bool is_border(std::uint32_t i) const;
  // Of a verb in a clause with "who": "clause", "which" (said of things), "be", or nothing.
  std::string_view clause_verb(std::uint32_t i) const;

  std::string_view word_class(std::uint32_t i) const { return phrases_.word_class(i); }
  // A word of a noun phrase that is no function word, verb or date.
  bool is_content(std::uint32_t i) const;

 private:
  bool is_plural_title(std::string_view word) const;
  bool is_head_word(std::string_view word, EntityType type) const;
  std::string_view noun(std::string_view word) const;  // as role_nouns.tsv says, by its last part too: "co-owner"

  const TokenView& view_;
  const NounPhrases& phrases_;
  const Lexicons& lexicons_;
};

}  // namespace pressmark

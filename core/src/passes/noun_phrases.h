// Where noun phrases begin and end, by word classes and capitals: "Kremlin spokesman Dmitry Peskov", "two officials",
// "Alexander Dugin, a political scientist in Moscow". No grammar; enough to name a speaker.
#pragma once

#include <optional>
#include <vector>

#include "lexicons.h"
#include "passes/marked_tokens.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

class NounPhrases {
 public:
  NounPhrases(const TokenView& view, const std::vector<Name>& names, const Lexicons& lexicons);

  // From now on these tokens are words like others: the nickname of William “Duke” Hutchins.
  void join(TokenRange tokens);

  // The phrase whose last token is `last`; it begins at `floor` or later. Empty where none ends there.
  TokenRange ending_at(std::uint32_t last, std::uint32_t floor) const;

  // The phrase whose first token is `first`, with the prepositions and appositions that hang on it; it ends at
  // `ceiling` or before. Empty where none begins there.
  TokenRange starting_at(std::uint32_t first, std::uint32_t ceiling) const;

  // As starting_at, without what hangs on it.
  TokenRange core_at(std::uint32_t first, std::uint32_t ceiling) const;

  // The first phrase of the range that can speak, hangs on no preposition and stands outside marks; people before
  // institutions, and no places. Empty where there is none.
  TokenRange subject(TokenRange range, const MarkedTokens& marked) const;

  // Does an apposition or relative clause begin at this token: "a teacher", "54", "who"?
  bool begins_apposition(std::uint32_t i) const;

  // Can the phrase speak, and as what? By its head: a name, a pronoun, a noun of person_nouns.tsv, a capitalised word.
  std::optional<SpeakerClass> speaker_class(TokenRange phrase) const;

  // Is its head the name of a place?
  bool is_place(TokenRange phrase) const;

  // The word class of function_words.tsv; empty for others.
  std::string_view word_class(std::uint32_t i) const;
  bool is_calendar_word(std::uint32_t i) const;
  // The name that token i is part of.
  const Name* name_at(std::uint32_t i) const;

 private:
  bool is_content_word(std::uint32_t i) const;
  bool is_verb_of_saying(std::uint32_t i) const;
  bool is_personal_pronoun(std::uint32_t i) const;
  bool hangs_on_noun(std::uint32_t preposition, std::uint32_t floor) const;
  bool joins_speakers(std::uint32_t conjunction, std::uint32_t floor) const;
  std::uint32_t head(TokenRange phrase) const;
  std::uint32_t noun_before(std::uint32_t head, std::uint32_t first) const;

  const TokenView& view_;
  const std::vector<Name>& names_;
  const Lexicons& lexicons_;
  std::vector<Index> name_of_;  // a token's name
  std::vector<bool> joined_;
};

}  // namespace pressmark

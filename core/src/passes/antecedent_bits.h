// What the bits of an antecedent's features mean (antecedents.h). A trained model knows them by their numbers.
#pragma once

#include <array>
#include <cstdint>

namespace pressmark {

enum class AntecedentBit : std::uint32_t {
  // The pronoun.
  he_or_she,
  it,
  they,
  pronoun_subject,
  pronoun_object,
  pronoun_oblique,
  pronoun_possessive,
  pronoun_reflexive,
  pronoun_speaks,   // it is who says a quotation
  pronoun_quoted,   // it stands between marks
  pronoun_opens,    // no clause's verb and no mention of a person stands before it in its sentence
  then_be,          // "it is", "it was"
  expletive,        // "it is clear that", "it seems"
  headed_sentence,  // its sentence is a title
  // "None of them" is a row of its own, with the pronoun's bits and these.
  nobody,
  no_candidate,
  one_candidate,
  two_candidates,
  more_candidates,
  // How far away the candidate was mentioned last.
  same_sentence,
  previous_sentence,
  two_sentences_back,
  farther_back,
  same_paragraph,
  behind,          // it comes after the pronoun too, in the same sentence: "In his speech, Smith"
  behind_subject,  // as a subject
  behind_first,    // with no main clause's verb between
  behind_only,     // and was not mentioned before
  nearest,
  second_nearest,
  third_nearest,
  within_3_tokens,
  within_8_tokens,
  within_20_tokens,
  // That mention.
  by_name,
  by_pronoun,
  by_definite,
  by_indefinite,
  function,  // one bit for each of Function
  first_of_sentence = function + 14,
  listed,        // "Smith and Jones"
  owner,         // "Smith's"
  quoted_alike,  // between the same marks as the pronoun
  quoted_apart,  // between marks where the pronoun is not, or the other way round
  // Where else it was mentioned.
  subject_here,     // as subject, earlier in this sentence
  subject_before,   // as subject of the sentence before
  parallel,         // that mention does in its clause what the pronoun does in its own
  spoke_last,       // said the last quotation before the pronoun
  speaks_marked,    // says the words between marks in which the pronoun stands
  speaks_unmarked,  // says the words without marks in which the pronoun stands
  once,
  twice,
  several,
  many,
  most_mentioned,
  first_mentioned,
  in_title,
  last_meant,  // by the pronoun of this kind before it
  // Clauses between that mention and the pronoun, by their verbs.
  no_verb_between,
  one_verb_between,
  more_verbs_between,
  same_clause,  // it is the subject whose verb the pronoun hangs on, as far as can be seen
  // Constructions.
  cataphor,              // "After his defeat, Smith": behind the comma of a phrase that opens the sentence
  bound,                 // "Smith saw him": the subject of the object's own clause
  own_subject,           // "Smith saw his": of the owner's own clause
  conjoined,             // "Smith and his"
  nearest_subject,       // of the subjects before the pronoun in its sentence the nearest
  first_subject_before,  // the first subject of the sentence before
  goes_on,               // likewise, and the pronoun opens its sentence
  only_here,             // of those who may be meant the only one before the pronoun in its sentence
  only_before,           // likewise of the sentence before, and none in its own
  in_brackets,
  speaks_on,    // it said the last quotation, and the pronoun says one
  spoke_here,   // it said the last quotation, in the pronoun's paragraph
  said_within,  // that mention is among words that are said
  then_who,     // "Smith, who"
  opens_sentence,
  // Agreement.
  agrees_surely,
  agrees,
  unknown_gender,
  disagrees,
  person,
  organization,
  place,
  people,
  thing,
  plural,
  unnamed,
  pair,  // "Smith and Jones"
  // What else, that is no mention, stands nearer to the pronoun.
  subject_between,
  object_between,
  plural_between,
  count,
};

inline constexpr std::uint32_t kAntecedentBits = static_cast<std::uint32_t>(AntecedentBit::count);

class AntecedentBits {
 public:
  void set(std::uint32_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  void set(AntecedentBit bit) { set(static_cast<std::uint32_t>(bit)); }
  void set(AntecedentBit bit, bool value) {
    if (value) set(bit);
  }
  bool has(std::uint32_t bit) const { return (words_[bit / 64] >> (bit % 64) & 1U) != 0; }
  bool has(AntecedentBit bit) const { return has(static_cast<std::uint32_t>(bit)); }

 private:
  std::array<std::uint64_t, 2> words_{};
};

static_assert(kAntecedentBits <= 128);

}  // namespace pressmark

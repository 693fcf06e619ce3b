// What the bits of WordFeatures::bits and PieceFeatures::place mean. A trained model knows them by their numbers.
#pragma once

#include <cstdint>

#include "passes/features.h"

namespace pressmark {

// 0 to 13 are the gazetteer's flags of the word as it is written (gazetteer.h), 14 to 27 the same flags of a word in
// capitals, read in lower case. The rest:
inline constexpr std::uint32_t kFlagsInLowerCase = 14;
enum class WordBit : std::uint32_t {
  ordinary = 28,  // an ordinary word or an inflection of one
  function_word,
  name_word,  // one bit for each of the letters "osflbmcpyh" (name_words.tsv)
  title_before = name_word + 10,
  title_modifier,
  title_after,
  person_noun,
  other_noun,
  cue_word,
  month,
  money_word,  // one bit for each of the letters "$ckmnuw" (money_words.tsv)
  capital = money_word + 7,
  all_capitals,
  inner_capital,
  some_digit,
  all_digits,
  punctuation,
  symbol,
  inner_stop,
  two_letters,  // or one
  lower_case,
};
static_assert(static_cast<std::uint32_t>(WordBit::lower_case) + 1 == kWordBits);

enum class PlaceBit : std::uint32_t {
  paragraph_start,
  sentence_start,  // or behind an opening mark or a colon: any word would have a capital here
  title_case,      // in a line of Capitals Throughout
  capital_line,    // in a line of CAPITALS
  attached,        // no white space before
  marked,          // between quotation marks
  marked_first,
  marked_last,
  short_paragraph,
  phrase_begins,
  phrase_flags,                    // one bit for each of what a longer name of the gazetteer may be (features.cc)
  hyphenated = phrase_flags + 11,  // part of a token with hyphens
  nested_mark,
  long_sentence,
};
static_assert(static_cast<std::uint32_t>(PlaceBit::long_sentence) + 1 == kPlaceBits);

constexpr std::uint64_t bit(WordBit which) { return std::uint64_t{1} << static_cast<std::uint32_t>(which); }
constexpr std::uint32_t bit(PlaceBit which) { return 1U << static_cast<std::uint32_t>(which); }

}  // namespace pressmark

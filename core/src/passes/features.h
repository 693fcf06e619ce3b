// pieces -> what the encoder is told of each of them
//
// Two halves. What a word tells wherever it stands (its number in the vocabulary, its letters, what gazetteer and
// lexicons know of it, its case) is looked up once a distinct word. What its place tells (sentence start, headline,
// quotation marks, a longer name of the gazetteer that begins or goes on here) is looked up once a piece.
//
// Training reads these very features, written by train/features.cc: there is no second definition of them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "model/vocabulary.h"
#include "passes/pieces.h"
#include "pressmark/article.h"

namespace pressmark {

inline constexpr std::size_t kWordCharacters = 16;
inline constexpr std::uint32_t kCharacterKinds = 98;
inline constexpr std::uint32_t kWordBits = 64;
inline constexpr std::uint32_t kPlaceBits = 24;

// Letters and marks as numbers: 0 none, 1 to 94 the printable ASCII characters, which letters with diacritics and
// curly marks are folded to, 95 another capital letter, 96 another letter, 97 anything else.
std::uint8_t character_kind(char32_t c);

struct WordFeatures {
  std::uint32_t word = 0;  // line of the vocabulary; its size for an unknown word
  // A longer word's first ten and last six.
  std::array<std::uint8_t, kWordCharacters> characters{};
  std::uint64_t bits = 0;  // feature_bits.h tells what each means
};

struct PieceFeatures {
  std::uint32_t word = 0;      // row of Features::words
  std::uint32_t place = 0;     // kPlaceBits bits; feature_bits.h tells what each means
  std::uint32_t name = kNone;  // the same for what may be the same name, in whatever case; kNone for no such word
};

struct Features {
  std::vector<WordFeatures> words;    // each distinct word once
  std::vector<PieceFeatures> pieces;  // one a piece
  std::uint32_t names = 0;            // how many numbers PieceFeatures::name has
};

// What gives the words their meaning. All of it must outlive the call only.
struct Knowledge {
  const Vocabulary& vocabulary;
  const Gazetteer& gazetteer;
  const Lexicons& lexicons;
};

WordFeatures describe_word(std::string_view word, const Knowledge& knowledge);

Features find_features(std::string_view text, const std::vector<Token>& tokens, const std::vector<MarkedRegion>& marks,
                       const Pieces& pieces, const Knowledge& knowledge);

}  // namespace pressmark

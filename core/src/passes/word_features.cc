// What a word tells wherever it stands.
#include <string>

#include "passes/feature_bits.h"
#include "passes/features.h"
#include "passes/name_key.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr std::string_view kNameWordLetters = "osflbmcpyh";
constexpr std::string_view kMoneyLetters = "$ckmnuw";

class Bits {
 public:
  void set(WordBit which, bool value) {
    if (value) bits_ |= bit(which);
  }
  void set_letters(WordBit first, std::string_view letters, std::string_view present) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (present.find(letters[i]) != std::string_view::npos) bits_ |= bit(first) << i;
    }
  }
  void add(std::uint64_t bits) { bits_ |= bits; }
  std::uint64_t value() const { return bits_; }

 private:
  std::uint64_t bits_ = 0;
};

struct Letters {
  std::uint32_t count = 0;  // code points
  std::uint32_t letters = 0;
  std::uint32_t upper = 0;
  std::uint32_t digits = 0;
  std::uint32_t punctuation = 0;
  bool first_upper = false;
  bool first_lower = false;
  bool inner_stop = false;
};

Letters count_letters(std::string_view word) {
  Letters n;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    const bool letter = is_letter(c.value);
    const bool upper = letter && is_upper(c.value);
    if (n.count == 0) n.first_upper = upper;
    if (n.count == 0) n.first_lower = letter && !upper;
    n.letters += letter ? 1U : 0U;
    n.upper += upper ? 1U : 0U;
    n.digits += is_number(c.value) ? 1U : 0U;
    n.punctuation += is_punctuation(c.value) ? 1U : 0U;
    n.inner_stop = n.inner_stop || (c.value == '.' && n.letters > 0);
    ++n.count;
    at += c.length;
  }
  return n;
}

void set_case(Bits& bits, const Letters& n) {
  const bool all_upper = n.letters > 1 && n.upper == n.letters;
  bits.set(WordBit::capital, n.first_upper);
  bits.set(WordBit::all_capitals, all_upper);
  bits.set(WordBit::inner_capital, n.upper > (n.first_upper ? 1U : 0U) && !all_upper);
  bits.set(WordBit::some_digit, n.digits > 0);
  bits.set(WordBit::all_digits, n.digits > 0 && n.letters == 0);
  bits.set(WordBit::punctuation, n.letters == 0 && n.digits == 0 && n.punctuation == n.count);
  bits.set(WordBit::symbol, n.letters == 0 && n.digits == 0 && n.punctuation < n.count);
  bits.set(WordBit::inner_stop, n.inner_stop);
  bits.set(WordBit::two_letters, n.count <= 2);
  bits.set(WordBit::lower_case, n.first_lower);
}

void set_lexicons(Bits& bits, const std::string& key, const Lexicons& lexicons) {
  bits.set(WordBit::function_word, lexicons.function_words.contains(key));
  bits.set_letters(WordBit::name_word, kNameWordLetters, lexicons.name_words.find(key));
  bits.set_letters(WordBit::money_word, kMoneyLetters, lexicons.money_words.find(key));
  const std::string_view title = lexicons.titles.find(key);
  bits.set(WordBit::title_before, title.starts_with("before"));
  bits.set(WordBit::title_modifier, title == "modifier");
  bits.set(WordBit::title_after, title == "after");
  const std::string_view noun = lexicons.person_nouns.find(key);
  bits.set(WordBit::person_noun, noun == "person");
  bits.set(WordBit::other_noun, !noun.empty() && noun != "person");
  bits.set(WordBit::cue_word, lexicons.cues.contains(key));
  bits.set(WordBit::month, lexicons.months.contains(key));
}

// The word itself, else without its diacritics.
std::uint32_t find_word(const std::string& key, const Vocabulary& vocabulary) {
  const std::uint32_t found = vocabulary.find(key);
  if (found < vocabulary.size()) return found;
  std::string folded;
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint c = decode(key, at);
    append_utf8(folded, fold(c.value));
    at += c.length;
  }
  return folded == key ? found : vocabulary.find(folded);
}

void set_characters(WordFeatures& features, std::string_view word, std::uint32_t count) {
  constexpr std::uint32_t kFront = 10;
  constexpr std::uint32_t kBack = kWordCharacters - kFront;
  std::uint32_t i = 0;
  for (std::size_t at = 0; at < word.size(); ++i) {
    const CodePoint c = decode(word, at);
    at += c.length;
    if (count <= kWordCharacters || i < kFront) {
      features.characters[i] = character_kind(c.value);
    } else if (i + kBack >= count) {
      features.characters[i + kWordCharacters - count] = character_kind(c.value);
    }
  }
}

}  // namespace

std::uint8_t character_kind(char32_t c) {
  const char32_t folded = fold(c);
  if (folded > 0x20 && folded < 0x7F) return static_cast<std::uint8_t>(folded - 0x20);
  if (!is_letter(c)) return 97;
  return is_upper(c) ? 95 : 96;
}

WordFeatures describe_word(std::string_view word, const Knowledge& knowledge) {
  const std::string key = name_key(word);
  const Letters n = count_letters(word);
  const bool capitals = n.upper == n.letters && n.letters > 1;
  const GazetteerFlags known = n.letters > 0 ? knowledge.gazetteer.find(capitals ? std::string(word) : key) : 0;
  // WHO and US are not the words that they spell.
  const bool initialism = capitals && known != 0 && knowledge.lexicons.function_words.contains(key);
  WordFeatures features;
  features.word = initialism ? knowledge.vocabulary.size() : find_word(key, knowledge.vocabulary);
  set_characters(features, word, n.count);
  Bits bits;
  set_case(bits, n);
  bits.add(known);
  if (!initialism) set_lexicons(bits, key, knowledge.lexicons);
  if (n.letters > 0 && !initialism) {
    if (capitals) bits.add(static_cast<std::uint64_t>(knowledge.gazetteer.find(key)) << kFlagsInLowerCase);
    bits.set(WordBit::ordinary, knowledge.gazetteer.is_common_word(key));
  }
  features.bits = bits.value();
  return features;
}

}  // namespace pressmark

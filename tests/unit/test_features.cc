#include <doctest/doctest.h>

#include <algorithm>

#include "model/gazetteer.h"
#include "model/model.h"
#include "passes/feature_bits.h"
#include "passes/features.h"
#include "piece_probe.h"
#include "project_model.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

// The gazetteer that ships, and a vocabulary of five words.
const Knowledge& knowledge() {
  static const Vocabulary vocabulary = *Vocabulary::read("the\nminister\ngdansk\nżółć\no'neill\n");
  static const Knowledge all{vocabulary, project_model().gazetteer(), lexicons()};
  return all;
}

// A word's characters: what they are folded to, {A} for another capital, {a} for another letter, {?} for the rest.
std::string characters_of(std::string_view word) {
  std::string all;
  for (const std::uint8_t kind : describe_word(word, knowledge()).characters) {
    if (kind == 0) break;
    all += kind == 95 ? "{A}" : kind == 96 ? "{a}" : kind == 97 ? "{?}" : std::string(1, static_cast<char>(kind + 32));
  }
  return all;
}

// The words that have the bit, of several.
std::string having(WordBit which, std::uint32_t offset, const std::vector<std::string>& words) {
  std::string found;
  for (const std::string& word : words) {
    if ((describe_word(word, knowledge()).bits & bit(which) << offset) != 0) found += (found.empty() ? "" : " ") + word;
  }
  return found;
}
std::string having(WordBit which, const std::vector<std::string>& words) { return having(which, 0, words); }

bool has_flag(std::string_view word, GazetteerFlags flag, std::uint32_t offset = 0) {
  return (describe_word(word, knowledge()).bits >> offset & flag) != 0;
}

struct Described {
  CutText cut;
  Features features;

  explicit Described(std::string_view text)
      : cut(cut_text(text)), features(find_features(cut.text, cut.tokens, cut.marks, cut.pieces, knowledge())) {}

  std::size_t find(std::string_view word) const {
    for (std::size_t i = 0; i < cut.pieces.all.size(); ++i) {
      if (cut.piece(i) == word) return i;
    }
    FAIL("no piece " << word);
    return 0;
  }
  std::uint32_t name(std::string_view word) const { return features.pieces[find(word)].name; }
};

// The pieces of the text that have the bit.
std::string at(PlaceBit which, std::string_view text, std::uint32_t offset = 0) {
  const Described described(text);
  std::string found;
  for (std::size_t i = 0; i < described.features.pieces.size(); ++i) {
    if ((described.features.pieces[i].place & bit(which) << offset) == 0) continue;
    if (!found.empty()) found += " ";
    found += described.cut.piece(i);
  }
  return found;
}

}  // namespace

TEST_CASE("features: characters lose their diacritics and typography") {
  CHECK(characters_of("Oslo") == "Oslo");
  CHECK(characters_of("Gdańsk") == "Gdansk");
  CHECK(characters_of("Łódź") == "Lodz");
  CHECK(characters_of("Ørsted") == "Orsted");
  CHECK(characters_of("O’Neill") == "O'Neill");
  CHECK(characters_of("“") == "\"");
  CHECK(characters_of("—") == "-");
  CHECK(characters_of("$1.2") == "$1.2");
  CHECK(characters_of("Яна") == "{A}{a}{a}");
  CHECK(characters_of("€😀") == "{?}{?}");
  CHECK(character_kind('~') == 94);
  CHECK(character_kind(' ') == 97);
}

TEST_CASE("features: of a long word the first ten characters and the last six") {
  CHECK(characters_of("abcdefghijklmnop") == "abcdefghijklmnop");
  CHECK(characters_of("abcdefghijklmnopq") == "abcdefghijlmnopq");
  CHECK(characters_of("abcdefghijklmnopqrstuvwxyz") == "abcdefghijuvwxyz");
  CHECK(characters_of("żżżżżżżżżżżżżżżżżżż") == "zzzzzzzzzzzzzzzz");
  CHECK(characters_of(std::string(100'000, 'a')) == std::string(16, 'a'));
}

TEST_CASE("features: a word is looked up in lower case, then without its diacritics") {
  const auto line = [](std::string_view word) { return describe_word(word, knowledge()).word; };
  CHECK(line("The") == 0);
  CHECK(line("MINISTER") == 1);
  CHECK(line("Gdańsk") == 2);
  CHECK(line("Żółć") == 3);
  CHECK(line("Zolc") == 5);  // unknown: the vocabulary's word keeps what it has
  CHECK(line("O’Neill") == 4);
  CHECK(line("nothing") == 5);
}

TEST_CASE("features: how a word is written") {
  const std::vector<std::string> words = {"Oslo", "the", "NATO", "iPhone", "McDonald", "A",    "3rd",
                                          "2024", "1.2", "U.S.", ",",      "$",        "Élan", "北京"};
  CHECK(having(WordBit::capital, words) == "Oslo NATO McDonald A U.S. Élan");
  CHECK(having(WordBit::all_capitals, words) == "NATO U.S.");
  CHECK(having(WordBit::inner_capital, words) == "iPhone McDonald");
  CHECK(having(WordBit::some_digit, words) == "3rd 2024 1.2");
  CHECK(having(WordBit::all_digits, words) == "2024 1.2");
  CHECK(having(WordBit::punctuation, words) == ",");
  CHECK(having(WordBit::symbol, words) == "$");
  CHECK(having(WordBit::inner_stop, words) == "U.S.");
  CHECK(having(WordBit::two_letters, words) == "A , $ 北京");
  CHECK(having(WordBit::lower_case, words) == "the iPhone 北京");
}

TEST_CASE("features: what the lexicons know of a word") {
  const std::vector<std::string> words = {"the",  "Minister",  "said", "May",    "million",
                                          "Ltd.", "officials", "Jr.",  "Foreign"};
  CHECK(having(WordBit::function_word, words).starts_with("the"));
  CHECK(having(WordBit::title_before, words) == "Minister");
  CHECK(having(WordBit::title_modifier, words) == "Foreign");
  CHECK(having(WordBit::title_after, words) == "Jr.");
  CHECK(having(WordBit::person_noun, words) == "Minister");
  CHECK(having(WordBit::other_noun, words) == "officials");
  CHECK(having(WordBit::cue_word, words) == "said");
  CHECK(having(WordBit::month, words) == "May");
  CHECK(having(WordBit::money_word, 2, words) == "");         // $ c k: a code before the amount
  CHECK(having(WordBit::money_word, 3, words) == "million");  // m
  CHECK(having(WordBit::name_word, 1, words) == "Ltd.");      // s
}

TEST_CASE("features: what the gazetteer knows of a word, capitals also as the word that they spell") {
  CHECK(has_flag("Norway", kCountry));
  CHECK(has_flag("NORWAY", kCountry, kFlagsInLowerCase));
  CHECK_FALSE(has_flag("NORWAY", kCountry));
  CHECK(has_flag("US", kCountry));
  CHECK_FALSE(has_flag("us", kCountry));
  CHECK_FALSE(has_flag("Norway", kCountry, kFlagsInLowerCase));
  CHECK(having(WordBit::ordinary, {"walked", "Walked", "wetterling", "5", ","}) == "walked Walked");
  CHECK_FALSE(has_flag("5", kCountry));
}

TEST_CASE("features: an initialism is not the small word that it spells") {
  CHECK(having(WordBit::function_word, {"WHO", "who", "Who", "US", "us"}) == "who Who us");
  CHECK(describe_word("THE", knowledge()).word == 0);
  CHECK_FALSE(having(WordBit::function_word, {"THE"}).empty());
}

TEST_CASE("features: each distinct word is described once") {
  const Described described("The cat saw the cat, the CAT saw nothing.");
  CHECK(described.features.words.size() == 8);  // The cat saw the , CAT nothing .
  CHECK(described.features.pieces.size() == 11);
  CHECK(described.features.pieces[1].word == described.features.pieces[4].word);
  CHECK(described.features.pieces[0].word != described.features.pieces[3].word);
}

TEST_CASE("features: where paragraphs and sentences begin") {
  const char* text = "One came. “Two went,” she said: Three (Four) stayed.\n\n• Five left.";
  CHECK(at(PlaceBit::paragraph_start, text) == "One •");
  CHECK(at(PlaceBit::sentence_start, text) == "One “ Two Three Four • Five");
  CHECK(at(PlaceBit::sentence_start, "12 people came.") == "12");
  CHECK(at(PlaceBit::attached, "It's Delhi-based, he said.") == "'s - based , .");
}

TEST_CASE("features: headlines") {
  const char* title = "Farmers Demand Higher Prices After Storm";
  CHECK(at(PlaceBit::title_case, title) == title);
  CHECK(at(PlaceBit::capital_line, title).empty());
  const char* capitals = "FARMERS DEMAND HIGHER PRICES";
  CHECK(at(PlaceBit::capital_line, capitals) == capitals);
  CHECK(at(PlaceBit::title_case, "Anna Berg met Karl Dahl in the old town hall.").empty());
  CHECK(at(PlaceBit::title_case, std::string(title) + "\n\nThe storm came at night and took the roof.") == title);
}

TEST_CASE("features: quotation marks, marks inside them") {
  const char* text = "He said: “We saw ‘the sea’ today,” and left.";
  CHECK(at(PlaceBit::marked, text) == "We saw ‘ the sea ’ today ,");
  CHECK(at(PlaceBit::marked_first, text) == "We");
  CHECK(at(PlaceBit::marked_last, text) == ",");
  CHECK(at(PlaceBit::nested_mark, text) == "the sea");
  CHECK(at(PlaceBit::marked, "“Delhi-based” firms and a “new” one") == "Delhi - based new");
  CHECK(at(PlaceBit::marked_last, "“Delhi-based” firms and a “new” one") == "based new");
}

TEST_CASE("features: parts of hyphenated words, short paragraphs, long sentences") {
  CHECK(at(PlaceBit::hyphenated, "A Delhi-based firm") == "Delhi - based");
  CHECK(at(PlaceBit::short_paragraph, "One two three.\n\na b c d e f g h i j k l") == "One two three .");
  std::string text = "It rained. And";
  for (int i = 0; i < 40; ++i) text += " so";
  CHECK(at(PlaceBit::long_sentence, text + ".").starts_with("And so so"));
  CHECK(at(PlaceBit::long_sentence, "It rained. And so on.").empty());
}

TEST_CASE("features: names of several words that the gazetteer knows") {
  const char* text = "She flew from New York to the United Nations in New Zealand. New bridges were built.";
  CHECK(at(PlaceBit::phrase_begins, text) == "New United New");
  CHECK(at(PlaceBit::phrase_flags, text, 0) == "New Zealand");           // a country
  CHECK(at(PlaceBit::phrase_flags, text, 2) == "New York New Zealand");  // a place
  CHECK(at(PlaceBit::phrase_flags, text, 4) == "United Nations");        // an organization
  CHECK(at(PlaceBit::phrase_begins, "NEW YORK IS FULL").starts_with("NEW"));
  CHECK(at(PlaceBit::phrase_begins, "new york").empty());
  CHECK(at(PlaceBit::phrase_begins, "He was New\n\nYork was full.").empty());
  CHECK(at(PlaceBit::phrase_flags, "They left Guinea-Bissau.", 0) == "Guinea - Bissau");
}

TEST_CASE("features: a name has one number in whatever case") {
  const Described described("TRUMP SPEAKS\n\nMr. Trump’s aide said Trump would trump the others. The aide left.");
  CHECK(described.name("TRUMP") != kNone);
  CHECK(described.name("TRUMP") == described.name("Trump"));
  CHECK(described.name("trump") == kNone);
  CHECK(described.name("SPEAKS") != described.name("TRUMP"));
  CHECK(described.name("The") == kNone);
  CHECK(described.name(".") == kNone);
  std::uint32_t most = 0;
  for (const PieceFeatures& piece : described.features.pieces) {
    if (piece.name != kNone) most = std::max(most, piece.name + 1);
  }
  CHECK(described.features.names == most);
}

TEST_CASE("features: a text without a word") {
  const Described described("");
  CHECK(described.features.words.empty());
  CHECK(described.features.pieces.empty());
  CHECK(described.features.names == 0);
}

// The written knowledge: the tables of core/lexicons/, built into the library, read once when an Analyzer loads.
//
// A table is lines of columns with a tab between them; '#' begins a comment line. What the columns of a table mean
// stands in its first lines. The tables are the source of truth: to teach the core a word, add a line there.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "passes/time_grammar.h"

namespace pressmark {

// The lines of the table core/lexicons/<name>.tsv, cut into columns. Empty for a name that is none.
std::vector<std::vector<std::string_view>> read_table(std::string_view name);

// SHA-256 of all tables, first 16 digits.
std::string lexicons_hash();

// Words that are looked up as they are written; who wants another case folds it first.
class WordSet {
 public:
  WordSet() = default;
  // The first column of the table.
  explicit WordSet(std::string_view table);
  explicit WordSet(const std::vector<std::string_view>& words) : words_(words.begin(), words.end()) {}
  void add(const std::vector<std::string_view>& words) { words_.insert(words.begin(), words.end()); }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

// The first column of a table to its second (the rest of the line's columns are not kept).
class WordMap {
 public:
  WordMap() = default;
  explicit WordMap(std::string_view table);
  bool contains(std::string_view word) const { return words_.contains(word); }
  // Empty for a word that is not there.
  std::string_view find(std::string_view word) const;

 private:
  std::unordered_map<std::string_view, std::string_view> words_;
};

// A word of saying.
struct CueEntry {
  std::string_view lemma;
  std::string_view act;
  std::string_view stance;
  std::string_view frames;  // which constructions it takes: letters explained in cues.tsv
};

// What a word of money means.
struct CurrencyEntry {
  std::string_view code;
  int power = 0;  // of ten: pence are -2
};

// The commonest words of a language.
struct LanguageWords {
  std::string_view code;
  WordSet words;
};

struct Lexicons {
  WordMap abbreviations;                                     // "Mr." -> what follows it (abbreviations.tsv)
  std::unordered_map<std::string_view, CueEntry> cues;       // by inflected form, lower case
  std::unordered_map<std::string_view, CueEntry> attitudes;  // likewise: wants, supports; they open no frames
  WordMap person_nouns;    // minister -> person, officials -> collective ... (speaker class)
  WordMap function_words;  // the -> det
  WordSet small_words;     // these and the commonest words of all languages
  std::vector<LanguageWords> languages;
  WordSet chrome_phrases;
  WordSet publisher_words;
  WordMap block_cues;      // newsletter -> signup (block_cues.tsv)
  WordMap months;          // january -> 1
  WordMap foreign_months;  // octobre -> 10
  WordMap titles;          // mr president ... -> before before_f before_m modifier after
  WordMap role_nouns;      // plumber -> person ... (role_nouns.tsv)
  WordMap role_verbs;      // teaches -> clause ... (role_verbs.tsv)
  WordMap name_words;      // ministry -> o (letters explained in name_words.tsv)
  WordMap states;          // Moscow -> Russia
  WordMap name_aliases;    // U.S. -> United States
  WordMap money_words;     // rupees -> u (letters explained in money_words.tsv)
  std::unordered_map<std::string_view, CurrencyEntry> currencies;
  WordMap number_words;  // twelve -> 12, million -> *6
  TimeGrammar times;     // time_words.tsv, time_patterns.tsv, holidays.tsv

  static Lexicons load();
};

}  // namespace pressmark

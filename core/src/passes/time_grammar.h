// time_words.tsv and time_patterns.tsv, compiled: what words of time mean, and automata that find expressions made of
// them.
//
// The patterns of a stage are one trie over classes and words, their optional parts written out. From each place the
// trie is walked by all classes at once; what it accepts is a class for the next stage, or an expression. No pattern is
// longer than kLongest items, so that the whole is linear in the text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "passes/time_fields.h"

namespace pressmark {

using TimeSymbol = std::uint16_t;

// A word as one of its classes, or as itself; or several items that are one class together.
struct TimeEdge {
  TimeSymbol symbol = 0;
  std::uint32_t end = 0;  // the item behind it
  TimeMeaning meaning;
};

struct TimeMatch {
  std::uint32_t first = 0;  // items, without what only had to stand there
  std::uint32_t last = 0;
  TimeMeaning meaning;
  bool is_time = false;
  std::int32_t rule = 0;
};

struct TimeSense {
  TimeSymbol symbol = 0;
  TimeMeaning meaning;
};

// The classes that are not read from the table of words.
struct TimeClasses {
  TimeSymbol num, day, dayth, nth, year, decade, short_decade, clock, clock_ap, full_date, month, may, hyphen, ones,
      tens, times, a, one, and_word, half, to, ahead, ahead_to, behind, since, until;
};

class TimeGrammar {
 public:
  static TimeGrammar load();
  const TimeClasses& classes() const { return classes_; }

  // By the word as it stands in the table: with a capital only where a capital is asked for.
  const std::vector<TimeSense>& senses(std::string_view word) const;
  // The symbol of a class or of a word that a pattern names; kNone where there is none.
  TimeSymbol symbol(std::string_view name) const;

  // The expressions of a text by the edges that leave each of its items, in order; they do not overlap. Adds the edges
  // of the classes it finds. `tokens` tells which token each item is of.
  std::vector<TimeMatch> find(std::vector<std::vector<TimeEdge>>& edges,
                              const std::vector<std::uint32_t>& tokens) const;

  static constexpr TimeSymbol kNone = 0;
  static constexpr std::size_t kLongest = 12;

 private:
  struct Rule {
    TimeSymbol result = kNone;
    std::uint8_t lead = 0;  // items at its beginning that only have to stand there
    std::uint8_t tail = 0;  // at its end
    TimeMeaning adds;
  };
  struct Node {
    std::vector<std::pair<TimeSymbol, std::uint32_t>> next;  // by symbol
    std::int32_t rule = -1;
  };
  struct Stage {
    std::vector<Node> nodes = std::vector<Node>(1);
  };
  struct State;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  TimeSymbol intern(std::string_view name);
  void add_pattern(Stage& stage, std::string_view result, std::string_view pattern, std::string_view adds);
  void add_path(Stage& stage, const std::vector<std::string_view>& path, Rule rule);

  TimeSymbol time_ = kNone;
  TimeSymbol nothing_ = kNone;
  TimeSymbol hour_ = kNone;
  TimeClasses classes_{};
  std::unordered_map<std::string, TimeSymbol, Hash, std::equal_to<>> symbols_;
  std::unordered_map<std::string, std::vector<TimeSense>, Hash, std::equal_to<>> words_;
  std::vector<Rule> rules_;
  std::vector<Stage> stages_;
};

// "weekday=2 part=MO"
TimeMeaning read_time_meaning(std::string_view fields);

}  // namespace pressmark

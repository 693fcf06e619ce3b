// Tokens -> the items that time expressions are made of, each with its classes.
#pragma once

#include <vector>

#include "lexicons.h"
#include "passes/time_grammar.h"
#include "passes/token_view.h"

namespace pressmark {

// A token, or a part of one between hyphens: "mid-1990s" is three, "mid", "-" and "1990s".
struct TimeItems {
  std::vector<Span> spans;
  std::vector<std::uint32_t> tokens;         // which token each is of
  std::vector<std::vector<TimeEdge>> edges;  // that leave each; none for a word without a class

  bool is(std::uint32_t item, TimeSymbol symbol) const {
    if (item >= edges.size()) return false;
    for (const TimeEdge& edge : edges[item]) {
      if (edge.symbol == symbol) return true;
    }
    return false;
  }
};

// What is written with digits has these classes:
//   NUM 3, 1,500, 2.5 and in words; DAY 1-31; DAYTH 12th; NTH 12th; YEAR 1998, nineteen ninety-eight; DECADE 1990s,
//   '80s; CLOCK 10:30; CLOCKAP 7pm; FULLDATE 2025-03-12, 12.03.2025, 3/12/2025 (the day first where `day_first`).
TimeItems find_time_items(const TokenView& view, TokenRange range, const TimeGrammar& grammar, const Lexicons& lexicons,
                          bool day_first);

// Does the text write the day before the month: "25/12/2024"?
bool writes_day_first(const TokenView& view);

}  // namespace pressmark

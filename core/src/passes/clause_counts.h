// functions, sites -> how many verbs and nouns stand between two tokens
#pragma once

#include <cstdint>
#include <vector>

#include "passes/mention_sites.h"

namespace pressmark {

// How many tokens are of a kind, up to each.
class RunningCount {
 public:
  explicit RunningCount(std::size_t tokens) { before_.reserve(tokens + 1); }

  // Of the next token.
  void add(bool one) { before_.push_back(before_.back() + (one ? 1U : 0U)); }
  // Behind token a and before token b.
  std::uint32_t between(std::uint32_t a, std::uint32_t b) const { return a + 1 < b ? before_[b] - before_[a + 1] : 0; }
  std::uint32_t in(TokenRange range) const { return before_[range.last] - before_[range.first]; }

 private:
  std::vector<std::uint32_t> before_ = {0};
};

struct ClauseCounts {
  ClauseCounts(const ReferenceInput& input, const std::vector<Site>& sites);

  RunningCount verbs;  // each the verb of a clause
  RunningCount mains;  // of main clauses
  // Nouns that are no site: subjects, objects, and those of both that look like plurals.
  RunningCount subjects;
  RunningCount objects;
  RunningCount plurals;
};

}  // namespace pressmark

// The tables that make_unicode_table.py generates: sorted, disjoint, for binary search. Only characters.cc reads them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pressmark {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;
};

// Each stride-th code point from first to last is upper case; its lower case is delta away.
struct LowerCaseRun {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t stride;
  std::int32_t delta;
};

extern const CodePointRange kLetters[];
extern const std::size_t kLetterCount;
extern const CodePointRange kMarks[];
extern const std::size_t kMarkCount;
extern const CodePointRange kNumbers[];
extern const std::size_t kNumberCount;
extern const LowerCaseRun kLowerCase[];
extern const std::size_t kLowerCaseCount;

}  // namespace pressmark

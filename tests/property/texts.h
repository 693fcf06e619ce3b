// Texts that no editor would print, the same ones for the same seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace pressmark::test {

// SplitMix64: https://prng.di.unimi.it/splitmix64.c
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // From 0 to `count` - 1.
  std::size_t below(std::size_t count);

 private:
  std::uint64_t state_;
};

// Words, names, quotation marks, cues, emoji, controls, line ends, combining marks and the like in any order.
std::string wild_text(Random& random);

// As wild_text, with bytes knocked over: not UTF-8 as a rule.
std::string wild_bytes(Random& random);

}  // namespace pressmark::test

// How numbers become bits (block_bits.h).
#pragma once

#include <cstddef>
#include <cstdint>

namespace pressmark {

// The bin of a value: how many of the bounds lie at or below it.
template <std::size_t kBounds>
std::uint32_t bin(std::uint32_t value, const std::uint32_t (&bounds)[kBounds]) {
  std::uint32_t n = 0;
  while (n < kBounds && value >= bounds[n]) ++n;
  return n;
}

}  // namespace pressmark

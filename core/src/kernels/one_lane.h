// "Vectors" of one number: the plain form of what sse2.cc, avx2.cc and wasm.cc say with the machine's own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pressmark {

// `Owner` keeps the variants' copies apart.
template <typename Owner>
struct OneLane {
  using Type = float;
  static constexpr std::size_t kSize = 1;

  static Type load(const float* from) { return *from; }
  static void store(float* to, Type a) { *to = a; }
  static Type splat(float a) { return a; }
  static Type add(Type a, Type b) { return a + b; }
  static Type subtract(Type a, Type b) { return a - b; }
  static Type multiply(Type a, Type b) { return a * b; }
  static Type divide(Type a, Type b) { return a / b; }
  // Just so, because of -0 and NaN.
  static Type max(Type a, Type b) { return a < b ? b : a; }
  static Type min(Type a, Type b) { return b < a ? b : a; }
  // n, where `a` is n + 1.5 * 2^23 and n fits 16 bits.
  static void store_whole(std::int16_t* to, Type a) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &a, sizeof bits);
    *to = static_cast<std::int16_t>(bits - 0x4B400000U);
  }
  // 2 to the power of n, where `a` is n + 1.5 * 2^23.
  static Type power_of_two(Type a) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &a, sizeof bits);
    bits = (bits << 23U) + 0x3F800000U;
    std::memcpy(&a, &bits, sizeof bits);
    return a;
  }
};

}  // namespace pressmark

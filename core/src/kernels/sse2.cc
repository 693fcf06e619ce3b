// The kernels with SSE2's vectors of 4, which every x86-64 has.
#include "kernels/variants.h"

#ifdef PRESSMARK_X86_KERNELS
#include <emmintrin.h>

#include <cstdint>

#include "kernels/vector_kernels.h"

namespace pressmark {

namespace {

struct Sse2Lanes {
  struct Type {
    __m128 v;
  };
  static constexpr std::size_t kSize = 4;

  static Type load(const float* from) { return {_mm_loadu_ps(from)}; }
  static void store(float* to, Type a) { _mm_storeu_ps(to, a.v); }
  static Type splat(float a) { return {_mm_set1_ps(a)}; }
  static Type add(Type a, Type b) { return {_mm_add_ps(a.v, b.v)}; }
  static Type subtract(Type a, Type b) { return {_mm_sub_ps(a.v, b.v)}; }
  static Type multiply(Type a, Type b) { return {_mm_mul_ps(a.v, b.v)}; }
  static Type divide(Type a, Type b) { return {_mm_div_ps(a.v, b.v)}; }
  static Type max(Type a, Type b) { return {_mm_max_ps(b.v, a.v)}; }
  static Type min(Type a, Type b) { return {_mm_min_ps(b.v, a.v)}; }
  using Pairs = __m128i;
  using Whole = __m128i;
  static Whole no_sum() { return _mm_setzero_si128(); }
  static Pairs load_pairs(const std::int16_t* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
  static Pairs splat_pair(std::int32_t pair) { return _mm_set1_epi32(pair); }
  static Whole add_products(Whole sum, Pairs a, Pairs b) { return _mm_add_epi32(sum, _mm_madd_epi16(a, b)); }
  static Type to_float(Whole a) { return {_mm_cvtepi32_ps(a)}; }
  static void store_whole(std::int16_t* to, Type a) {
    const __m128i whole = _mm_sub_epi32(_mm_castps_si128(a.v), _mm_set1_epi32(0x4B400000));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packs_epi32(whole, whole));
  }
  static Type power_of_two(Type a) {
    const __m128i exponent = _mm_slli_epi32(_mm_castps_si128(a.v), 23);
    return {_mm_castsi128_ps(_mm_add_epi32(exponent, _mm_set1_epi32(0x3F800000)))};
  }
};

constexpr Kernels kSse2 = VectorKernels<Sse2Lanes>::table("sse2");

}  // namespace

const Kernels& sse2_kernels() { return kSse2; }

}  // namespace pressmark
#endif

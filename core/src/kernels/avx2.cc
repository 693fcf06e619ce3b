// The kernels with AVX2's vectors of 8. core/CMakeLists.txt compiles this file alone with -mavx2, so nothing may be
// included here whose inline functions other files use too.
#include "kernels/variants.h"

#ifdef PRESSMARK_X86_KERNELS
#include <immintrin.h>

#include <cstdint>

#include "kernels/vector_kernels.h"

namespace pressmark {

namespace {

struct Avx2Lanes {
  struct Type {
    __m256 v;
  };
  static constexpr std::size_t kSize = 8;

  static Type load(const float* from) { return {_mm256_loadu_ps(from)}; }
  static void store(float* to, Type a) { _mm256_storeu_ps(to, a.v); }
  static Type splat(float a) { return {_mm256_set1_ps(a)}; }
  static Type add(Type a, Type b) { return {_mm256_add_ps(a.v, b.v)}; }
  static Type subtract(Type a, Type b) { return {_mm256_sub_ps(a.v, b.v)}; }
  static Type multiply(Type a, Type b) { return {_mm256_mul_ps(a.v, b.v)}; }
  static Type divide(Type a, Type b) { return {_mm256_div_ps(a.v, b.v)}; }
  static Type max(Type a, Type b) { return {_mm256_max_ps(b.v, a.v)}; }
  static Type min(Type a, Type b) { return {_mm256_min_ps(b.v, a.v)}; }
  using Pairs = __m256i;
  using Whole = __m256i;
  static Whole no_sum() { return _mm256_setzero_si256(); }
  static Pairs load_pairs(const std::int16_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  }
  static Pairs splat_pair(std::int32_t pair) { return _mm256_set1_epi32(pair); }
  static Whole add_products(Whole sum, Pairs a, Pairs b) { return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)); }
  static Type to_float(Whole a) { return {_mm256_cvtepi32_ps(a)}; }
  static void store_whole(std::int16_t* to, Type a) {
    const __m256i whole = _mm256_sub_epi32(_mm256_castps_si256(a.v), _mm256_set1_epi32(0x4B400000));
    const __m128i packed = _mm_packs_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), packed);
  }
  static Type power_of_two(Type a) {
    const __m256i exponent = _mm256_slli_epi32(_mm256_castps_si256(a.v), 23);
    return {_mm256_castsi256_ps(_mm256_add_epi32(exponent, _mm256_set1_epi32(0x3F800000)))};
  }
};

constexpr Kernels kAvx2 = VectorKernels<Avx2Lanes>::table("avx2");

}  // namespace

const Kernels& avx2_kernels() { return kAvx2; }

}  // namespace pressmark
#endif

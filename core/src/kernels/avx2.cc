// The kernels with AVX2's vectors of 8. core/CMakeLists.txt compiles this file alone with -mavx2, so nothing may be
// included here whose inline functions other files use too.
#include "kernels/variants.h"

#ifdef PRESSMARK_X86_KERNELS
#include <immintrin.h>

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

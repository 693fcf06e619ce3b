// The kernels with WebAssembly's vectors of 4.
#include "kernels/variants.h"

#ifdef __wasm_simd128__
#include <wasm_simd128.h>

#include "kernels/vector_kernels.h"

namespace pressmark {

namespace {

struct WasmLanes {
  using Type = v128_t;
  static constexpr std::size_t kSize = 4;

  static Type load(const float* from) { return wasm_v128_load(from); }
  static void store(float* to, Type a) { wasm_v128_store(to, a); }
  static Type splat(float a) { return wasm_f32x4_splat(a); }
  static Type add(Type a, Type b) { return wasm_f32x4_add(a, b); }
  static Type subtract(Type a, Type b) { return wasm_f32x4_sub(a, b); }
  static Type multiply(Type a, Type b) { return wasm_f32x4_mul(a, b); }
  static Type divide(Type a, Type b) { return wasm_f32x4_div(a, b); }
  static Type max(Type a, Type b) { return wasm_f32x4_pmax(a, b); }
  static Type min(Type a, Type b) { return wasm_f32x4_pmin(a, b); }
  using Pairs = v128_t;
  using Whole = v128_t;
  static Whole no_sum() { return wasm_i32x4_splat(0); }
  static Pairs load_pairs(const std::int16_t* from) { return wasm_v128_load(from); }
  static Pairs splat_pair(std::int32_t pair) { return wasm_i32x4_splat(pair); }
  static Whole add_products(Whole sum, Pairs a, Pairs b) { return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(a, b)); }
  static Type to_float(Whole a) { return wasm_f32x4_convert_i32x4(a); }
  static void store_whole(std::int16_t* to, Type a) {
    const v128_t whole = wasm_i32x4_sub(a, wasm_i32x4_splat(0x4B400000));
    wasm_v128_store64_lane(to, wasm_i16x8_narrow_i32x4(whole, whole), 0);
  }
  static Type power_of_two(Type a) { return wasm_i32x4_add(wasm_i32x4_shl(a, 23), wasm_i32x4_splat(0x3F800000)); }
};

constexpr Kernels kWasm = VectorKernels<WasmLanes>::table("simd128");

}  // namespace

const Kernels& wasm_kernels() { return kWasm; }

}  // namespace pressmark
#endif

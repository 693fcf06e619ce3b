// Which variants this build holds; dispatch.cc chooses among them.
#pragma once

#include "kernels/kernels.h"

namespace pressmark {

#if defined(__wasm_simd128__)
const Kernels& wasm_kernels();
#elif defined(__x86_64__)
#define PRESSMARK_X86_KERNELS 1
const Kernels& sse2_kernels();
const Kernels& avx2_kernels();  // ask first whether the machine has AVX2
#endif

}  // namespace pressmark

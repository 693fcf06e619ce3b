#include "kernels/kernels.h"
#include "kernels/variants.h"

namespace pressmark {

KernelList all_kernels() {
  KernelList list;
  list.variants[list.count++] = &scalar_kernels();
#if defined(__wasm_simd128__)
  list.variants[list.count++] = &wasm_kernels();
#elif defined(PRESSMARK_X86_KERNELS)
  list.variants[list.count++] = &sse2_kernels();
  if (__builtin_cpu_supports("avx2")) list.variants[list.count++] = &avx2_kernels();
#endif
  return list;
}

const Kernels& best_kernels() {
  const KernelList list = all_kernels();
  return *list.variants[list.count - 1];
}

}  // namespace pressmark

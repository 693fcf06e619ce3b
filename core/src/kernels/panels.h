// Numbers as the kernels like them: aligned, and matrices cut into panels.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

#include "kernels/kernels.h"

namespace pressmark {

// Memory that begins on the border of a cache line.
template <typename T>
struct AlignedAllocator {
  using value_type = T;
  static constexpr std::align_val_t kAlignment{64};

  AlignedAllocator() = default;
  template <typename U>
  AlignedAllocator(const AlignedAllocator<U>& /*other*/) {}  // NOLINT(google-explicit-constructor)

  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), kAlignment)); }
  void deallocate(T* memory, std::size_t /*count*/) { ::operator delete(memory, kAlignment); }
  friend bool operator==(const AlignedAllocator&, const AlignedAllocator&) { return true; }
};

using Floats = std::vector<float, AlignedAllocator<float>>;

// A matrix [depth][columns] that rows are multiplied with. Its columns stand in panels of 16, so that a kernel reads
// straight on; what the last panel has over is 0. The matrix [2][3]
//
//     1 2 3        is one panel of    1 2 3 0 0 0 0 0 0 0 0 0 0 0 0 0
//     4 5 6                           4 5 6 0 0 0 0 0 0 0 0 0 0 0 0 0
class Panels {
 public:
  static constexpr std::size_t kWidth = PanelView::kWidth;

  Panels() = default;
  Panels(std::size_t depth, std::size_t columns)
      : depth_(depth), count_((columns + kWidth - 1) / kWidth), numbers_(depth * count_ * kWidth) {}

  std::size_t depth() const { return depth_; }
  std::size_t width() const { return count_ * kWidth; }  // columns of a row that takes the product
  PanelView view() const { return {numbers_.data(), depth_, count_}; }
  float& at(std::size_t row, std::size_t column) {
    return numbers_[(column / kWidth * depth_ + row) * kWidth + column % kWidth];
  }
  float at(std::size_t row, std::size_t column) const {
    return numbers_[(column / kWidth * depth_ + row) * kWidth + column % kWidth];
  }

 private:
  std::size_t depth_ = 0;
  std::size_t count_ = 0;
  Floats numbers_;
};

}  // namespace pressmark

// Numbers as the kernels like them: aligned, and matrices cut into panels.
#pragma once

#include <cstddef>
#include <cstdint>
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

// A matrix [depth][columns] that rows are multiplied with: numbers of 8 bits, of which each column has its scale. Its
// columns stand in panels of 16, two rows of a panel woven into pairs, so that a kernel reads straight on; what the
// last panel and the last pair have over is 0. The matrix [3][2]
//
//     1 2        is one panel of    1 3  2 4  0 0  0 0  ...  0 0     (16 pairs)
//     3 4                           5 0  6 0  0 0  0 0  ...  0 0
//     5 6
class Panels {
 public:
  static constexpr std::size_t kWidth = PanelView::kWidth;

  Panels() = default;
  Panels(std::size_t depth, std::size_t columns)
      : depth_(depth),
        count_((columns + kWidth - 1) / kWidth),
        numbers_(count_ * view().pairs() * 2 * kWidth),
        scales_(count_ * kWidth) {}

  std::size_t depth() const { return depth_; }
  std::size_t width() const { return count_ * kWidth; }  // columns of a row that takes the product
  PanelView view() const { return {numbers_.data(), scales_.data(), depth_, count_}; }
  void set_scale(std::size_t column, float scale) { scales_[column] = scale; }
  // -128 to 127
  void set(std::size_t row, std::size_t column, std::int16_t number) { numbers_[place(row, column)] = number; }
  float at(std::size_t row, std::size_t column) const {
    return static_cast<float>(numbers_[place(row, column)]) * scales_[column];
  }

 private:
  std::size_t place(std::size_t row, std::size_t column) const {
    return ((column / kWidth * view().pairs() + row / 2) * kWidth + column % kWidth) * 2 + row % 2;
  }

  std::size_t depth_ = 0;
  std::size_t count_ = 0;
  std::vector<std::int16_t, AlignedAllocator<std::int16_t>> numbers_;
  Floats scales_;
};

}  // namespace pressmark

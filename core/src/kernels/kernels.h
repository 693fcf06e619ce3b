// The few loops in which the encoder spends its time, in variants for what the machine has. All variants give the same
// bytes: products are summed in whole numbers, where order does not matter, every other sum runs in one order, nothing
// is fused, and exp is a polynomial of our own. scalar.cc is the plain form that the others are tested against.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmark {

// A matrix as panels.h keeps it: `count` panels of kWidth columns, each with `depth` rows.
struct PanelView {
  static constexpr std::size_t kWidth = 16;

  const std::int16_t* numbers = nullptr;  // 8 bits each, in pairs
  const float* scales = nullptr;          // what the numbers of a column are to be multiplied with
  std::size_t depth = 0;
  std::size_t count = 0;

  std::size_t pairs() const { return (depth + 1) / 2; }
};

struct Kernels {
  // No sum of so many products of 16 and 8 bits overflows 32.
  static constexpr std::size_t kMostDepth = 256;

  std::string_view name;

  // c[i][j] += sum over k of a[i][k] * b[k][j]. `c` has as many columns as all panels. Strides are in floats. So that
  // products are of whole numbers, of which a machine multiplies twice as many at a time, kMostDepth numbers of a row
  // of `a` are first rounded to 16 bits: to multiples of the 32767th part of the greatest of them.
  void (*multiply)(std::size_t rows, const float* a, std::size_t a_stride, PanelView b, float* c,
                   std::size_t c_stride) = nullptr;

  // One step of one sequence. `gates` holds input, forget, cell and output gate, `units` numbers each, before their
  // activation; `cell` and `hidden` are the state, which is renewed.
  void (*lstm_cell)(std::size_t units, const float* gates, float* cell, float* hidden) = nullptr;

  // sum = rows[0] + rows[1] + ..., from left to right; one row at least.
  void (*sum_rows)(std::size_t size, const float* const* rows, std::size_t count, float* sum) = nullptr;

  // row = max(0, row)
  void (*relu)(std::size_t size, float* row) = nullptr;

  // sum += tanh(row)
  void (*add_tanh)(std::size_t size, const float* row, float* sum) = nullptr;

  // row = exp(row), for numbers from -87 to 87; what lies beyond is taken for the nearest of these.
  void (*exponentiate)(std::size_t size, float* row) = nullptr;

  // A convolution over three neighbouring characters, its ReLU, and the maximum over all places. `before`, `at` and
  // `after` have a row of `size` numbers for each kind of character; the places of character 0 do not count.
  void (*convolve)(std::size_t size, const std::uint8_t* characters, std::size_t count, const float* before,
                   const float* at, const float* after, float* maximum) = nullptr;
};

const Kernels& scalar_kernels();

// The fastest that this machine runs.
const Kernels& best_kernels();

// Each that this machine runs, the plain one first, none behind the last: for tests.
struct KernelList {
  const Kernels* variants[3] = {};
  std::size_t count = 0;
};
KernelList all_kernels();

}  // namespace pressmark

// The kernels in plain loops: what the others must equal, and what runs where there are no vectors.
#include <algorithm>

#include "kernels/kernels.h"
#include "kernels/lane_math.h"
#include "kernels/one_lane.h"

namespace pressmark {

namespace {

using Plain = OneLane<struct ScalarKernels>;

void multiply(std::size_t rows, const float* a, std::size_t a_stride, PanelView b, float* c, std::size_t c_stride) {
  for (std::size_t p = 0; p < b.count; ++p) {
    for (std::size_t i = 0; i < rows; ++i) {
      const float* panel = b.numbers + p * b.depth * PanelView::kWidth;
      float sums[PanelView::kWidth];
      float* to = c + i * c_stride + p * PanelView::kWidth;
      std::copy_n(to, PanelView::kWidth, sums);
      for (std::size_t k = 0; k < b.depth; ++k, panel += PanelView::kWidth) {
        const float factor = a[i * a_stride + k];
        for (std::size_t j = 0; j < PanelView::kWidth; ++j) sums[j] += factor * panel[j];
      }
      std::copy_n(sums, PanelView::kWidth, to);
    }
  }
}

void lstm_cell(std::size_t units, const float* gates, float* cell, float* hidden) {
  for (std::size_t i = 0; i < units; ++i) lane_lstm_cell<Plain>(units, i, gates, cell, hidden);
}

void sum_rows(std::size_t size, const float* const* rows, std::size_t count, float* sum) {
  std::copy_n(rows[0], size, sum);
  for (std::size_t i = 1; i < count; ++i) {
    for (std::size_t j = 0; j < size; ++j) sum[j] += rows[i][j];
  }
}

void relu(std::size_t size, float* row) {
  for (std::size_t i = 0; i < size; ++i) row[i] = std::max(0.0F, row[i]);
}

void add_tanh(std::size_t size, const float* row, float* sum) {
  for (std::size_t i = 0; i < size; ++i) sum[i] += lane_tanh<Plain>(row[i]);
}

void exponentiate(std::size_t size, float* row) {
  for (std::size_t i = 0; i < size; ++i) row[i] = lane_exp<Plain>(row[i]);
}

void convolve(std::size_t size, const std::uint8_t* characters, std::size_t count, const float* before, const float* at,
              const float* after, float* maximum) {
  std::fill_n(maximum, size, 0.0F);
  for (std::size_t i = 0; i < count; ++i) {
    if (characters[i] == 0) continue;
    const float* left = before + size * (i > 0 ? characters[i - 1] : 0);
    const float* middle = at + size * characters[i];
    const float* right = after + size * (i + 1 < count ? characters[i + 1] : 0);
    for (std::size_t j = 0; j < size; ++j) maximum[j] = std::max(maximum[j], left[j] + middle[j] + right[j]);
  }
}

constexpr Kernels kScalar = {"scalar", multiply, lstm_cell, sum_rows, relu, add_tanh, exponentiate, convolve};

}  // namespace

const Kernels& scalar_kernels() { return kScalar; }

}  // namespace pressmark

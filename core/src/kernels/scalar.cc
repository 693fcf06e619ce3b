// The kernels in plain loops: what the others must equal, and what runs where there are no vectors.
#include <algorithm>

#include "kernels/kernels.h"
#include "kernels/lane_math.h"
#include "kernels/one_lane.h"

namespace pressmark {

namespace {

using Plain = OneLane<struct ScalarKernels>;

void multiply(std::size_t rows, const float* a, std::size_t a_stride, PanelView b, float* c, std::size_t c_stride) {
  std::int16_t row[Kernels::kMostDepth];
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t first = 0; first < b.depth; first += Kernels::kMostDepth) {
      const std::size_t depth = std::min(Kernels::kMostDepth, b.depth - first);
      const float* from = a + i * a_stride + first;
      float most = 0;
      for (std::size_t k = 0; k < depth; ++k) most = std::max(most, lane_magnitude<Plain>(from[k]));
      const Rounding rounding = lane_rounding<Plain>(most);
      for (std::size_t k = 0; k < depth; ++k) lane_round<Plain>(from + k, rounding.inverse, row + k);
      if (depth % 2 == 1) row[depth] = 0;
      for (std::size_t p = 0; p < b.count; ++p) {
        const std::int16_t* panel = b.numbers + (p * b.pairs() + first / 2) * 2 * PanelView::kWidth;
        std::int32_t sums[PanelView::kWidth] = {};
        for (std::size_t k = 0; k < depth; k += 2, panel += 2 * PanelView::kWidth) {
          for (std::size_t j = 0; j < PanelView::kWidth; ++j) {
            sums[j] += row[k] * panel[2 * j] + row[k + 1] * panel[2 * j + 1];
          }
        }
        float* to = c + i * c_stride + p * PanelView::kWidth;
        const float* scales = b.scales + p * PanelView::kWidth;
        for (std::size_t j = 0; j < PanelView::kWidth; ++j) {
          to[j] += static_cast<float>(sums[j]) * (rounding.scale * scales[j]);
        }
      }
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

// The kernels for vectors of 4 or 8 numbers. `V` is the machine's own vector, in the form of one_lane.h, which serves
// for what is left over at the end of a row; beside that it multiplies pairs of 16-bit numbers into sums of 32 bits.
// Each .cc file names its V in an unnamed namespace and everything here hangs on V, so that the linker never takes one
// variant's code for another's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "kernels/kernels.h"
#include "kernels/lane_math.h"
#include "kernels/one_lane.h"

namespace pressmark {

template <typename V>
struct VectorKernels {
  using Type = typename V::Type;

  // kRows rows by two vectors: as much as fits into registers, and each number loaded is used kRows or two times.
  // `factors` are the rows of a, rounded and woven: the kRows pairs of columns 0 and 1, then those of 2 and 3. So all
  // that the loop reads lies at fixed distances from two pointers.
  template <std::size_t kRows>
  static inline void multiply_tile(const std::int32_t* factors, const float* factor_scales, const std::int16_t* panel,
                                   const float* scales, std::size_t pairs, float* c, std::size_t c_stride) {
    using Whole = typename V::Whole;
    Whole sums[kRows][2];
    for (std::size_t i = 0; i < kRows; ++i) sums[i][0] = sums[i][1] = V::no_sum();
    for (std::size_t k = 0; k < pairs; ++k, panel += 2 * PanelView::kWidth, factors += kRows) {
      const auto left = V::load_pairs(panel);
      const auto right = V::load_pairs(panel + 2 * V::kSize);
      for (std::size_t i = 0; i < kRows; ++i) {
        const auto factor = V::splat_pair(factors[i]);
        sums[i][0] = V::add_products(sums[i][0], factor, left);
        sums[i][1] = V::add_products(sums[i][1], factor, right);
      }
    }
    for (std::size_t i = 0; i < kRows; ++i) {
      for (std::size_t j = 0; j < 2; ++j) {
        float* to = c + i * c_stride + j * V::kSize;
        const Type scale = V::multiply(V::splat(factor_scales[i]), V::load(scales + j * V::kSize));
        V::store(to, V::add(V::load(to), V::multiply(V::to_float(sums[i][j]), scale)));
      }
    }
  }

  static inline float greatest(std::size_t size, const float* row) {
    Type most = V::splat(0.0F);
    std::size_t at = 0;
    for (; at + V::kSize <= size; at += V::kSize) most = V::max(most, lane_magnitude<V>(V::load(row + at)));
    float each[V::kSize];
    V::store(each, most);
    using One = OneLane<V>;
    for (; at < size; ++at) each[0] = One::max(each[0], lane_magnitude<One>(row[at]));
    for (const float number : each) each[0] = One::max(each[0], number);
    return each[0];
  }

  // kRows rows by all columns.
  template <std::size_t kRows>
  static void multiply_rows(const float* a, std::size_t a_stride, PanelView b, float* c, std::size_t c_stride) {
    constexpr std::size_t kTile = 2 * V::kSize;
    static_assert(PanelView::kWidth % kTile == 0);
    std::int16_t row[Kernels::kMostDepth];
    std::int32_t woven[kRows * Kernels::kMostDepth / 2];
    float row_scales[kRows];
    for (std::size_t first = 0; first < b.depth; first += Kernels::kMostDepth) {
      const std::size_t depth = b.depth - first < Kernels::kMostDepth ? b.depth - first : Kernels::kMostDepth;
      const std::size_t pairs = (depth + 1) / 2;
      for (std::size_t i = 0; i < kRows; ++i) {
        const float* from = a + i * a_stride + first;
        const Rounding rounding = lane_rounding<V>(greatest(depth, from));
        row_scales[i] = rounding.scale;
        if (depth % 2 == 1) row[depth] = 0;
        for_lanes(depth,
                  [&](auto lanes, std::size_t k) { lane_round<decltype(lanes)>(from + k, rounding.inverse, row + k); });
        for (std::size_t k = 0; k < pairs; ++k) std::memcpy(&woven[k * kRows + i], row + 2 * k, sizeof woven[0]);
      }
      for (std::size_t p = 0; p < b.count; ++p) {
        const std::int16_t* panel = b.numbers + (p * b.pairs() + first / 2) * 2 * PanelView::kWidth;
        for (std::size_t part = 0; part < PanelView::kWidth; part += kTile) {
          const std::size_t column = p * PanelView::kWidth + part;
          multiply_tile<kRows>(woven, row_scales, panel + 2 * part, b.scales + column, pairs, c + column, c_stride);
        }
      }
    }
  }

  static void multiply(std::size_t rows, const float* a, std::size_t a_stride, PanelView b, float* c,
                       std::size_t c_stride) {
    for (; rows >= 4; rows -= 4, a += 4 * a_stride, c += 4 * c_stride) multiply_rows<4>(a, a_stride, b, c, c_stride);
    if (rows == 3) multiply_rows<3>(a, a_stride, b, c, c_stride);
    if (rows == 2) multiply_rows<2>(a, a_stride, b, c, c_stride);
    if (rows == 1) multiply_rows<1>(a, a_stride, b, c, c_stride);
  }

  // step(V, at) for as many whole vectors as there are, step(OneLane<V>, at) for the rest.
  template <typename Step>
  static inline void for_lanes(std::size_t size, Step step) {
    std::size_t at = 0;
    for (; at + V::kSize <= size; at += V::kSize) step(V{}, at);
    for (; at < size; ++at) step(OneLane<V>{}, at);
  }

  static void lstm_cell(std::size_t units, const float* gates, float* cell, float* hidden) {
    for_lanes(units,
              [=](auto lanes, std::size_t at) { lane_lstm_cell<decltype(lanes)>(units, at, gates, cell, hidden); });
  }

  static void sum_rows(std::size_t size, const float* const* rows, std::size_t count, float* sum) {
    // Four vectors at a time, so that a row's address is read once for them.
    constexpr std::size_t kStep = 4 * V::kSize;
    const std::size_t whole = size - size % kStep;
    for (std::size_t at = 0; at < whole; at += kStep) {
      Type totals[4];
      for (std::size_t j = 0; j < 4; ++j) totals[j] = V::load(rows[0] + at + j * V::kSize);
      for (std::size_t i = 1; i < count; ++i) {
        const float* row = rows[i] + at;
        for (std::size_t j = 0; j < 4; ++j) totals[j] = V::add(totals[j], V::load(row + j * V::kSize));
      }
      for (std::size_t j = 0; j < 4; ++j) V::store(sum + at + j * V::kSize, totals[j]);
    }
    for_lanes(size - whole, [=](auto lanes, std::size_t rest) {
      using L = decltype(lanes);
      const std::size_t at = whole + rest;
      typename L::Type total = L::load(rows[0] + at);
      for (std::size_t i = 1; i < count; ++i) total = L::add(total, L::load(rows[i] + at));
      L::store(sum + at, total);
    });
  }

  static void relu(std::size_t size, float* row) {
    for_lanes(size, [=](auto lanes, std::size_t at) {
      using L = decltype(lanes);
      L::store(row + at, L::max(L::splat(0.0F), L::load(row + at)));
    });
  }

  static void add_tanh(std::size_t size, const float* row, float* sum) {
    for_lanes(size, [=](auto lanes, std::size_t at) {
      using L = decltype(lanes);
      L::store(sum + at, L::add(L::load(sum + at), lane_tanh<L>(L::load(row + at))));
    });
  }

  static void exponentiate(std::size_t size, float* row) {
    for_lanes(size, [=](auto lanes, std::size_t at) {
      using L = decltype(lanes);
      L::store(row + at, lane_exp<L>(L::load(row + at)));
    });
  }

  static void convolve(std::size_t size, const std::uint8_t* characters, std::size_t count, const float* before,
                       const float* at, const float* after, float* maximum) {
    for_lanes(size, [=](auto lanes, std::size_t j) {
      using L = decltype(lanes);
      typename L::Type best = L::splat(0.0F);
      for (std::size_t i = 0; i < count; ++i) {
        if (characters[i] == 0) continue;
        const std::size_t left = i > 0 ? characters[i - 1] : 0;
        const std::size_t right = i + 1 < count ? characters[i + 1] : 0;
        const auto pair = L::add(L::load(before + left * size + j), L::load(at + characters[i] * size + j));
        best = L::max(best, L::add(pair, L::load(after + right * size + j)));
      }
      L::store(maximum + j, best);
    });
  }

  static constexpr Kernels table(std::string_view name) {
    return {name, multiply, lstm_cell, sum_rows, relu, add_tanh, exponentiate, convolve};
  }
};

}  // namespace pressmark

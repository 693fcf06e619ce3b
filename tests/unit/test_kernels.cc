#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "kernels/kernels.h"
#include "kernels/panels.h"
#include "random_weights.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

Floats random_row(Dice& dice, std::size_t size, float most = 2.0F) {
  Floats row(size);
  for (float& number : row) number = dice.number(most);
  return row;
}

bool same_bytes(const Floats& a, const Floats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

// Gives what `run` makes of each variant, which must be the same bytes for all, and returns it.
template <typename Run>
Floats same_for_all(const Run& run) {
  const KernelList list = all_kernels();
  const Floats expected = run(scalar_kernels());
  for (std::size_t i = 1; i < list.count; ++i) {
    CAPTURE(std::string(list.variants[i]->name));
    CHECK(same_bytes(run(*list.variants[i]), expected));
  }
  return expected;
}

std::vector<std::size_t> odd_sizes() {
  std::vector<std::size_t> all = {64, 96, 100, 127, 128, 131};
  for (std::size_t size = 1; size < 36; ++size) all.push_back(size);
  return all;
}

Floats with_extremes(Floats row) {
  const float infinity = std::numeric_limits<float>::infinity();
  const float extremes[] = {0.0F,  -0.0F,  1e-40F, -1e-40F, 87.0F,    -87.0F,    88.5F,    -88.5F,
                            1e30F, -1e30F, 0.5F,   -0.5F,   infinity, -infinity, 43.3125F, -43.3125F};
  row.insert(row.begin() + static_cast<std::ptrdiff_t>(row.size() / 2), std::begin(extremes), std::end(extremes));
  return row;
}

}  // namespace

TEST_CASE("kernels: the plain one is the first of all, the best the last") {
  const KernelList list = all_kernels();
  REQUIRE(list.count > 0);
  CHECK(list.variants[0] == &scalar_kernels());
  CHECK(list.variants[list.count - 1] == &best_kernels());
}

TEST_CASE("kernels: multiply adds the product, whatever the sizes, and touches nothing beside it") {
  Dice dice(3);
  for (const std::size_t depth : {0, 1, 2, 7, 128, 255, 256, 257, 300}) {
    for (const std::size_t columns : {1, 16, 19, 48, 100}) {
      for (std::size_t rows = 0; rows < 10; ++rows) {
        CAPTURE(depth);
        CAPTURE(columns);
        CAPTURE(rows);
        Panels b(depth, columns);
        for (std::size_t j = 0; j < columns; ++j) {
          b.set_scale(j, dice.number(0.01F));
          for (std::size_t k = 0; k < depth; ++k)
            b.set(k, j, static_cast<std::int16_t>(static_cast<int>(dice.below(256)) - 128));
        }
        const std::size_t a_stride = depth + 3;
        const std::size_t c_stride = b.width() + 5;
        const Floats a = random_row(dice, rows * a_stride + 1);
        const Floats before = random_row(dice, rows * c_stride + 1);
        const Floats after = same_for_all([&](const Kernels& kernels) {
          Floats c = before;
          kernels.multiply(rows, a.data(), a_stride, b.view(), c.data(), c_stride);
          return c;
        });
        bool right = after.back() == before.back();
        // Each number of `a`, of up to 2, is off by half a step of rounding at most; b's are up to 1.28.
        const auto most = static_cast<double>(depth) * (1.0 / 32767) * 1.28 + 1e-4;
        for (std::size_t i = 0; i < rows; ++i) {
          for (std::size_t j = 0; j < c_stride; ++j) {
            double sum = static_cast<double>(before[i * c_stride + j]);
            for (std::size_t k = 0; k < depth && j < columns; ++k) {
              sum += static_cast<double>(a[i * a_stride + k]) * static_cast<double>(b.at(k, j));
            }
            right = right && std::fabs(sum - static_cast<double>(after[i * c_stride + j])) < most;
          }
        }
        CHECK(right);
      }
    }
  }
}

TEST_CASE("kernels: sums, ReLU, tanh and exp of rows of any size") {
  Dice dice(4);
  for (const std::size_t size : odd_sizes()) {
    CAPTURE(size);
    const Floats row = with_extremes(random_row(dice, size, 50));
    const Floats other = random_row(dice, row.size());
    same_for_all([&](const Kernels& kernels) {
      Floats result = row;
      kernels.relu(result.size(), result.data());
      return result;
    });
    same_for_all([&](const Kernels& kernels) {
      Floats result = other;
      kernels.add_tanh(result.size(), row.data(), result.data());
      return result;
    });
    same_for_all([&](const Kernels& kernels) {
      Floats result = row;
      kernels.exponentiate(result.size(), result.data());
      return result;
    });
    for (std::size_t count = 1; count < 6; ++count) {
      const Floats rows = random_row(dice, size * count);
      std::vector<const float*> starts;
      for (std::size_t i = 0; i < count; ++i) starts.push_back(&rows[i * size]);
      const Floats sum = same_for_all([&](const Kernels& kernels) {
        Floats result(size + 1, 7);
        kernels.sum_rows(size, starts.data(), count, result.data());
        return result;
      });
      float first = rows[0];
      for (std::size_t i = 1; i < count; ++i) first += rows[i * size];
      CHECK(sum.front() == first);
      CHECK(sum.back() == 7);
    }
  }
}

TEST_CASE("kernels: a sum may be written over its first row") {
  Dice dice(5);
  const Floats row = random_row(dice, 37);
  const Floats other = random_row(dice, 37);
  same_for_all([&](const Kernels& kernels) {
    Floats result = row;
    const float* rows[] = {result.data(), other.data()};
    kernels.sum_rows(row.size(), rows, 2, result.data());
    return result;
  });
}

TEST_CASE("kernels: the step of an LSTM") {
  Dice dice(6);
  for (const std::size_t units : odd_sizes()) {
    for (const float most : {1.0F, 30.0F, 1e6F}) {
      CAPTURE(units);
      CAPTURE(most);
      const Floats gates = random_row(dice, 4 * units, most);
      const Floats before = random_row(dice, units);
      const Floats state = same_for_all([&](const Kernels& kernels) {
        Floats both = before;
        both.resize(2 * units);
        kernels.lstm_cell(units, gates.data(), both.data(), both.data() + units);
        return both;
      });
      const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
      bool right = true;
      for (std::size_t i = 0; i < units; ++i) {
        const auto gate = [&](std::size_t which) { return static_cast<double>(gates[which * units + i]); };
        const double cell = sigmoid(gate(1)) * static_cast<double>(before[i]) + sigmoid(gate(0)) * std::tanh(gate(2));
        right = right && std::fabs(static_cast<double>(state[i]) - cell) < 1e-6;
        right = right && std::fabs(static_cast<double>(state[units + i]) - sigmoid(gate(3)) * std::tanh(cell)) < 1e-6;
      }
      CHECK(right);
    }
  }
}

TEST_CASE("kernels: the convolution over characters passes over those that are none") {
  Dice dice(7);
  constexpr std::size_t kKinds = 98;
  for (const std::size_t size : odd_sizes()) {
    CAPTURE(size);
    const Floats before = random_row(dice, kKinds * size);
    const Floats at = random_row(dice, kKinds * size);
    const Floats after = random_row(dice, kKinds * size);
    for (std::size_t count = 0; count <= 16; count += 4) {
      std::vector<std::uint8_t> word(count);
      for (std::uint8_t& c : word) c = static_cast<std::uint8_t>(dice.below(3) == 0 ? 0 : dice.below(kKinds));
      const Floats maximum = same_for_all([&](const Kernels& kernels) {
        Floats result(size + 1, 7);
        kernels.convolve(size, word.data(), count, before.data(), at.data(), after.data(), result.data());
        return result;
      });
      CHECK(maximum.back() == 7);
      if (std::all_of(word.begin(), word.end(), [](std::uint8_t c) { return c == 0; })) {
        CHECK(std::all_of(maximum.begin(), maximum.end() - 1, [](float number) { return number == 0; }));
      }
    }
  }
  // "ab": the first letter stands at an end, the second too.
  const std::uint8_t ab[] = {1, 2};
  const float before[] = {10, 1, 2};
  const float at[] = {0, 3, 4};
  const float after[] = {20, 5, 6};
  float maximum = 0;
  scalar_kernels().convolve(1, ab, 2, before, at, after, &maximum);
  CHECK(maximum == 25);  // the second: 1 + 4 + 20; the first: 10 + 3 + 6
}

TEST_CASE("kernels: exp, tanh and sigmoid are near those of the library") {
  Floats inputs;
  for (int i = -8700; i <= 8700; ++i) inputs.push_back(static_cast<float>(i) * 0.01F);
  Floats exp = inputs;
  best_kernels().exponentiate(exp.size(), exp.data());
  Floats tanh(inputs.size());
  best_kernels().add_tanh(inputs.size(), inputs.data(), tanh.data());
  // A forget gate with nothing coming in shows the sigmoid.
  Floats gates(4 * inputs.size());
  std::copy(inputs.begin(), inputs.end(), gates.begin() + static_cast<std::ptrdiff_t>(inputs.size()));
  Floats sigmoid(inputs.size(), 1.0F);
  Floats hidden(inputs.size());
  best_kernels().lstm_cell(inputs.size(), gates.data(), sigmoid.data(), hidden.data());

  double exp_error = 0;  // relative
  double exp_error_near_0 = 0;
  double tanh_error = 0;
  double sigmoid_error = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const auto x = static_cast<double>(inputs[i]);
    const double error = std::fabs(static_cast<double>(exp[i]) / std::exp(x) - 1);
    exp_error = std::max(exp_error, error);
    if (std::fabs(x) < 0.3) exp_error_near_0 = std::max(exp_error_near_0, error);
    tanh_error = std::max(tanh_error, std::fabs(static_cast<double>(tanh[i]) - std::tanh(x)));
    sigmoid_error = std::max(sigmoid_error, std::fabs(static_cast<double>(sigmoid[i]) - 1 / (1 + std::exp(-x))));
  }
  CHECK(exp_error < 6e-6);
  CHECK(exp_error_near_0 < 1.3e-7);
  CHECK(tanh_error < 2e-7);
  CHECK(sigmoid_error < 2e-7);
}

TEST_CASE("kernels: beyond its bounds exp stays where it is, and what is certain is exactly so") {
  Floats row = {87.0F, 1e30F, -87.0F, -1e30F, 0.0F};
  best_kernels().exponentiate(row.size(), row.data());
  CHECK(row[1] == row[0]);
  CHECK(row[3] == row[2]);
  CHECK(row[3] > 0);
  CHECK(row[4] == 1);
  const float far[] = {100.0F, -100.0F, 0.0F};
  Floats tanh(3);
  best_kernels().add_tanh(3, far, tanh.data());
  CHECK(tanh[0] == 1);
  CHECK(tanh[1] == -1);
  CHECK(tanh[2] == 0);
}

// The section "weights" with random numbers, for tests of what must hold whatever was trained.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/weights.h"

namespace pressmark::test {

// The same numbers for the same seed.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}

  std::uint32_t below(std::uint32_t count) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::uint32_t>(std::uint64_t{state_} * count >> 32U);
  }
  // From -most to most.
  float number(float most) { return (static_cast<float>(below(1U << 20U)) / (1U << 19U) - 1.0F) * most; }

 private:
  std::uint32_t state_;
};

template <typename T>
std::string bytes_of(T value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

struct Matrix {
  std::string name;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t kind = 0;  // 0: floats, 1: signed bytes with a scale for each row
  std::string numbers;
};

inline std::string section_of(const std::vector<Matrix>& matrices) {
  std::string section = bytes_of(static_cast<std::uint32_t>(matrices.size()));
  for (const Matrix& matrix : matrices) {
    std::string name = matrix.name;
    name.resize(24);
    section += name + bytes_of(matrix.rows) + bytes_of(matrix.columns) + bytes_of(matrix.kind) + matrix.numbers;
    section.resize((section.size() + 3) / 4 * 4);
  }
  return section;
}

// As train/export.py writes them: what has several rows as bytes, biases and chains as floats.
inline std::vector<Matrix> random_matrices() {
  struct Shape {
    const char* name;
    std::uint32_t rows;
    std::uint32_t columns;
  };
  constexpr Shape kBytes[] = {
      {"centroids", 20, 1280},         {"frequent", 4096, 16},         {"letters.before", 98, 64},
      {"letters.at", 98, 64},          {"letters.after", 98, 64},      {"project.weight", 128, 244},
      {"forward.input", 512, 152},     {"forward.hidden", 512, 128},   {"backward.input", 512, 152},
      {"backward.hidden", 512, 128},   {"entity.weight", 96, 320},     {"name.weight", 64, 256},
      {"attribution.weight", 96, 256}, {"entity.emit.weight", 19, 96}, {"source.emit.weight", 3, 96},
      {"cue.emit.weight", 3, 96},      {"content.emit.weight", 3, 96},
  };
  constexpr Shape kFloats[] = {
      {"unknown", 1, 100},
      {"project.bias", 1, 128},
      {"forward.bias", 1, 512},
      {"backward.bias", 1, 512},
      {"entity.bias", 1, 96},
      {"name.bias", 1, 64},
      {"attribution.bias", 1, 96},
      {"entity.emit.bias", 1, 19},
      {"source.emit.bias", 1, 3},
      {"cue.emit.bias", 1, 3},
      {"content.emit.bias", 1, 3},
      {"entity.start", 1, 19},
      {"entity.transitions", 19, 19},
      {"source.start", 1, 3},
      {"source.transitions", 3, 3},
      {"cue.start", 1, 3},
      {"cue.transitions", 3, 3},
      {"content.start", 1, 3},
      {"content.transitions", 3, 3},
  };
  Dice dice(1);
  std::vector<Matrix> matrices;
  for (const Shape& shape : kBytes) {
    Matrix matrix{shape.name, shape.rows, shape.columns, 1, {}};
    for (std::uint32_t i = 0; i < shape.rows; ++i) matrix.numbers += bytes_of(0.001F + 0.0001F * dice.number(1));
    for (std::uint32_t i = 0; i < shape.rows * shape.columns; ++i) {
      matrix.numbers += static_cast<char>(static_cast<int>(dice.below(255)) - 127);
    }
    matrices.push_back(matrix);
  }
  for (const Shape& shape : kFloats) {
    Matrix matrix{shape.name, shape.rows, shape.columns, 0, {}};
    for (std::uint32_t i = 0; i < shape.rows * shape.columns; ++i) matrix.numbers += bytes_of(dice.number(0.5F));
    matrices.push_back(matrix);
  }
  return matrices;
}

constexpr std::uint32_t kRandomWords = 4200;  // more than have a vector of their own beside

// The codes of so many words' vectors.
inline const std::string& random_codes() {
  static const std::string codes = [] {
    Dice dice(2);
    std::string bytes;
    for (std::size_t i = 0; i < kRandomWords * sizes::kSubspaces; ++i) bytes += static_cast<char>(dice.below(256));
    return bytes;
  }();
  return codes;
}

inline const Weights& random_weights() {
  static const Weights weights = [] {
    auto read = Weights::read(section_of(random_matrices()), random_codes(), kRandomWords);
    REQUIRE_MESSAGE(read, read.error().message);
    return *std::move(read);
  }();
  return weights;
}

}  // namespace pressmark::test

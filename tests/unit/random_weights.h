// The section "weights" with random numbers, for tests of what must hold whatever was trained.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/weights.h"
#include "passes/features.h"

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
  using namespace sizes;
  struct Shape {
    const char* name;
    std::size_t rows;
    std::size_t columns;
  };
  constexpr Shape kBytes[] = {
      {"centroids", kSubspaces, kCentroids * kCentroid},
      {"frequent", kFrequentWords, kFrequent},
      {"letters.before", kCharacterKinds, kLetters},
      {"letters.at", kCharacterKinds, kLetters},
      {"letters.after", kCharacterKinds, kLetters},
      {"project.weight", kWord, kWordInput + kWordBits},
      {"forward.input", kGates, kWord + kPlaceBits},
      {"forward.hidden", kGates, kUnits},
      {"backward.input", kGates, kWord + kPlaceBits},
      {"backward.hidden", kGates, kUnits},
      {"entity.weight", kHead, kHidden + kName},
      {"name.weight", kName, kHidden},
      {"attribution.weight", kHead, kHidden},
      {"entity.emit.weight", kEntityTags, kHead},
      {"source.emit.weight", kAttributionTags, kHead},
      {"cue.emit.weight", kAttributionTags, kHead},
      {"content.emit.weight", kAttributionTags, kHead},
      {"function.weight", kHead, kHidden},
      {"function.emit.weight", kFunctions, kHead},
  };
  constexpr Shape kFloats[] = {
      {"unknown", 1, kVector},
      {"project.bias", 1, kWord},
      {"forward.bias", 1, kGates},
      {"backward.bias", 1, kGates},
      {"entity.bias", 1, kHead},
      {"name.bias", 1, kName},
      {"attribution.bias", 1, kHead},
      {"entity.emit.bias", 1, kEntityTags},
      {"source.emit.bias", 1, kAttributionTags},
      {"cue.emit.bias", 1, kAttributionTags},
      {"content.emit.bias", 1, kAttributionTags},
      {"function.bias", 1, kHead},
      {"function.emit.bias", 1, kFunctions},
      {"entity.start", 1, kEntityTags},
      {"entity.transitions", kEntityTags, kEntityTags},
      {"source.start", 1, kAttributionTags},
      {"source.transitions", kAttributionTags, kAttributionTags},
      {"cue.start", 1, kAttributionTags},
      {"cue.transitions", kAttributionTags, kAttributionTags},
      {"content.start", 1, kAttributionTags},
      {"content.transitions", kAttributionTags, kAttributionTags},
  };
  Dice dice(1);
  std::vector<Matrix> matrices;
  for (const Shape& shape : kBytes) {
    Matrix matrix{shape.name, static_cast<std::uint32_t>(shape.rows), static_cast<std::uint32_t>(shape.columns), 1, {}};
    for (std::size_t i = 0; i < shape.rows; ++i) matrix.numbers += bytes_of(0.001F + 0.0001F * dice.number(1));
    for (std::size_t i = 0; i < shape.rows * shape.columns; ++i) {
      matrix.numbers += static_cast<char>(static_cast<int>(dice.below(255)) - 127);
    }
    matrices.push_back(matrix);
  }
  for (const Shape& shape : kFloats) {
    Matrix matrix{shape.name, static_cast<std::uint32_t>(shape.rows), static_cast<std::uint32_t>(shape.columns), 0, {}};
    for (std::size_t i = 0; i < shape.rows * shape.columns; ++i) matrix.numbers += bytes_of(dice.number(0.5F));
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

#include "model/tensors.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace pressmark {

namespace {

constexpr std::size_t kNameBytes = 24;
constexpr std::uint32_t kFloats = 0;
constexpr std::uint32_t kScaledBytes = 1;
constexpr float kMost = 1e6F;  // with bounded inputs no sum of such numbers overflows anywhere in the network

float float_from(std::uint32_t bits) {
  float value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

bool is_sound(float value) { return std::isfinite(value) && std::fabs(value) <= kMost; }

std::string in_marks(std::string_view name) { return '"' + std::string(name) + '"'; }

}  // namespace

Result<Tensors> Tensors::read(std::string_view section) {
  Tensors result;
  ByteReader reader(section);
  const auto count = reader.u32();
  if (!count) return model_error("has no weights");
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto name = reader.take(kNameBytes);
    const auto rows = reader.u32();
    const auto columns = reader.u32();
    const auto kind = reader.u32();
    if (!name || !rows || !columns || !kind) return model_error("has weights that are cut short");
    Tensor tensor{name->substr(0, name->find('\0')), *rows, *columns, *kind, {}};
    if (tensor.kind != kFloats && tensor.kind != kScaledBytes) {
      return model_error("has weights " + in_marks(tensor.name) + " of an unknown kind");
    }
    // In 64 bits, where no product of two 32-bit numbers and nothing added to it overflows.
    const std::uint64_t cells = std::uint64_t{*rows} * *columns;
    if (cells > reader.remaining()) return model_error("has weights that are cut short");
    const std::uint64_t bytes = tensor.kind == kFloats ? 4 * cells : 4 * std::uint64_t{*rows} + cells;
    if (bytes > reader.remaining()) return model_error("has weights that are cut short");
    tensor.numbers = *reader.take(static_cast<std::size_t>(bytes));
    if (!reader.take(static_cast<std::size_t>((4 - bytes % 4) % 4))) {
      return model_error("has weights that are cut short");
    }
    for (const Tensor& other : result.tensors_) {
      if (other.name == tensor.name) return model_error("has weights " + in_marks(tensor.name) + " twice");
    }
    result.tensors_.push_back(tensor);
  }
  if (reader.remaining() != 0) return model_error("has more weights than it tells of");
  return result;
}

Result<Tensors::Tensor> Tensors::find(std::string_view name, std::uint32_t rows, std::uint32_t columns) const {
  const auto found = std::find_if(tensors_.begin(), tensors_.end(), [&](const Tensor& t) { return t.name == name; });
  if (found == tensors_.end()) return model_error("has no weights " + in_marks(name));
  if (found->rows != rows || found->columns != columns) {
    return model_error("has weights " + in_marks(name) + " of another shape");
  }
  return *found;
}

Result<WholeMatrix> Tensors::take_whole(std::string_view name, std::uint32_t rows, std::uint32_t columns) const {
  const auto found = find(name, rows, columns);
  if (!found) return found.error();
  if (found->kind != kScaledBytes) return model_error("has weights " + in_marks(name) + " that are not in bytes");
  WholeMatrix matrix{rows, columns, Floats(rows), found->numbers.substr(std::size_t{4} * rows)};
  ByteReader reader(found->numbers);
  for (float& scale : matrix.scales) {
    scale = float_from(*reader.u32());
    if (!is_sound(scale * 128.0F)) {
      return model_error("has weights " + in_marks(name) + " out of bounds");
    }
  }
  return matrix;
}

Result<Floats> Tensors::take(std::string_view name, std::uint32_t rows, std::uint32_t columns) const {
  const auto found = find(name, rows, columns);
  if (!found) return found.error();
  Floats numbers(std::size_t{rows} * columns);
  if (found->kind == kFloats) {
    ByteReader reader(found->numbers);
    for (float& number : numbers) number = float_from(*reader.u32());
  } else {
    const auto matrix = take_whole(name, rows, columns);
    if (!matrix) return matrix.error();
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < columns; ++i) {
        numbers[row * columns + i] = matrix->number(row, i);
      }
    }
  }
  if (!std::all_of(numbers.begin(), numbers.end(), is_sound)) {
    return model_error("has weights " + in_marks(name) + " out of bounds");
  }
  return numbers;
}

}  // namespace pressmark

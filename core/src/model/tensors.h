// The section "weights", byte by byte: matrices by name, little-endian.
//
//     offset  bytes                   what
//     0       21 00 00 00             number of matrices
//     4       75 6e 6b ... 00         name of the first, "unknown", filled with 0 to 24 bytes
//     28      01 00 00 00             its rows
//     32      64 00 00 00             its columns
//     36      00 00 00 00             its kind, 0: 32-bit floats, row by row; 1: a float for each row, its scale, then
//                                     rows * columns signed bytes, each to be multiplied with its row's scale
//     40      ...                     the numbers, filled with 0 to a multiple of 4 bytes
//     440     ...                     the next matrix
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kernels/panels.h"
#include "model/format.h"
#include "pressmark/error.h"

namespace pressmark {

// A matrix of the second kind.
struct WholeMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  Floats scales;           // of each row
  std::string_view bytes;  // row by row

  std::int16_t at(std::size_t row, std::size_t column) const {
    const int byte = static_cast<unsigned char>(bytes[row * columns + column]);
    return static_cast<std::int16_t>(byte < 128 ? byte : byte - 256);
  }
  float number(std::size_t row, std::size_t column) const { return static_cast<float>(at(row, column)) * scales[row]; }
};

class Tensors {
 public:
  // `section` must outlive the tensors.
  static Result<Tensors> read(std::string_view section);

  // The numbers of a matrix, row by row; an error where there is none of that name and shape, or where a number is
  // none, or so big that sums could overflow.
  Result<Floats> take(std::string_view name, std::uint32_t rows, std::uint32_t columns) const;
  // The same as whole numbers; an error also where they are of the first kind. The section must outlive them.
  Result<WholeMatrix> take_whole(std::string_view name, std::uint32_t rows, std::uint32_t columns) const;

 private:
  struct Tensor {
    std::string_view name;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t kind = 0;
    std::string_view numbers;
  };
  Result<Tensor> find(std::string_view name, std::uint32_t rows, std::uint32_t columns) const;

  std::vector<Tensor> tensors_;
};

}  // namespace pressmark

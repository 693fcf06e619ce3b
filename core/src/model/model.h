// The model file (core/model/en.pmk): versioned, little-endian, self-describing sections, checked to the last byte.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "pressmark/error.h"

namespace pressmark {

class Model {
 public:
  static Result<Model> read(std::span<const std::byte> bytes);

  // SHA-256 of the file, first 16 digits.
  const std::string& hash() const { return hash_; }

 private:
  std::string hash_;
};

}  // namespace pressmark

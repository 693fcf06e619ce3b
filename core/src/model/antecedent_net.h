// How much speaks for each thing that a pronoun may mean: one hidden layer over the bits of passes/antecedent_bits.h.
//
//     ReLU(sum of the rows of its bits + bias -> 24) -> one number; of a pronoun's choices the softmax
//
// In whole numbers, and so the same everywhere. Two of the kind, for he and she, and for it and they.
// train/antecedents.py is the definition.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/tensors.h"
#include "passes/antecedent_bits.h"
#include "pressmark/error.h"

namespace pressmark {

class AntecedentNet {
 public:
  static constexpr std::uint32_t kUnits = 24;

  static Result<AntecedentNet> read(const Tensors& tensors);

  // Rises with what speaks for it, as the logarithm of odds; comparable among the choices of one pronoun.
  float score(const AntecedentBits& bits) const;

 private:
  struct Layers {
    std::vector<std::int16_t> rows;  // [bits][units]
    std::vector<std::int32_t> bias;
    std::vector<std::int16_t> out;
    float unit = 0;  // what a sum of whole numbers has to be multiplied with
  };
  static Result<Layers> read(const Tensors& tensors, const std::string& name);

  Layers person_;  // for he and she
  Layers thing_;   // for it and they
};

}  // namespace pressmark

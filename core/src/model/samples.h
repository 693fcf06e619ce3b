// The check that a model file and this program fit together.
#pragma once

#include <optional>

#include "lexicons.h"
#include "model/model.h"
#include "pressmark/error.h"

namespace pressmark {

// Finds the names of the model's samples, by the passes that every text goes through. An error of ErrorCode::bad_model
// where others come back than the file expects.
std::optional<Error> check_samples(const Model& model, const Lexicons& lexicons);

}  // namespace pressmark

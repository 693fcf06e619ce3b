#include "model/model.h"

namespace pressmark {

Result<Model> Model::read(std::span<const std::byte>) { return Model(); }

}  // namespace pressmark

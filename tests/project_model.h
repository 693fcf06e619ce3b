// The project's own model, loaded once in each test program, for tests of single passes.
#pragma once

#include "model/model.h"
#include "project_analyzer.h"

namespace pressmark::test {

inline const Model& project_model() {
  static const Model model = [] {
    const std::string bytes = read_model_file();
    auto read = Model::read(std::as_bytes(std::span(bytes)));
    REQUIRE_MESSAGE(read, read.error().message);
    return *std::move(read);
  }();
  return model;
}

}  // namespace pressmark::test

// The analyzer with the project's own model, loaded once in each test program.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "pressmark/analyzer.h"

namespace pressmark::test {

inline std::string read_model_file() {
  std::ifstream file(PRESSMARK_SOURCE_MODEL, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline const Analyzer& project_analyzer() {
  static const Analyzer analyzer = [] {
    const std::string bytes = read_model_file();
    auto loaded = Analyzer::load(std::as_bytes(std::span(bytes)));
    REQUIRE_MESSAGE(loaded, loaded.error().message);
    return *std::move(loaded);
  }();
  return analyzer;
}

}  // namespace pressmark::test

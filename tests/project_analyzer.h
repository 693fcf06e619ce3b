// The analyzer with the project's own model, and the project's places, loaded once in each test program.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "pressmark/analyzer.h"

namespace pressmark::test {

inline std::string read_bytes(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::string read_model_file() { return read_bytes(PRESSMARK_SOURCE_MODEL); }
inline std::string read_places_file() { return read_bytes(PRESSMARK_SOURCE_PLACES); }

inline const Analyzer& project_analyzer() {
  static const Analyzer analyzer = [] {
    const std::string bytes = read_model_file();
    auto loaded = Analyzer::load(std::as_bytes(std::span(bytes)));
    REQUIRE_MESSAGE(loaded, loaded.error().message);
    return *std::move(loaded);
  }();
  return analyzer;
}

inline const Places& project_places() {
  static const Places places = [] {
    const std::string bytes = read_places_file();
    auto loaded = Places::load(std::as_bytes(std::span(bytes)));
    REQUIRE_MESSAGE(loaded, loaded.error().message);
    return *std::move(loaded);
  }();
  return places;
}

}  // namespace pressmark::test

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "engine.h"

namespace pressmark::test {

const Analyzer& engine() {
  static const Analyzer analyzer = [] {
    std::ifstream file(PRESSMARK_SOURCE_MODEL, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    Result<Analyzer> loaded = Analyzer::load(std::as_bytes(std::span(bytes)));
    REQUIRE(loaded);
    return *std::move(loaded);
  }();
  return analyzer;
}

}  // namespace pressmark::test

// The analyzer that all property tests share, with the project's model.
#pragma once

#include "pressmark/analyzer.h"

namespace pressmark::test {

const Analyzer& engine();

}  // namespace pressmark::test

// Finds the model and reads it.
#pragma once

#include <string>

#include "pressmark/analyzer.h"

namespace pressmark::cli {

// `named` is the user's; where it is empty the model is looked for beside the program (../share/pressmark, its own
// folder), then in the tree that the program was built from.
Result<Analyzer> load_analyzer(const std::string& named);

}  // namespace pressmark::cli

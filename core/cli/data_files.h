// Finds the files of data and reads them.
#pragma once

#include <optional>
#include <string>

#include "pressmark/analyzer.h"

namespace pressmark::cli {

// `named` is the user's; where it is empty the model is looked for beside the program (../share/pressmark, its own
// folder), then in the tree that the program was built from.
Result<Analyzer> load_analyzer(const std::string& named);

// `named` is the user's; where it is empty the places that lie beside the model are read, and none where there are
// none.
Result<std::optional<Places>> load_places(const std::string& named, const std::string& named_model);

}  // namespace pressmark::cli

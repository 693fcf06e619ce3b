// `pressmark split`
#pragma once

#include "options.h"

namespace pressmark::cli {

// True where everything went well. What went wrong is said on standard error, and what is left is still done.
bool split(const SplitOptions& options);

}  // namespace pressmark::cli

// The names in an archive's byline: "By Ann Lee and Bo Ek in Lagos", "Lee, Ann; Ek, Bo", "ANN LEE; Staff Writer".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/labels.h"

namespace pressmark::archive {

std::vector<std::string> read_authors(std::string_view byline, const Words& words);

// Whether the line can be nothing but a byline: it begins with "By", or is names and what goes with them.
bool is_author_line(std::string_view line, const Words& words);

}  // namespace pressmark::archive

// tagged names -> tagged names, after the whole document has been heard
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// Leaves out names that are hardly any, and gives a name the type that the same letters have elsewhere in the document
// where that is far surer. "Far" because guidelines and writers do use one name for two things: a town and its team. A
// place of several words whose last one heads a facility is one ("Varda Bridge"): corpora hold too few to learn them
// from.
std::vector<Name> settle_names(std::string_view text, const std::vector<Name>& names, const Lexicons& lexicons);

}  // namespace pressmark

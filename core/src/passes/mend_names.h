// proposed names -> names that stop where their sentence stops, and hold a nickname whole
#pragma once

#include <vector>

#include "model/gazetteer.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// The tagger reads paragraphs, so that a name may run on into the next sentence: it is cut there. "Robert (Bob) Jones",
// of which it may see a part, is one name; a bracket that opens in a name and does not close is cut off with what
// follows.
std::vector<Name> mend_names(const TokenView& view, const std::vector<Sentence>& sentences,
                             const std::vector<Name>& names, const Gazetteer& gazetteer);

}  // namespace pressmark

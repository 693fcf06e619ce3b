// tagged names, sums, and the user's dictionary -> names
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// Rules dispose of what the tagger proposes. A sum of money takes the place of whatever overlaps it. The user's
// dictionary overrides both: each of its names and aliases is a name wherever it stands as whole words in the given
// case, and what it denies is none.
std::vector<Name> find_names(std::string_view text, const std::vector<Token>& tokens,
                             const std::vector<Sentence>& sentences, const std::vector<Name>& tagged,
                             const std::vector<TokenRange>& sums, const std::vector<DictionaryEntry>& dictionary);

}  // namespace pressmark

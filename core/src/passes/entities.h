// names -> entities
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/model.h"
#include "pressmark/article.h"

namespace pressmark {

// Draws the names of one person, organization or place together ("Donald Trump", "Trump"). A wrong merge is worse than
// a missed one: two names of different given name stay apart. Entities are in the order of their first mention. A name
// of the user's dictionary and its aliases are one, and it is called by that name.
std::vector<Entity> link_names(std::string_view text, const std::vector<Token>& tokens,
                               const std::vector<Sentence>& sentences, const std::vector<MarkedRegion>& marks,
                               const std::vector<Name>& names, const std::vector<DictionaryEntry>& dictionary,
                               const Model& model, const Lexicons& lexicons);

}  // namespace pressmark

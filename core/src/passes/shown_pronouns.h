// entities, references -> the pronoun by which the text itself speaks of each person
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// One an entity: "she" "he", or empty where the text does not show it. Titles and roles say it ("Mrs.", "spokesman");
// where they do not, the pronouns that surely mean the person, if they agree. A given name alone shows nothing.
std::vector<std::string> find_shown_pronouns(std::string_view text, const std::vector<Entity>& entities,
                                             const std::vector<Reference>& references);

}  // namespace pressmark

// entities -> which places of the map they are
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/place_table.h"
#include "pressmark/article.h"

namespace pressmark {

// One an entity: its place, or none where it is no place, or no known one, or may as well be another. Of the places of
// a name that is meant which most people live in, or which is a state or capital, unless the article tells otherwise:
//
//     Paris, Texas / Paris (Texas) / Paris in Texas / the Texas town of Paris / Texas' Paris     the one that lies
//     there Washington state / the governor of New York                                       what the words beside it
//     say it is Albany, New York                                                                  what others lie in is
//     no city London ... Ontario ... Canada's capital                                           the country and
//     division of the others
//
// A public body or a building named after a place lies there, less surely: "Irving Police Department" in Irving, where
// the article names that, or it is one that anybody knows.
//
// Small places count only where the article names their country, or another place of it.
std::vector<std::optional<Geo>> find_places(std::string_view text, const std::vector<Token>& tokens,
                                            const std::vector<Entity>& entities, const PlaceTable& table,
                                            const WordMap& place_words);

}  // namespace pressmark

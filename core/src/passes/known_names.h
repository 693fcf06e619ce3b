// tagged names -> with those that the tagger passed over though anybody knows them
#pragma once

#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// Four kinds: a building that the gazetteer knows by two words or more ("Oval Office"); the other country of
// "US-Russia"; the platform X, which only the words about it tell from a letter ("posted on X", "the X social media
// platform"); and what a person is called between marks: a gamer who goes by the name “The Owl”, a user called “Pebble”
// (a person then, whatever the tagger takes it for).
std::vector<Name> add_known_names(const TokenView& view, const std::vector<Sentence>& sentences,
                                  const std::vector<Name>& names, const Gazetteer& gazetteer, const Lexicons& lexicons);

}  // namespace pressmark

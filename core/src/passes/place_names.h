// How an article writes places: "the southern Indian state of Kerala", "Manassas, VA", "Switzerland's Davos"; and what
// is named after the place where it is: "Irving Police Department", "University of Chicago", "Mecca's Grand Mosque".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/place_table.h"

namespace pressmark {

// What the words beside a name tell of it (core/lexicons/place_words.tsv).
struct PlaceClasses {
  bool city = false;
  bool division = false;
  bool nation = false;
  bool part = false;  // only a part of it is meant: "northern Syria"

  bool none() const { return !city && !division && !nation; }
};

// `word` in any case; all false for a word that tells nothing.
PlaceClasses classes_of(std::string_view word, const WordMap& place_words);

struct PlaceName {
  PlaceTable::Meanings meanings;             // none where no such place is known
  std::vector<PlaceTable::Meanings> within;  // places in which it lies, as the name itself tells: "Paris, Texas"
  PlaceClasses classes;
  bool whole = true;        // it is known as it is written; nothing had to be left out
  bool short_form = false;  // it is written as only a short form is: "R-Ky."
};

// Takes words away, from a name that is not known as it is, until one is left that is.
PlaceName read_place_name(std::string_view name, const PlaceTable& table, const WordMap& place_words);

// The place in the name of a public body or building, where all other words are such as stand in these names
// (place_words.tsv): a bank, a newspaper or a team is none. Likewise in the formal name of a state or town, "State of
// Qatar": that is whole.
PlaceName read_seat(std::string_view name, const PlaceTable& table, const WordMap& place_words);

}  // namespace pressmark

// What the text alone says of an entity that may be a place: the places of its names, and the words around them.
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/place_table.h"
#include "passes/place_names.h"
#include "pressmark/article.h"

namespace pressmark {

struct PlaceCandidate {
  std::uint32_t place = 0;  // its number in the table
  PlaceRow row;
  bool other_name = true;   // it is called so by names that are not its own only
  std::uint32_t forms = 0;  // of the entity's forms, how many it is called by
};

// How many of an entity's mentions stand beside a word that says what it is.
struct ClassVotes {
  std::uint32_t city = 0;
  std::uint32_t division = 0;
  std::uint32_t nation = 0;
  std::uint32_t part = 0;

  void add(PlaceClasses classes, std::uint32_t mentions = 1);
  std::uint32_t of(PlaceKind kind) const;  // that say it is of this kind
  bool none() const { return city + division + nation == 0; }
};

struct PlaceDraft {
  Index entity = kNone;
  std::uint32_t mentions = 0;
  std::uint32_t forms = 0;  // that lead to a place
  bool whole = false;       // one of them is known as it is written
  std::vector<PlaceCandidate> candidates;
  ClassVotes votes;
  std::vector<PlaceRow> within;      // places in which it lies, as its own name or the words around it tell
  std::vector<Index> within_drafts;  // likewise, other entities
  bool elsewhere = false;            // it lies in a place in which none of its candidates does
  std::vector<Index> beside;         // entities named in one breath with it: "Florida, Georgia and Ohio"
  bool seat = false;                 // it is a body or building named after its place: "Irving Police Department"
  Index named = kNone;               // of such one, the draft of an entity that is called as the place in its name
};

// Does `place` lie in `area`?
bool lies_in(const PlaceRow& place, const PlaceRow& area);

// One for each entity of type LOC, FAC or ORG that has candidates.
std::vector<PlaceDraft> draft_places(std::string_view text, const std::vector<Token>& tokens,
                                     const std::vector<Entity>& entities, const PlaceTable& table,
                                     const WordMap& place_words);

}  // namespace pressmark

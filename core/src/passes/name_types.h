// candidates -> how much speaks for each type
#pragma once

#include <array>
#include <vector>

#include "passes/name_candidates.h"

namespace pressmark {

// By EntityType. A type with more than 0 may be it; where none has, the candidate is no name.
using TypeVotes = std::array<int, 8>;

// What the candidate's own words say: the gazetteer, heads ("Ministry of ..."), given names.
TypeVotes vote_by_words(const NameCandidate& candidate, const std::vector<Clue>& clues);

// What stands around it says: titles, prepositions, words of saying, an age.
TypeVotes vote_by_context(const NameCandidate& candidate, const std::vector<Token>& tokens,
                          const std::vector<Clue>& clues, TokenRange sentence, const Lexicons& lexicons);

// Nothing but ordinary words, where a capital tells little or is all there is.
bool is_doubtful(const NameCandidate& candidate, const std::vector<Clue>& clues);

}  // namespace pressmark

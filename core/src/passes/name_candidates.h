// clues -> stretches of tokens that may be names
//
// Runs of capitalized words with what joins them ("Ministry of Health and Prevention", "Ursula von der Leyen"), cut
// where two names or a title and a name meet ("U.S. | Central Intelligence Agency | Director | John Ratcliffe").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "passes/name_clues.h"

namespace pressmark {

struct NameCandidate {
  TokenRange tokens;
  std::string key;           // the same for the same name, however its letters are cased
  GazetteerFlags flags = 0;  // what the whole can be
  bool after_title = false;  // "President | X"
  bool all_common = false;   // ordinary words only
  bool is_initialism = false;
};

std::vector<NameCandidate> find_candidates(const std::vector<Token>& tokens, const std::vector<Sentence>& sentences,
                                           const std::vector<Clue>& clues, const Model& model,
                                           const Lexicons& lexicons);

// The words as gazetteer and lexicons hold them: one space where there is a gap.
std::string joined_key(const std::vector<Token>& tokens, const std::vector<Clue>& clues, TokenRange range);

// Reads like the name of a person: a given name first, or words that are none in the dictionary.
bool looks_like_person(const std::vector<Clue>& clues, TokenRange range);

}  // namespace pressmark

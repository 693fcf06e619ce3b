// The phrases that say who or what somebody is, as far as they reach: "a teacher from Leeds", "who teaches at Leeds".
// By word classes and borders, no grammar; every look is bounded.
#pragma once

#include <optional>

#include "passes/marked_tokens.h"
#include "passes/noun_phrases.h"
#include "passes/role_words.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

struct RolePhrase {
  TokenRange tokens;
  std::uint32_t head = 0;  // its head noun; its first token where it has none
};

// What is read.
struct RoleText {
  const TokenView& view;
  const NounPhrases& phrases;
  const RoleWords& words;
  const MarkedTokens& marked;
};

// A stretch between two borders, and where reading goes on.
struct Segment {
  TokenRange tokens;
  std::uint32_t next = 0;  // the border behind it
};

// From `first` to the next border before `ceiling`. It goes on over short brackets, titles in quotation marks, ",
// England," behind a place and ", ethics and politics at" in a list. Empty where no border comes soon.
Segment segment_from(const RoleText& text, std::uint32_t first, std::uint32_t ceiling);

enum class Complement : std::uint8_t {
  apposition,  // a verb in it shows that it is none
  predicate,   // it ends where the sentence goes on: "Lee is a teacher | and wants to stay"
};

// The noun phrase that begins a segment, with all that hangs on it; none where its head names nobody of that type. A
// relative clause belongs to it where it tells who somebody is, and where the head alone tells nothing ("the man who").
std::optional<RolePhrase> noun_phrase(const RoleText& text, TokenRange segment, EntityType type, Complement complement);

// The clause that begins with the "who" or "which" at the segment's start: all of it ("who teaches at Leeds"), or what
// somebody is by it ("who is | a teacher"); none where it tells what happened ("who was arrested on Monday").
std::optional<RolePhrase> relative_clause(const RoleText& text, TokenRange segment, EntityType type);

// What follows a form of "be" at `verb`: a noun phrase, or "elected mayor". The same for "serves as".
std::optional<RolePhrase> predicate(const RoleText& text, std::uint32_t verb, std::uint32_t ceiling, EntityType type);

}  // namespace pressmark

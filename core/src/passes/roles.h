// linked names -> how the text says who or what each entity is: titles before a name, appositions behind it and in
// front of it, clauses with "who", and what it "is" or "became"; with the pronoun that such words show ("her husband,
// Bill").
//
// A role is a clean phrase: with its article and all that hangs on it ("the head of the agency in Leeds"), without
// commas at its ends, without the verb of its sentence. Kept are "a teacher from Leeds", "54", "D-N.Y.", "of Hull",
// "who teaches at Leeds University", and of "who was mayor until 2010" the "mayor until 2010". No roles are Mr. and
// Mrs. alone, clauses that tell what happened ("who was arrested"), the possessor of a name ("NBC's"), and what a
// quotation says that somebody is. People have them, and organizations ("Harbour Bank, the country's largest lender").
#pragma once

#include <vector>

#include "passes/entity_details.h"

namespace pressmark {

// Fills in `roles` (each once, longest first, twelve at most) and `pronouns`.
void find_roles(const LinkedNames& linked, std::vector<Entity>& entities);

}  // namespace pressmark

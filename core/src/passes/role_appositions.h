// Who somebody is by what stands beside the name, between borders, or is said of it by "is".
#pragma once

#include <optional>
#include <vector>

#include "passes/role_phrases.h"

namespace pressmark {

// Behind the name: "(D-N.Y.)", "of Harbour University", ", 54,", ", a teacher from Leeds,", ", of Hull,", ", who leads
// the agency,", " — the party's leader —", one after another, or " is a teacher". `titled`: a title stands before the
// name.
std::vector<RolePhrase> roles_behind(const RoleText& text, const Name& name, TokenRange sentence, bool titled);

// In front of the name and a comma: "The mayor of Hull, | Ann Lee, said", "one of his sons, | Eric".
// `first`: where the name begins, with its title: "her deputy, | Mayor Ann Lee".
std::optional<RolePhrase> role_in_front(const RoleText& text, const Name& name, std::uint32_t first,
                                        TokenRange sentence);

// "Lee | is a teacher": not between quotation marks, nor where it is only supposed.
std::optional<RolePhrase> role_by_verb(const RoleText& text, const Name& name, TokenRange sentence);

}  // namespace pressmark

// Who somebody is by what stands right before the name: "former Russian Foreign Minister | Sergei Lavrov", "local
// resident | Tom Hill", "the actor | Tom Hanks", "54-year-old | Ann Lee", "Democrat | Ann Lee".
#pragma once

#include <optional>

#include "passes/role_phrases.h"

namespace pressmark {

// The title before a name of these tokens, not before `floor`: its head is a noun that names a person, what stands
// before it are modifiers, names, the possessor and the article. None for Mr. alone. For organizations only with an
// article or possessor before it and in lower case: "the airline | Ryanair".
std::optional<RolePhrase> title_before(const RoleText& text, const Name& name, std::uint32_t floor);

}  // namespace pressmark

// name forms -> which forms mean one organization, place or thing
#pragma once

#include <vector>

#include "model/gazetteer.h"
#include "passes/name_forms.h"
#include "passes/name_groups.h"
#include "passes/token_view.h"

namespace pressmark {

// "Goldman" for "Goldman Sachs", "the Council" for the one "City Council"; "Foreign Intelligence Service (FIS)", "FIS"
// elsewhere where one name of the text has these initials; "the North" for the one "North Korea"; a country that the
// tagger takes for a body here and there.
void link_bodies(const TokenView& view, const std::vector<Name>& names, const Gazetteer& gazetteer,
                 const Lexicons& lexicons, const NameForms& forms, NameGroups& groups);

}  // namespace pressmark

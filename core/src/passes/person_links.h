// name forms -> which forms mean one person
#pragma once

#include <vector>

#include "model/gazetteer.h"
#include "passes/name_forms.h"
#include "passes/name_groups.h"
#include "passes/token_view.h"

namespace pressmark {

// "Bill and Hillary Clinton": gives the bare given name the last name that it shares.
void share_last_names(const TokenView& view, const std::vector<Name>& names, const Gazetteer& gazetteer,
                      NameForms& forms);

// "Donald Trump" with "Donald J. Trump" and "D. Trump"; "Trump" with the one person whose name ends so (or begins so,
// or has it for a nickname). Titles keep men and women apart. Where several people have that last name, `form_of` of
// each bare mention becomes a form of the one whom it means: the one named most, where it is named twice as often as
// any other, else the one whose full name was read last.
void link_people(const std::vector<Name>& names, NameForms& forms, NameGroups& groups);

}  // namespace pressmark

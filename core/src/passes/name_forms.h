// names -> the ways in which each is written
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "pressmark/article.h"

namespace pressmark {

// Forms that the user taught to the names that they stand for.
using TaughtNames = std::map<std::string_view, std::string_view>;

using NameWords = std::vector<std::string>;

// "ann lee"
std::string joined(const NameWords& words);

// One way in which a name is written; its occurrences are names of the text.
struct NameForm {
  EntityType type = EntityType::person;
  NameWords words;  // in lower case, without full stops, "Jr." and a leading "the"; "US Senate" is united states senate
  NameWords nicknames;  // of a person, in marks or brackets within the name: William “Duke” Hutchins
  std::string surface;  // as it is written where it comes first
  bool whole = false;   // it stands for its full form (name_aliases.tsv, or taught), which is `words`
  // Of a person: above 0 he, below she; 3 by a title ("Mrs."), 2 by the given name, 0 unknown. "Mrs. Lee" and "Mr. Lee"
  // are two forms.
  int gender = 0;

  bool full_person() const { return type == EntityType::person && words.size() > 1; }
};

struct NameForms {
  std::vector<NameForm> forms;
  std::vector<std::uint32_t> form_of;  // of each name
};

NameForms read_name_forms(std::string_view text, const std::vector<Token>& tokens, const std::vector<Name>& names,
                          const TaughtNames& taught, const Gazetteer& gazetteer, const Lexicons& lexicons);

}  // namespace pressmark

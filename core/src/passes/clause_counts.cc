#include "passes/clause_counts.h"

namespace pressmark {

namespace {

bool is_clause_verb(Function function) {
  return function == Function::main || function == Function::complement || function == Function::adverbial ||
         function == Function::relative;
}

}  // namespace

ClauseCounts::ClauseCounts(const ReferenceInput& input, const std::vector<Site>& sites)
    : verbs(input.functions.size()),
      mains(input.functions.size()),
      subjects(input.functions.size()),
      objects(input.functions.size()),
      plurals(input.functions.size()) {
  std::vector<bool> mentioned(input.functions.size());
  for (const Site& site : sites) mentioned[site.head] = true;
  for (std::size_t i = 0; i < input.functions.size(); ++i) {
    const Function function = input.functions[i];
    const bool noun = !mentioned[i] && input.tokens[i].kind == TokenKind::word;
    const bool subject = noun && function == Function::subject;
    const bool object = noun && (function == Function::object || function == Function::oblique);
    verbs.add(is_clause_verb(function));
    mains.add(function == Function::main);
    subjects.add(subject);
    objects.add(object);
    plurals.add((subject || object) && input.text[input.tokens[i].span.end - 1] == 's');
  }
}

}  // namespace pressmark

#include "passes/names.h"

namespace pressmark {

std::vector<Name> find_names(std::string_view, const std::vector<Token>&, const std::vector<Sentence>&, const Tags&,
                             const std::vector<DictionaryEntry>&) {
  return {};
}

}  // namespace pressmark

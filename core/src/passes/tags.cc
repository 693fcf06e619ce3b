#include "passes/tags.h"

namespace pressmark {

Tags tag(std::string_view, const std::vector<Token>& tokens, const std::vector<Sentence>&, const Model&,
         const Lexicons&) {
  return {std::vector<Tag>(tokens.size())};
}

}  // namespace pressmark

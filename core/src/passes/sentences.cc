#include "passes/sentences.h"

namespace pressmark {

std::vector<Sentence> split_sentences(std::string_view, const std::vector<Token>&, const std::vector<Block>&,
                                      const Lexicons&) {
  return {};
}

}  // namespace pressmark

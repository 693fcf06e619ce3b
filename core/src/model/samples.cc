#include "model/samples.h"

#include <string>

#include "model/format.h"
#include "passes/blocks.h"
#include "passes/features.h"
#include "passes/marks.h"
#include "passes/names.h"
#include "passes/pieces.h"
#include "passes/sentences.h"
#include "passes/settle_names.h"
#include "passes/sums.h"
#include "passes/tags.h"
#include "passes/tokens.h"

namespace pressmark {

namespace {

bool comes_back(const ModelSample& sample, const Model& model, const Lexicons& lexicons) {
  Request request;
  request.text = std::string(sample.text);
  request.clean = true;
  const std::vector<Token> tokens = tokenize(request.text, lexicons);
  const std::vector<Block> blocks =
      find_blocks(request.text, tokens, request, model.blocks(), model.gazetteer(), lexicons);
  const std::vector<Sentence> sentences = split_sentences(request.text, tokens, blocks, lexicons);
  const std::vector<MarkedRegion> marks = pair_marks(request.text, tokens, blocks);
  const Pieces pieces = cut_pieces(request.text, tokens, sentences);
  const Features features = find_features(request.text, tokens, marks, pieces, model.knowledge(lexicons));
  const std::vector<Name> tagged =
      settle_names(request.text, tag(tokens.size(), pieces, features, model.weights()).names, lexicons);
  const std::vector<TokenRange> sums = find_sums(request.text, tokens, sentences, lexicons);
  const std::vector<Name> names = find_names(request.text, tokens, sentences, tagged, sums, {});
  if (names.size() != sample.names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view text = sample.text.substr(names[i].span.start, names[i].span.length());
    if (text != sample.names[i].text || names[i].type != sample.names[i].type) return false;
  }
  return true;
}

}  // namespace

std::optional<Error> check_samples(const Model& model, const Lexicons& lexicons) {
  for (const ModelSample& sample : model.samples()) {
    if (!comes_back(sample, model, lexicons)) {
      return model_error("does not give its sample \"" + std::string(sample.text) + "\" back");
    }
  }
  return std::nullopt;
}

}  // namespace pressmark

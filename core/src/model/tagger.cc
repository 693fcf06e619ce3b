#include "model/tagger.h"

#include <algorithm>
#include <array>

namespace pressmark {

TagScores decode(const Emissions& emissions, const Pieces& pieces, const Weights& weights, const Kernels& kernels) {
  TagScores tags(pieces.all.size());
  ChainDecoder decoder(kernels);
  std::vector<Decision> row;
  for (const PieceRange paragraph : pieces.paragraphs) {
    row.resize(paragraph.size());
    const auto run = [&](const Chain& chain, const Floats& scores, std::size_t stride, std::size_t column,
                         Decision PieceTags::*task) {
      decoder.decode(chain, scores.data() + paragraph.first * stride + column, stride, row.size(), row.data());
      for (std::size_t i = 0; i < row.size(); ++i) tags[paragraph.first + i].*task = row[i];
    };
    run(weights.entity_chain, emissions.entity, sizes::kEntityTags, 0, &PieceTags::entity);
    const std::array<Decision PieceTags::*, sizes::kAttributions> tasks = {&PieceTags::source, &PieceTags::cue,
                                                                           &PieceTags::content};
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      run(weights.attribution_chains[i], emissions.attribution, Emissions::kAttribution, i * sizes::kAttributionTags,
          tasks[i]);
    }
  }
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const float* piece = &emissions.function[i * sizes::kFunctions];
    tags[i].function = static_cast<std::uint8_t>(std::max_element(piece, piece + sizes::kFunctions) - piece);
  }
  return tags;
}

TagScores tag_pieces(const Features& features, const Pieces& pieces, const Weights& weights, const Kernels& kernels) {
  return decode(encode(features, pieces, weights, kernels), pieces, weights, kernels);
}

}  // namespace pressmark

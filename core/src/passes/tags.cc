#include "passes/tags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "model/tagger.h"

namespace pressmark {

namespace {

// The types of the entity head in the order of its tags; dates belong to another pass.
constexpr std::array<std::optional<EntityType>, 9> kTypes = {EntityType::person, EntityType::org,   EntityType::loc,
                                                             EntityType::fac,    EntityType::norp,  EntityType::product,
                                                             EntityType::misc,   EntityType::money, std::nullopt};

Score score_of(float probability) {
  return static_cast<Score>(std::clamp(std::lround(probability * 1000.0F), 0L, 1000L));
}

// Tags are 0 for outside, then one for the beginning and one for the inside of each type.
bool begins(const Decision& decision) { return decision.tag % 2 == 1; }
bool goes_on(const Decision& decision) { return decision.tag != 0 && decision.tag % 2 == 0; }

// Each stretch of a paragraph that `decision_of` tags, as (first piece, piece behind the last, least probability).
template <typename DecisionOf, typename Found>
void find_stretches(PieceRange paragraph, const DecisionOf& decision_of, const Found& found) {
  for (std::uint32_t i = paragraph.first; i < paragraph.last;) {
    if (!begins(decision_of(i))) {
      ++i;
      continue;
    }
    const std::uint32_t first = i;
    float least = decision_of(i).probability;
    for (++i; i < paragraph.last && goes_on(decision_of(i)); ++i) least = std::min(least, decision_of(i).probability);
    found(first, i, least);
  }
}

TokenRange tokens_of(const Pieces& pieces, std::uint32_t first, std::uint32_t last) {
  return {pieces.all[first].token, pieces.all[last - 1].token + 1};
}

Span span_of(const Pieces& pieces, std::uint32_t first, std::uint32_t last) {
  return {pieces.all[first].span.start, pieces.all[last - 1].span.end};
}

}  // namespace

Tags tag(std::size_t tokens, const Pieces& pieces, const Features& features, const Weights& weights) {
  const TagScores scores = tag_pieces(features, pieces, weights);
  Tags tags;
  tags.functions.resize(tokens);
  for (std::size_t i = 0; i < pieces.all.size(); ++i) {
    tags.functions[pieces.all[i].token] = static_cast<Function>(scores[i].function);
  }
  for (const PieceRange paragraph : pieces.paragraphs) {
    find_stretches(
        paragraph, [&](std::uint32_t i) { return scores[i].entity; },
        [&](std::uint32_t first, std::uint32_t last, float least) {
          const auto type = kTypes[(scores[first].entity.tag - 1) / 2];
          if (!type) return;
          tags.names.push_back({tokens_of(pieces, first, last), span_of(pieces, first, last), *type, score_of(least)});
        });
    const std::size_t before = tags.parts.size();
    const auto find_parts = [&](AttributionPart part, Decision PieceTags::*decision) {
      find_stretches(
          paragraph, [&](std::uint32_t i) { return scores[i].*decision; },
          [&](std::uint32_t first, std::uint32_t last, float least) {
            tags.parts.push_back({tokens_of(pieces, first, last), span_of(pieces, first, last), part, score_of(least)});
          });
    };
    find_parts(AttributionPart::source, &PieceTags::source);
    find_parts(AttributionPart::cue, &PieceTags::cue);
    find_parts(AttributionPart::content, &PieceTags::content);
    std::stable_sort(tags.parts.begin() + static_cast<std::ptrdiff_t>(before), tags.parts.end(),
                     [](const TaggedPart& a, const TaggedPart& b) { return a.span.start < b.span.start; });
  }
  return tags;
}

}  // namespace pressmark

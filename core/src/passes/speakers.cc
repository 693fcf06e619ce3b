#include "passes/speakers.h"

#include <algorithm>

#include "passes/mention_index.h"

namespace pressmark {

std::vector<Speakers> find_speakers(std::string_view text, const std::vector<Token>& tokens,
                                    const std::vector<Quotation>& quotations, const std::vector<Entity>& entities,
                                    const std::vector<Reference>& references) {
  const std::vector<LocatedMention> mentions = locate_mentions(entities);
  const auto meant_by = [&](Span phrase) {
    std::vector<Index> meant = entities_named(text, tokens, mentions, entities, phrase);
    if (!meant.empty()) return meant;
    // A pronoun or description that makes up the phrase.
    auto reference = std::partition_point(references.begin(), references.end(),
                                          [&](const Reference& r) { return r.mention.span.start < phrase.start; });
    for (; reference != references.end() && phrase == reference->mention.span; ++reference) {
      meant.push_back(reference->entity);
    }
    return meant;
  };
  const auto one_meant_by = [&](const std::optional<Span>& phrase) {
    const std::vector<Index> meant = phrase ? meant_by(*phrase) : std::vector<Index>();
    return meant.empty() ? kNone : meant.front();
  };
  std::vector<Speakers> speakers(quotations.size());
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& quotation = quotations[i];
    if (quotation.speaker && quotation.speaker->speaker_class != SpeakerClass::unnamed) {
      speakers[i].speaker = meant_by(quotation.speaker->span);
    }
    speakers[i].via = one_meant_by(quotation.via);
    speakers[i].addressee = one_meant_by(quotation.addressee);
  }
  return speakers;
}

}  // namespace pressmark

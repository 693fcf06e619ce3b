// pieces, features -> what the tagger takes them for
//
// The learned tagger proposes: names with their types, and the parts of attributions. What reads the tags (names.h,
// quotations) disposes.
#pragma once

#include <vector>

#include "model/weights.h"
#include "passes/features.h"
#include "passes/pieces.h"
#include "pressmark/article.h"

namespace pressmark {

// The parts of an attribution as PolNeAR calls them: who says it, the words of saying, what is said.
enum class AttributionPart : std::uint8_t { source, cue, content };

struct TaggedPart {
  TokenRange tokens;
  Span span;
  AttributionPart part = AttributionPart::source;
  Score score = 0;  // that each piece of it has its tag: the least probable counts
};

// Both in the order of the text. Names do not overlap, and parts of one kind neither; a source may stand in a content.
// A stretch ends with its paragraph. Of two names in one token ("Russia-Ukraine") each has the token, and its own span.
struct Tags {
  std::vector<Name> names;
  std::vector<TaggedPart> parts;
};

Tags tag(const Pieces& pieces, const Features& features, const Weights& weights);

}  // namespace pressmark

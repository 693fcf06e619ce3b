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

// What a word does in its sentence, as Universal Dependencies would call it; of words joined by "and" each has what the
// first has. A clause's verb is what its subject hangs on, or the copula.
enum class Function : std::uint8_t {
  other,
  subject,     // nsubj, of a passive too
  object,      // obj, iobj
  oblique,     // obl: hangs on a verb by its preposition
  modifier,    // nmod: hangs on a noun by its preposition
  possessor,   // nmod:poss
  apposition,  // appos
  inside,      // compound, flat: stands in front of the head of its phrase
  main,        // the verb of a main clause
  complement,  // of a clause that is said, thought, known: ccomp, parataxis
  adverbial,   // of one that tells when, why, if: advcl
  relative,    // acl
  open,        // xcomp: without a subject of its own
  predicate,   // "is a teacher": what the copula says
};

// Names and parts are in the order of the text. Names do not overlap, and parts of one kind neither; a source may stand
// in a content. A stretch ends with its paragraph. Of two names in one token ("Russia-Ukraine") each has the token, and
// its own span.
struct Tags {
  std::vector<Name> names;
  std::vector<TaggedPart> parts;
  std::vector<Function> functions;  // of each token that is in a sentence: of its last piece
};

// `tokens` is their number.
Tags tag(std::size_t tokens, const Pieces& pieces, const Features& features, const Weights& weights);

}  // namespace pressmark

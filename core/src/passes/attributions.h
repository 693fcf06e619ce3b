// tagged parts -> attributions: which source and which words of saying belong to which content
//
// The tagger says of each stretch of text alone whether somebody is quoted there, whether it tells who or that it is
// said. What belongs together is near together: a content goes with the nearest cue of its paragraph, whatever long
// phrase of a source stands between them ("...," said Holt, an engineer who has ... for years. "..."), a cue with the
// nearest source.
#pragma once

#include <vector>

#include "passes/marked_tokens.h"
#include "passes/tags.h"
#include "pressmark/article.h"

namespace pressmark {

struct Attribution {
  std::vector<TokenRange> content;  // pieces in order; one at least
  TokenRange cue;                   // empty where none is near
  TokenRange source;                // likewise
  Score source_score = 0;           // that it is one, to its ends
};

// In the order of their first pieces.
std::vector<Attribution> join_parts(const std::vector<TaggedPart>& parts, const std::vector<Block>& blocks,
                                    const std::vector<Sentence>& sentences, const MarkedTokens& marked);

}  // namespace pressmark

// sentences, marks, names -> quotations with cue and speaker phrase
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "passes/tags.h"
#include "pressmark/article.h"

namespace pressmark {

// What find_quotations reads: the layers above it, by reference.
struct QuotationInput {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Block>& blocks;
  const std::vector<Sentence>& sentences;
  const std::vector<MarkedRegion>& marks;
  const std::vector<Name>& names;
  const std::vector<TaggedPart>& parts;
  const Lexicons& lexicons;
};

// Finds who says what by which words. Marked regions that nobody says (scare quotes, titles of works) give nothing.
std::vector<Quotation> find_quotations(const QuotationInput& input);

}  // namespace pressmark

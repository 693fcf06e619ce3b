// entities, quotations -> what pronouns and descriptions mean
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/model.h"
#include "pressmark/article.h"

namespace pressmark {

// Finds the antecedents of personal pronouns, those inside quotations too ("I" is the speaker), in the order of the
// text.
std::vector<Reference> resolve_references(std::string_view text, const std::vector<Token>& tokens,
                                          const std::vector<Sentence>& sentences, const std::vector<Entity>& entities,
                                          const std::vector<Quotation>& quotations, const Model& model,
                                          const Lexicons& lexicons);

}  // namespace pressmark

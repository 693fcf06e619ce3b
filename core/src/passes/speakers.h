// quotations, entities, references -> whom each speaker phrase means
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// One row a quotation. A phrase means the entity whose name is its head, or which its pronoun refers to; the unnamed
// mean nobody.
std::vector<Speakers> find_speakers(std::string_view text, const std::vector<Token>& tokens,
                                    const std::vector<Quotation>& quotations, const std::vector<Entity>& entities,
                                    const std::vector<Reference>& references);

}  // namespace pressmark

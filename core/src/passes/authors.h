// Who wrote the article: which lines of the page tell it, and what they tell together.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// `agency`: the first publisher that a byline names ("Reuters"). Where no person is named the authors are the body
// that is ("Staff Reports"), or the agency.
struct Authors {
  std::vector<Field> authors;
  std::optional<Field> agency;
};

// Bylines around the headline come first, then dates and short lines there that name a person, then what is signed
// behind the article.
Authors find_authors(const TokenView& view, const std::vector<Block>& blocks, const Lexicons& lexicons,
                     const Gazetteer& gazetteer);

}  // namespace pressmark

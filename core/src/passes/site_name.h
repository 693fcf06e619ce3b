// The site and its section where no page told them.
#pragma once

#include <optional>
#include <vector>

#include "lexicons.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// Whose the copyright is ("(c) 2025 Daily Herald. All rights reserved."), if the page has that name elsewhere, too:
// many a copyright is an owner's whom no reader knows.
std::optional<Field> find_site(const TokenView& view, const std::vector<Block>& blocks, const Lexicons& lexicons);

// The last step of the path above the headline that leads to it: "Home » News » Europe".
std::optional<Field> find_section(const TokenView& view, const std::vector<Block>& blocks);

}  // namespace pressmark

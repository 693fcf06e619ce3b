// blocks, and what the page tells -> title, byline, agency, date of publication ...
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "pressmark/article.h"

namespace pressmark {

// What the page told of itself wins over what the text shows.
Metadata find_metadata(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                       const PageMetadata& page, const Lexicons& lexicons, const Gazetteer& gazetteer);

// The date given; else the published one; else the dateline's; else none.
ReferenceDate find_reference_date(const std::optional<Date>& given, const Metadata& metadata);

}  // namespace pressmark

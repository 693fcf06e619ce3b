// When an article appeared and when it was changed, as the lines around its headline say.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

struct PageDate {
  Date date;
  Span span;
  Score score = 0;
};

struct PageDates {
  std::optional<PageDate> published;
  std::optional<PageDate> updated;
};

// Looks at blocks that are dates or bylines, then at what stands beside the headline and at the body's ends. A date
// that only "updated" tells is that of publication too, as far as anybody knows.
PageDates find_page_dates(std::string_view text, const std::vector<Block>& blocks, const Lexicons& lexicons);

}  // namespace pressmark

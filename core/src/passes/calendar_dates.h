// Dates of the calendar as news writes them in full: "March 12, 2025", "12 March 2025", "2025-03-12".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicons.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

struct FoundDate {
  Date date;
  TokenRange tokens;
};

// The first full date within the tokens.
std::optional<FoundDate> find_calendar_date(const TokenView& view, TokenRange range, const Lexicons& lexicons);

}  // namespace pressmark

// "KYIV, Ukraine (AP) — ": the place, and often the agency, with which a report begins.
#pragma once

#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// The tokens of the dateline at the beginning of a block, without its dash; empty where there is none. It is written in
// capitals or ends with a bracket, and a dash parts it from the story.
TokenRange find_dateline(const TokenView& view, TokenRange block);

}  // namespace pressmark

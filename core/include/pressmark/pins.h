// The reader's corrections. They are a log: a list of operations to which each correction is added, and nothing is
// changed or taken out, not even by an undo, which is an operation like the others. core/schema/ says what each holds:
//
//     {"op": "same", "id": "7", "at": {"start": 812, "end": 816, "quote": "Lund", "before": "the clerk, ", "after":
//      " said"}, "as": {"start": 20, "end": 28, "quote": "Ana Lund"}}                     Lund is Ana Lund
//     {"op": "undo", "id": "8", "of": "7"}                                                or is not
//
// A log belongs to a text, but not to one analysis of it: every operation says by words where it stands, and finds
// them again in a text that was edited or that a newer program analysed. What cannot be placed any more is not
// applied; Article::pins says so, and why.
//
// What an operation makes or changes is `by_reader`. The rest stays as the machine has it: an empty log, or one of
// which all is undone, changes nothing. The same log gives the same Article, whether analyze() applies it or this does:
//
//     auto machine = analyzer->analyze_before_pins(request);      // once
//     auto article = pressmark::apply_pins(*machine, log);        // after each correction, the whole log
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

// Applies the operations, each the text of a JSON object, in the order of the log. `machine` is an article to which
// none was applied; its places may be resolved, and are resolved again after this where types or names changed. None
// where the log says something else of blocks than the one that the article was analysed with: what a block is decides
// over sentences, names and all that follows, so then it has to be analysed anew.
std::optional<Article> apply_pins(const Article& machine, const std::vector<std::string>& log);

// A list of operations, as JSON, becomes a log. Fails only where it is no JSON or no list.
Result<std::vector<std::string>> read_pins(std::string_view json);

}  // namespace pressmark

// The forms in which an Article is taken away: one function a format, one file each in src/output/. All of them are
// UTF-8 without a byte order mark, and the same bytes on every machine.
#pragma once

#include <string>
#include <string_view>

#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

// `pressmark.analysis/1` on one line, without a line feed at its end. Offsets are counted as article.offsets says.
std::string to_json(const Article& article);

// {"id", "error": {"code", "message", "line"}}: what stands in the place of an analysis that failed. `id` is null
// where it is empty, `line` where it is 0.
std::string to_json(const Error& error, std::string_view id);

}  // namespace pressmark

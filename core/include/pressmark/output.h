// The forms in which an Article is taken away: one function a format, one file each in src/output/. All of them are
// UTF-8 without a byte order mark, and the same bytes on every machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pressmark/archive.h"
#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

// `pressmark.analysis/1` on one line, without a line feed at its end. Offsets are counted as article.offsets says.
std::string to_json(const Article& article);

// {"id", "error": {"code", "message", "line"}}: what stands in the place of an analysis that failed. `id` is null
// where it is empty, `line` where it is 0.
std::string to_json(const Error& error, std::string_view id);

// `pressmark.request/1` on one line: id, text, offsets, and what is told of page and blocks. Hints, dictionary and pins
// are not written.
std::string to_json(const Request& request);

// The articles of `text` as a list of {"start", "end", "metadata", "blocks"}: with text[start, end) each is a request.
// Its blocks are counted from `start`.
std::string to_json(const std::vector<ArchivedArticle>& articles, std::string_view text, Offsets offsets);

}  // namespace pressmark

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicons.h"
#include "passes/page_dates.h"

namespace {

using pressmark::BlockKind;

struct Line {
  std::string text;
  BlockKind kind;
};

// "2025-03-03 updated 2025-03-04"
std::string dates_of(const std::vector<Line>& lines) {
  std::string text;
  std::vector<pressmark::Block> blocks;
  for (const Line& line : lines) {
    pressmark::Block block;
    block.span.start = static_cast<std::uint32_t>(text.size());
    text += line.text;
    block.span.end = static_cast<std::uint32_t>(text.size());
    block.kind = line.kind;
    blocks.push_back(block);
    text += "\n\n";
  }
  const auto lexicons = pressmark::Lexicons::load();
  const auto dates = pressmark::find_page_dates(text, blocks, lexicons);
  std::string all;
  if (dates.published) all += to_string(dates.published->date);
  if (dates.updated) all += " updated " + to_string(dates.updated->date);
  return all;
}

const Line kTitle{"Bridge to close", BlockKind::title};
const Line kBody{"On May 1, 2020 the old bridge was closed.", BlockKind::body};

}  // namespace

TEST_CASE("page dates: published and updated") {
  CHECK(dates_of({kTitle, {"Updated March 4, 2025; published March 3, 2025", BlockKind::date}, kBody}) ==
        "2025-03-03 updated 2025-03-04");
  CHECK(dates_of({kTitle, {"By Ann Lee, 3 March 2025", BlockKind::byline}, kBody}) == "2025-03-03");
  CHECK(dates_of({kTitle, {"Last updated: 3 March 2025", BlockKind::date}, kBody}) == "2025-03-03 updated 2025-03-03");
  CHECK(dates_of({kTitle, kBody}).empty());
}

TEST_CASE("page dates: a line beside the headline that was set aside") {
  CHECK(dates_of({kTitle, {"March 3, 2025 Share", BlockKind::chrome}, kBody}) == "2025-03-03");
  CHECK(dates_of({kTitle, kBody, {"Posted 3.3.2025", BlockKind::chrome}}) == "2025-03-03");
  CHECK(dates_of({{"Today is March 3, 2025", BlockKind::chrome},
                  {"Menu", BlockKind::chrome},
                  {"News", BlockKind::chrome},
                  {"Sport", BlockKind::chrome},
                  kTitle,
                  kBody})
            .empty());
}

TEST_CASE("page dates: other dates of the page tell the order of day and month") {
  CHECK(dates_of({kTitle, {"Published 03/04/2025", BlockKind::date}, kBody}) == "2025-03-04");
  CHECK(dates_of({kTitle, {"Published 03/04/2025, updated 13/04/2025", BlockKind::date}, kBody}) ==
        "2025-04-03 updated 2025-04-13");
}

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "lexicons.h"
#include "passes/authors.h"
#include "passes/tokens.h"
#include "project_model.h"

namespace {

using pressmark::BlockKind;

// "Ann Lee, Bo Ek / Reuters": the authors, then the agency.
std::string authors_of(const std::vector<std::pair<BlockKind, std::string>>& lines) {
  const auto lexicons = pressmark::Lexicons::load();
  std::string text;
  for (const auto& [kind, line] : lines) text += line + "\n\n";
  const auto tokens = pressmark::tokenize(text, lexicons);
  std::vector<pressmark::Block> blocks;
  std::uint32_t start = 0;
  std::uint32_t token = 0;
  for (const auto& [kind, line] : lines) {
    pressmark::Block block;
    block.kind = kind;
    block.span = {start, start + static_cast<std::uint32_t>(line.size())};
    block.tokens.first = token;
    while (token < tokens.size() && tokens[token].span.start < block.span.end) ++token;
    block.tokens.last = token;
    blocks.push_back(block);
    start = block.span.end + 2;
  }
  const pressmark::TokenView view(text, tokens);
  const auto found = pressmark::find_authors(view, blocks, lexicons, pressmark::test::project_model().gazetteer());
  std::string all;
  for (const pressmark::Field& field : found.authors) all += (all.empty() ? "" : ", ") + field.value;
  return found.agency ? all + " / " + found.agency->value : all;
}

const std::pair<BlockKind, std::string> kTitle{BlockKind::title, "Bridge to close for a year"};
const std::pair<BlockKind, std::string> kBody{BlockKind::body, "The old bridge over the river will close on Monday."};

}  // namespace

TEST_CASE("authors: bylines around the headline, not the photographer's or what is signed below") {
  CHECK(authors_of({kTitle, {BlockKind::byline, "By Ann Lee"}, kBody}) == "Ann Lee");
  CHECK(authors_of({kTitle, {BlockKind::byline, "Ann Lee"}, {BlockKind::byline, "Bo Ekman"}, kBody}) ==
        "Ann Lee, Bo Ekman");
  CHECK(authors_of({kTitle,
                    {BlockKind::byline, "By Ann Lee"},
                    {BlockKind::chrome, "Share"},
                    {BlockKind::byline, "Mary Brown"},
                    kBody,
                    {BlockKind::byline, "With assistance by John Carter"}}) == "Ann Lee");
  CHECK(authors_of({kTitle, kBody, {BlockKind::byline, "Mary Brown"}}) == "Mary Brown");
  CHECK(authors_of({kTitle, {BlockKind::byline, "Edited by Mary Brown"}, kBody}) == "Mary Brown");
}

TEST_CASE("authors: 'By' alone, a name in the line of the date, a line that is a name") {
  CHECK(authors_of({kTitle, {BlockKind::byline, "By"}, {BlockKind::chrome, "Mary Brown"}, kBody}) == "Mary Brown");
  CHECK(authors_of({kTitle, {BlockKind::date, "Mary Brown / Updated: Oct 9, 2019, 11:05"}, kBody}) == "Mary Brown");
  CHECK(authors_of({kTitle, {BlockKind::chrome, "Mary Brown @marybrown / 2 days"}, kBody}) == "Mary Brown");
  CHECK(authors_of({kTitle, {BlockKind::chrome, "Share on Facebook"}, kBody}).empty());
}

TEST_CASE("authors: the house where no person is named, and the agency") {
  CHECK(authors_of({kTitle, {BlockKind::byline, "By Staff Reports"}, kBody}) == "Staff Reports");
  CHECK(authors_of({kTitle, {BlockKind::byline, "By Ann Lee, Reuters"}, kBody}) == "Ann Lee / Reuters");
}

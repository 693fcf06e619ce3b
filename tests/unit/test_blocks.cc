#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicons.h"
#include "passes/blocks.h"
#include "passes/tokens.h"
#include "project_model.h"

namespace {

using pressmark::Block;
using pressmark::BlockKind;
using pressmark::Request;
using pressmark::Span;

const std::string kText =
    "Bridge to close for a year\n\nThe old bridge over the river will close on Monday for a year, the city said.\n\n"
    "Ann Lee\n\nEngineers found cracks in two of its piers last week, and the tunnel will be used.\n\nMore from us";

std::vector<Block> blocks_of(Request request) {
  request.text = kText;
  const auto lexicons = pressmark::Lexicons::load();
  const auto& model = pressmark::test::project_model();
  return pressmark::find_blocks(kText, pressmark::tokenize(kText, lexicons), request, model.blocks(), model.gazetteer(),
                                lexicons);
}

Span span_of(const std::string& words) {
  const auto at = static_cast<std::uint32_t>(kText.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

BlockKind kind_of(const std::vector<Block>& blocks, const std::string& words) {
  const Span span = span_of(words);
  const auto found =
      std::find_if(blocks.begin(), blocks.end(), [span](const Block& block) { return block.span.contains(span); });
  REQUIRE(found != blocks.end());
  return found->kind;
}

}  // namespace

TEST_CASE("blocks: what HTML tells is evidence") {
  Request request;
  request.hints = {{span_of("Bridge to close for a year"), 1}, {span_of("Ann Lee")}};
  request.hints[1].author = true;
  const auto blocks = blocks_of(request);
  CHECK(kind_of(blocks, "Bridge to close") == BlockKind::title);
  CHECK(kind_of(blocks, "Ann Lee") == BlockKind::byline);
  CHECK(kind_of(blocks, "More from us") == BlockKind::chrome);

  request.hints = {{span_of("Engineers found cracks in two of its piers last week, and the tunnel will be used.")}};
  request.hints[0].link_density = 900;
  CHECK(kind_of(blocks_of(request), "Engineers found") != BlockKind::body);
  CHECK(kind_of(blocks_of({}), "Engineers found") == BlockKind::body);
}

TEST_CASE("blocks: the user's word wins, and cuts a block where it ends") {
  Request request;
  request.blocks = {{span_of("The old bridge"), BlockKind::chrome}, {span_of("More from us"), BlockKind::body}};
  const auto blocks = blocks_of(request);
  CHECK(kind_of(blocks, "The old bridge") == BlockKind::chrome);
  CHECK(kind_of(blocks, "over the river") == BlockKind::body);
  CHECK(kind_of(blocks, "More from us") == BlockKind::body);
  CHECK(std::all_of(blocks.begin(), blocks.end(), [](const Block& block) { return !block.span.empty(); }));
}

TEST_CASE("blocks: a clean text has no chrome") {
  Request request;
  request.clean = true;
  for (const Block& block : blocks_of(request)) CHECK(block.kept());
  CHECK(kind_of(blocks_of({}), "More from us") == BlockKind::chrome);
}

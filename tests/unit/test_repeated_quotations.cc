#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "lexicons.h"
#include "passes/repeated_quotations.h"
#include "passes/tokens.h"

namespace {

using pressmark::BlockKind;

// A block a line, each one quotation whole; what each repeats, "-" for nothing.
std::string repeats_of(const std::vector<std::pair<BlockKind, std::string>>& lines) {
  std::string text;
  std::vector<pressmark::Block> blocks;
  std::vector<pressmark::Quotation> quotations;
  for (const auto& [kind, line] : lines) {
    const auto start = static_cast<std::uint32_t>(text.size());
    text += line + "\n";
    const pressmark::Span span{start, start + static_cast<std::uint32_t>(line.size())};
    pressmark::Quotation quotation;
    quotation.block = static_cast<pressmark::Index>(blocks.size());
    quotation.content = {span};
    quotations.push_back(quotation);
    pressmark::Block block;
    block.span = span;
    block.kind = kind;
    blocks.push_back(block);
  }
  const auto tokens = pressmark::tokenize(text, pressmark::Lexicons::load());
  pressmark::mark_repeated_quotations(text, tokens, blocks, quotations);
  std::string all;
  for (const auto& quotation : quotations)
    all += quotation.duplicate_of == pressmark::kNone ? "-" : std::to_string(quotation.duplicate_of);
  return all;
}

}  // namespace

TEST_CASE("repeated quotations: what headline, caption and pull quote say again of the body's counts once") {
  const std::pair<BlockKind, std::string> body{BlockKind::body,
                                               "Nobody told us that the bridge would close, not even once"};
  CHECK(repeats_of({{BlockKind::title, "Nobody told us"}, body}) == "1-");
  CHECK(repeats_of({body, {BlockKind::pull_quote, "the bridge would close, not even once"}}) == "-0");
  CHECK(repeats_of({body, {BlockKind::caption, "“The Bridge would close”"}}) == "-0");
  CHECK(repeats_of(
            {{BlockKind::pull_quote, "the bridge would close"}, {BlockKind::title, "The bridge would close"}, body}) ==
        "22-");
}

TEST_CASE("repeated quotations: other words, two words, and the body's own stay") {
  const std::pair<BlockKind, std::string> body{BlockKind::body, "Nobody told us that the bridge would close"};
  CHECK(repeats_of({{BlockKind::title, "Nobody told us of the tunnel"}, body}) == "--");
  CHECK(repeats_of({{BlockKind::title, "Nobody told"}, body}) == "--");
  CHECK(repeats_of({body, body}) == "--");
  CHECK(repeats_of({{BlockKind::title, "Nobody told us"}, {BlockKind::chrome, "Nobody told us"}}) == "--");
}

#include <doctest/doctest.h>

#include <string>

#include "lexicons.h"
#include "passes/blocks.h"
#include "passes/metadata.h"
#include "passes/tokens.h"
#include "project_model.h"

namespace {

using pressmark::Metadata;

Metadata metadata_of(const std::string& text, const pressmark::PageMetadata& page = {}) {
  const auto lexicons = pressmark::Lexicons::load();
  const auto tokens = pressmark::tokenize(text, lexicons);
  pressmark::Request request;
  request.text = text;
  request.metadata = page;
  const auto& model = pressmark::test::project_model();
  const auto blocks = pressmark::find_blocks(text, tokens, request, model.blocks(), model.gazetteer(), lexicons);
  return pressmark::find_metadata(text, tokens, blocks, page, lexicons, model.gazetteer());
}

const std::string kBody =
    "\n\nRIVERTON, Kent (AP) — The old bridge over the river will close on Monday for a year, the city said.\n\n"
    "Engineers found cracks in two of the piers last week, and the tunnel will be used until it is mended.";

}  // namespace

TEST_CASE("metadata: title, authors, agency, dateline and date from the text") {
  const Metadata m =
      metadata_of("Bridge to close for a year\n\nBy Ann Lee and Bo Ek, Daily News\n\nMarch 3, 2025" + kBody);
  REQUIRE(m.title);
  CHECK(m.title->value == "Bridge to close for a year");
  REQUIRE(m.authors.size() == 2);
  CHECK(m.authors[0].value == "Ann Lee");
  CHECK(m.authors[1].value == "Bo Ek");
  REQUIRE(m.published);
  CHECK(m.published->value == "2025-03-03");
  REQUIRE(m.dateline);
  CHECK(m.dateline->value == "RIVERTON, Kent (AP)");
  REQUIRE(m.agency);
  CHECK(m.agency->value == "AP");
}

TEST_CASE("metadata: what the page told of itself wins, and has no span") {
  pressmark::PageMetadata page;
  page.authors = {"Cy Dee"};
  page.published = "2024-01-02T10:00:00Z";
  page.site = "The Argus";
  const Metadata m = metadata_of("Bridge to close for a year\n\nBy Ann Lee\n\nMarch 3, 2025" + kBody, page);
  REQUIRE(m.authors.size() == 1);
  CHECK(m.authors[0].value == "Cy Dee");
  CHECK_FALSE(m.authors[0].span);
  REQUIRE(m.site);
  CHECK(m.site->value == "The Argus");
  const auto date = pressmark::find_reference_date(std::nullopt, m);
  REQUIRE(date.value);
  CHECK(*date.value == pressmark::Date{2024, 1, 2});
  CHECK(date.source == "published");
}

TEST_CASE("metadata: the date given wins; without any there is none") {
  const auto given = pressmark::find_reference_date(pressmark::Date{2020, 5, 6}, {});
  CHECK(given.source == "given");
  CHECK_FALSE(pressmark::find_reference_date(std::nullopt, {}).value);
}

TEST_CASE("metadata: times are counted from the day in the dateline where no other is told") {
  const std::string said = "The old bridge over the river will close for a year, the city said on Tuesday.";
  const Metadata m = metadata_of("Bridge to close for a year\n\nBy Ann Lee\n\nKYIV, March 4, 2026 — " + said);
  CHECK_FALSE(m.published);
  const auto date = pressmark::find_reference_date(std::nullopt, m);
  REQUIRE(date.value);
  CHECK(*date.value == pressmark::Date{2026, 3, 4});
  CHECK(date.source == "dateline");
  // Of which year nobody tells.
  const Metadata open = metadata_of("Bridge to close for a year\n\nBy Ann Lee\n\nKYIV, March 4 (AP) — " + said);
  CHECK(open.dateline);
  CHECK_FALSE(pressmark::find_reference_date(std::nullopt, open).value);
}

TEST_CASE("metadata: the site by its copyright, the section by the path, a dateline below a caption") {
  const Metadata m = metadata_of(
      "Harbour Gazette\n\nHome » News » Europe\n\nBridge to close for a year\n\nBy Ann Lee\n\nMarch 3, 2025" + kBody +
      "\n\n© 2025 Harbour Gazette Ltd. All rights reserved.");
  REQUIRE(m.site);
  CHECK(m.site->value == "Harbour Gazette");
  REQUIRE(m.section);
  CHECK(m.section->value == "Europe");
  const Metadata owner = metadata_of("Bridge to close for a year\n\nBy Ann Lee\n\nMarch 3, 2025" + kBody +
                                     "\n\n© 2025 Umbrella Holdings. All rights reserved.");
  CHECK_FALSE(owner.site);
  CHECK_FALSE(owner.section);
}

TEST_CASE("metadata: a title that the page tells and the text does not show") {
  pressmark::PageMetadata page;
  page.title = "Old crossing shut";
  const std::string text = "Bridge to close for a year\n\nBy Ann Lee\n\nMarch 3, 2025" + kBody;
  const Metadata told = metadata_of(text, page);
  REQUIRE(told.title);
  CHECK(told.title->value == "Old crossing shut");
  CHECK_FALSE(told.title->span);
  page.title = "Bridge to close for a year | Harbour Gazette";
  const Metadata shown = metadata_of(text, page);
  REQUIRE(shown.title);
  CHECK(shown.title->span);
}

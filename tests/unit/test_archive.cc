#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "archive/authors.h"
#include "archive/dates.h"
#include "archive/labels.h"
#include "archive/lines.h"
#include "pressmark/analyzer.h"
#include "pressmark/archive.h"
#include "pressmark/output.h"

using namespace pressmark;

namespace {

std::string day(std::string_view line) {
  const archive::Words words;
  const auto date = archive::read_date(line, words);
  return date ? to_string(*date) : std::string();
}

std::vector<std::string> authors(std::string_view byline) {
  const archive::Words words;
  return archive::read_authors(byline, words);
}

std::string dump(const std::string& text, const ArchivedArticle& article) {
  std::string lines;
  for (const BlockOverride& block : article.blocks) {
    lines.append(to_string(block.kind)).append(1, ' ');
    lines.append(text, block.span.start, block.span.length()).append(1, '\n');
  }
  return lines;
}

const std::string kNumbered =
    "1 of 2 DOCUMENTS\n\nThe Tidal Post\n\nMay 3, 2019 Friday\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 9 words\n\n"
    "HEADLINE: Ferry sails\n\nBYLINE: By Ann Lee\n\nIt sailed.\n\nNobody waved.\n\nLOAD-DATE: May 4, 2019\n\n"
    "2 of 2 DOCUMENTS\n\nThe Tidal Post\n\nLENGTH: 2 words\n\nHEADLINE: Ferry sinks\n\nIt sank.\n\nLOAD-DATE: May 6, "
    "2019\n";

const std::string kDisplayed =
    "News\nFerry sails\nBy Ann Lee\n9 words\n3 May 2019\nThe Tidal Post\nTIDPST\n3\nEnglish\nCopyright 2019. Tidal.\n\n"
    "It sailed.\n\nDocument TIDPST0000"
    "20190503ef5300001\n";

}  // namespace

TEST_CASE("archive: days in the forms and languages of archives") {
  CHECK(day("January 5, 2019 Saturday") == "2019-01-05");
  CHECK(day("Saturday, January 5, 2019 8:15 PM GMT") == "2019-01-05");
  CHECK(day("5 January 2019") == "2019-01-05");
  CHECK(day("Jan 5th, 2019") == "2019-01-05");
  CHECK(day("05 Sept. 2019") == "2019-09-05");
  CHECK(day("Samstag 5. Januar 2019") == "2019-01-05");
  CHECK(day("sábado 5 de enero de 2019") == "2019-01-05");
  CHECK(day("le 1er août 2019") == "2019-08-01");
  CHECK(day("2019-01-05") == "2019-01-05");
  CHECK(day("05.01.2019") == "2019-01-05");
  CHECK(day("25/01/2019") == "2019-01-25");
  CHECK(day("The Tidal Post [Ostwick]05 Jan 2019: 12.") == "2019-01-05");
}

TEST_CASE("archive: what is no day, or may be two") {
  CHECK(day("05/01/2019").empty());
  CHECK(day("February 30, 2019").empty());
  CHECK(day("January 2019").empty());
  CHECK(day("May we go? 12 of us, 2019 of them").empty());
  CHECK(day("99999999999999999999 May 2019").empty());
  CHECK(day("").empty());
}

TEST_CASE("archive: bylines") {
  using Names = std::vector<std::string>;
  CHECK(authors("By Ann Lee and Bo Ek in Lagos") == Names{"Ann Lee", "Bo Ek"});
  CHECK(authors("Lee, Ann; Ek, Bo.") == Names{"Ann Lee", "Bo Ek"});
  CHECK(authors("van Houten, Peter") == Names{"Peter van Houten"});
  CHECK(authors("ANN LEE; Staff Writer") == Names{"ANN LEE"});
  CHECK(authors("Ann Lee Political editor") == Names{"Ann Lee"});
  CHECK(authors("Ann Lee, Bo Ek and Cy Ray") == Names{"Ann Lee", "Bo Ek", "Cy Ray"});
  CHECK(authors("Von Jürgen Käfer") == Names{"Jürgen Käfer"});
  CHECK(authors("Staff Writer").empty());
  CHECK(authors("Reuters").empty());
  CHECK(authors("").empty());
}

TEST_CASE("archive: numbered articles, the second without date and byline") {
  const auto articles = split_articles(kNumbered);
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].metadata.title == "Ferry sails");
  CHECK(articles[0].metadata.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(articles[0].metadata.site == "The Tidal Post");
  CHECK(articles[0].metadata.section == "NEWS");
  CHECK(articles[0].metadata.published == "2019-05-03");
  CHECK(articles[1].metadata.title == "Ferry sinks");
  CHECK(articles[1].metadata.published == "2019-05-06");  // when it was loaded, for want of a better one
  CHECK(articles[1].metadata.authors.empty());
  CHECK(dump(kNumbered, articles[0]) ==
        "chrome 1 of 2 DOCUMENTS\n\nThe Tidal Post\n"
        "date May 3, 2019 Friday\n"
        "chrome SECTION: NEWS; Pg. 3\n\nLENGTH: 9 words\n\nHEADLINE:\n"
        "title Ferry sails\n"
        "chrome BYLINE:\n"
        "byline By Ann Lee\n"
        "body It sailed.\n\nNobody waved.\n"
        "chrome LOAD-DATE: May 4, 2019\n");
}

TEST_CASE("archive: an export of one article is one") {
  const auto articles = split_articles(kDisplayed);
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].span == Span{0, static_cast<std::uint32_t>(kDisplayed.size() - 1)});
  CHECK(articles[0].metadata.title == "Ferry sails");
  CHECK(articles[0].metadata.published == "2019-05-03");
  CHECK(articles[0].metadata.section == "News");
  CHECK(articles[0].metadata.site == "The Tidal Post");
}

TEST_CASE("archive: articles as they are printed are no export, whatever they hold") {
  for (const std::string_view text :
       {"", "\n\n", "It rained.", "Ferry sails\n\nBy Ann Lee\n\nMay 3, 2019\n\nIt sailed.\n\n845 words\n",
        "1 of 12 DOCUMENTS\n\nsaid the clerk, and none of them was signed.",
        "Section: News\nTitle: Ferry sails\nAuthor: Ann Lee\nCopyright: Tidal Post\n\nIt sailed.\n",
        "Abstract\nIt sails.\nFull text\nIt sailed.\nCopyright: Tidal Post\n",
        "One.\n\nEnd of Document\n\nTwo.\n\nEnd of Document\n", "One.\n____________\nTwo.\n____________\nThree.\n",
        "Document 1 of 3\n\nOne.\n\nDocument 2 of 3\n\nTwo.\n",
        "The file was named\nDocument TIDPST000020190503ef5300001\nand was lost.\n"}) {
    CAPTURE(text);
    CHECK(split_articles(text).empty());
  }
}

TEST_CASE("archive: an end line in the text, and a rule, part nothing") {
  const std::string text =
      "Ferry sails\nThe Tidal Post\nMay 3, 2019 Friday\nCopyright 2019 Tidal All Rights Reserved\nLength: 9 words\n"
      "Body\n\nThe last page said:\n\nIt sailed.\n\nLoad-Date: May 4, 2019\n\nEnd of Document\n\n\nEnd of Document\n";
  REQUIRE(split_articles(text).size() == 1);
  const std::string ruled =
      "____________\n\nFerry sails\n\nFull text: It sailed.\n\n____________\n\nIt came back.\n\nPublication title: "
      "Tidal\n\n"
      "Publication date: May 3, 2019\n\nProQuest document ID: 12\n\n____________\n";
  const auto articles = split_articles(ruled);
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].metadata.title == "Ferry sails");
  CHECK(dump(ruled, articles[0]).find("body It came back.") != std::string::npos);
}

TEST_CASE("archive: a request counts from its article's start, as its JSON does") {
  std::string text = "😀 1 of 1\n\n";
  text += kNumbered;
  const auto articles = split_articles(text);
  REQUIRE(articles.size() == 2);
  Request request = request_for(text, articles[1]);
  request.id = std::string("b");
  CHECK(request.text.starts_with("2 of 2 DOCUMENTS"));
  CHECK(request.text.ends_with("LOAD-DATE: May 6, 2019"));
  for (const BlockOverride& block : request.blocks) {
    if (block.kind == BlockKind::title) CHECK(request.text.substr(block.span.start, 11) == "Ferry sinks");
  }
  const auto again = read_request(to_json(request));
  REQUIRE(again);
  CHECK(again->text == request.text);
  CHECK(again->metadata.title == "Ferry sinks");
  REQUIRE(again->blocks.size() == request.blocks.size());
  CHECK(again->blocks.back().span == request.blocks.back().span);
  CHECK(to_json(articles, text, Offsets::utf16).starts_with(R"([{"start":11,"end":)"));
  CHECK(to_json(articles, text, Offsets::utf8).starts_with(R"([{"start":13,"end":)"));
}

#include <doctest/doctest.h>

#include <string>

#include "pins/quote_finder.h"

using namespace pressmark;

namespace {

// Where the quote is found: "12" or "none".
std::string found(std::string_view text, const Quote& quote) {
  QuoteFinder finder(text);
  finder.want(quote.words);
  finder.search();
  const std::optional<Span> span = finder.find(quote);
  if (!span) return "none";
  CHECK(text.substr(span->start, span->length()) == quote.words);
  return std::to_string(span->start);
}

}  // namespace

TEST_CASE("quotes: where they stood, whatever stands there else") {
  CHECK(found("he and he and he", {7, "he", "", ""}) == "7");
  CHECK(found("he and he and he", {7, "he", "and ", " and"}) == "7");
  CHECK(found("he or he and he", {6, "he", "and ", " and"}) == "6");  // one side is enough
}

TEST_CASE("quotes: the context that fits best, then the nearest") {
  CHECK(found("so he and he, but he", {4, "he", "but ", ""}) == "18");
  CHECK(found("so he and he, but he", {8, "he", "", ""}) == "10");
  CHECK(found("so he and he, but he", {100, "he", "", ""}) == "18");
  CHECK(found("so he and he, but he", {4, "he", "x and ", ", but"}) == "10");
  // What stands there by chance, between other words, is not it.
  CHECK(found("Lund spoke. Berg left.", {0, "Lund", "when ", " slept"}) == "0");
  CHECK(found("Lund spoke. Later, when Lund slept, Berg left.", {0, "Lund", "when ", " slept"}) == "24");
}

TEST_CASE("quotes: over the ends of the text, and not there") {
  CHECK(found("he", {0, "he", "longer than the text ", " as is this"}) == "0");
  CHECK(found("", {0, "he", "", ""}) == "none");
  CHECK(found("she", {0, "him", "", ""}) == "none");
  CHECK(found("“é😀” said", {0, "😀", "", ""}) == "5");
}

TEST_CASE("quotes: words within words are all found in one pass") {
  const std::string text = "she sells sea shells";
  QuoteFinder finder(text);
  for (const char* words : {"she", "he", "sells", "ells", "shells", "s", "sea shells"}) finder.want(words);
  finder.search();
  CHECK(finder.starts("she") == std::vector<std::uint32_t>{0, 14});
  CHECK(finder.starts("he") == std::vector<std::uint32_t>{1, 15});
  CHECK(finder.starts("sells") == std::vector<std::uint32_t>{4});
  CHECK(finder.starts("ells") == std::vector<std::uint32_t>{5, 16});
  CHECK(finder.starts("shells") == std::vector<std::uint32_t>{14});
  CHECK(finder.starts("s") == std::vector<std::uint32_t>{0, 4, 8, 10, 14, 19});
  CHECK(finder.starts("sea shells") == std::vector<std::uint32_t>{10});
}

#include <doctest/doctest.h>

#include "passes/names.h"
#include "piece_probe.h"

using namespace pressmark;

namespace {

using Dictionary = std::vector<DictionaryEntry>;

// "Oslo/LOC": the names of a text in which the tagger found these words, each once, as places.
std::string taught_names(std::string_view text, const std::vector<std::string_view>& tagged,
                         const Dictionary& dictionary) {
  const test::CutText cut = test::cut_text(text);
  std::vector<Name> names;
  for (const std::string_view word : tagged) {
    const auto start = static_cast<std::uint32_t>(cut.text.find(word));
    const Span span{start, start + static_cast<std::uint32_t>(word.size())};
    TokenRange tokens;
    while (cut.tokens[tokens.first].span.end <= span.start) ++tokens.first;
    for (tokens.last = tokens.first + 1; cut.tokens[tokens.last - 1].span.end < span.end;) ++tokens.last;
    names.push_back({tokens, span, EntityType::loc, 900});
  }
  std::string all;
  for (const Name& name : find_names(cut.text, cut.tokens, cut.sentences, names, {}, dictionary)) {
    if (!all.empty()) all += " ";
    all += cut.text.substr(name.span.start, name.span.length()) + "/" + std::string(to_string(name.type));
  }
  return all;
}

}  // namespace

TEST_CASE("names: without a dictionary what the tagger found, both names of one token too") {
  CHECK(taught_names("They met in Oslo.", {"Oslo"}, {}) == "Oslo/LOC");
  CHECK(taught_names("The Norway-Sweden match", {"Norway", "Sweden"}, {}) == "Norway/LOC Sweden/LOC");
}

TEST_CASE("names: the user's dictionary adds names and aliases as whole words in the given case") {
  CHECK(taught_names("the quiet brook and the Brook", {}, {{"brook", EntityType::loc, {}, false}}) == "brook/LOC");
  CHECK(taught_names("brooks and brook-side", {}, {{"brook", EntityType::loc, {}, false}}).empty());
  CHECK(taught_names("it was the old mill again", {}, {{"Mill Ltd.", EntityType::org, {"the old mill"}, false}}) ==
        "the old mill/ORG");
}

TEST_CASE("names: the user's dictionary overrides the tagger") {
  const Dictionary product = {{"Oslo", EntityType::product, {}, false}};
  CHECK(taught_names("They met in Oslo.", {"Oslo"}, product) == "Oslo/PRODUCT");
  CHECK(taught_names("They met in Oslo Bay.", {"Oslo Bay"}, product) == "Oslo/PRODUCT");
  const Dictionary none = {{"Oslo", EntityType::loc, {}, true}};
  CHECK(taught_names("They met in Oslo and Bergen.", {"Oslo", "Bergen"}, none) == "Bergen/LOC");
  CHECK(taught_names("They met in Oslo Bay.", {"Oslo Bay"}, none) == "Oslo Bay/LOC");
}

TEST_CASE("names: the longest taught name wins") {
  CHECK(taught_names("the red kite flew", {},
                     {{"red", EntityType::misc, {}, false}, {"red kite", EntityType::product, {}, false}}) ==
        "red kite/PRODUCT");
}

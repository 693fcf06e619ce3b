#include <doctest/doctest.h>

#include "news_probe.h"
#include "passes/names.h"

using pressmark::EntityType;

TEST_CASE("names: the user's dictionary adds names and aliases as whole words in the given case") {
  CHECK(names_of("the quiet brook and the Brook", {{"brook", EntityType::loc, {}, false}}) == "brook/LOC");
  CHECK(names_of("brooks and brook-side", {{"brook", EntityType::loc, {}, false}}).empty());
  CHECK(names_of("it was the old mill again", {{"Mill Ltd.", EntityType::org, {"the old mill"}, false}}) ==
        "the old mill/ORG");
}

TEST_CASE("names: the user's dictionary overrides the tagger") {
  CHECK(names_of("They met in Oslo.", {{"Oslo", EntityType::product, {}, false}}) == "Oslo/PRODUCT");
  CHECK(names_of("They met in Oslo and Bergen.", {{"Oslo", EntityType::loc, {}, true}}) == "Bergen/LOC");
}

TEST_CASE("names: the longest taught name wins") {
  CHECK(names_of("the red kite flew", {{"red", EntityType::misc, {}, false},
                                       {"red kite", EntityType::product, {}, false}}) == "red kite/PRODUCT");
}

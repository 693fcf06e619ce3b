#include <doctest/doctest.h>

#include <algorithm>

#include "news_probe.h"

using pressmark::Article;
using pressmark::Entity;

TEST_CASE("entities: full name, last name and first name") {
  CHECK(chains_of("Anna Berg came. Berg spoke. Then Anna left.") == "Anna Berg + Berg + Anna");
  CHECK(chains_of("We met Karl J. Berg Jr. and later Karl Berg.") == "Karl J. Berg Jr. + Karl Berg");
}

TEST_CASE("entities: relatives stay apart") {
  CHECK(chains_of("Anna Berg met Karl Berg. Karl Berg smiled. Berg sat down.") ==
        "Anna Berg; Karl Berg + Karl Berg + Berg");
}

TEST_CASE("entities: initialisms and short forms of organizations") {
  CHECK(chains_of("The Northern Fisheries Council (NFC) met. The NFC is old.") ==
        "Northern Fisheries Council + NFC + NFC");
  CHECK(chains_of("We bought shares of Goldman Sachs. Then Goldman fell.") == "Goldman Sachs + Goldman");
}

TEST_CASE("entities: states under several names, peoples apart") {
  CHECK(chains_of("The United States and the U.S. are one, and so is the US. Americans know.") ==
        "United States + U.S. + US; Americans");
}

TEST_CASE("entities: roles, pronouns and states as the text gives them") {
  const Article article = analyze_clean(
      "Former Foreign Minister Jonas Wetterling met Mrs. Olga Brandt, a retired judge from Bergen, in Russia. Moscow "
      "said nothing.");
  const Entity& wetterling = entity_named(article, "Jonas Wetterling");
  REQUIRE(wetterling.roles.size() == 1);
  CHECK(slice(article, wetterling.roles[0].span) == "Former Foreign Minister");
  CHECK(wetterling.pronouns.empty());
  const Entity& brandt = entity_named(article, "Olga Brandt");
  REQUIRE(brandt.roles.size() == 1);
  CHECK(slice(article, brandt.roles[0].span) == "a retired judge from Bergen");
  CHECK(brandt.pronouns == "she");
  const Entity& moscow = entity_named(article, "Moscow");
  REQUIRE(moscow.stands_for != pressmark::kNone);
  CHECK(article.entities[moscow.stands_for].name == "Russia");
  CHECK(moscow.mentions[0].metonym);
}

TEST_CASE("entities: the most named is the most salient") {
  const Article article = analyze_clean("Anna Berg met Karl Olsen. Berg spoke. Berg left.");
  CHECK(entity_named(article, "Anna Berg").salience == 1000);
  CHECK(entity_named(article, "Karl Olsen").salience < 1000);
}

TEST_CASE("entities: what the user taught is one, and is called as the user says") {
  const Article article =
      analyze_clean("The Kettle met. Nobody asked the Valley Council, and Bo Lind wrote to the Kettle.",
                    {{"Valley Council", pressmark::EntityType::org, {"Kettle"}, false},
                     {"Bo Lind", pressmark::EntityType::person, {}, true}});
  const Entity& council = entity_named(article, "Valley Council");
  CHECK(council.mentions.size() == 3);
  CHECK(council.aliases == std::vector<std::string>{"Kettle"});
  CHECK(std::none_of(article.entities.begin(), article.entities.end(),
                     [](const Entity& entity) { return entity.name == "Bo Lind"; }));
}

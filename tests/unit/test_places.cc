// Which place is meant, with a small file and entities written by hand.
#include <doctest/doctest.h>

#include <ctime>
#include <initializer_list>
#include <span>
#include <string>

#include "lexicons.h"
#include "passes/tokens.h"
#include "places_file.h"
#include "pressmark/analyzer.h"
#include "pressmark/output.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

const Places& small_places() {
  static const Places places = [] {
    const std::string bytes = small_places_file();
    auto loaded = Places::load(std::as_bytes(std::span(bytes)));
    REQUIRE(loaded);
    return *std::move(loaded);
  }();
  return places;
}

// An article whose entities are these names, each wherever it stands.
Article article_of(std::string text, std::initializer_list<const char*> names, EntityType type = EntityType::loc) {
  static const Lexicons lexicons = Lexicons::load();
  Article article;
  article.text = std::move(text);
  article.tokens = tokenize(article.text, lexicons);
  for (const std::string name : names) {
    Entity entity;
    entity.type = type;
    entity.name = name;
    for (std::size_t at = 0; (at = article.text.find(name, at)) != std::string::npos; at += name.size()) {
      entity.mentions.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())}});
    }
    article.entities.push_back(std::move(entity));
  }
  return article;
}

// The ids of the places, 0 for none: "5 4"
std::string ids_of(Article article) {
  resolve_places(article, small_places());
  REQUIRE(article.geo.size() == article.entities.size());
  std::string ids;
  for (const auto& geo : article.geo) {
    if (!ids.empty()) ids += ' ';
    ids += std::to_string(geo ? geo->geonames_id : 0);
  }
  return ids;
}

}  // namespace

TEST_CASE("places: the larger one, unless the text says that the other is meant") {
  CHECK(ids_of(article_of("They met in Paris.", {"Paris"})) == "2");
  CHECK(ids_of(article_of("They met in Paris, Texas.", {"Paris", "Texas"})) == "5 4");
  CHECK(ids_of(article_of("They met in Paris (Texas).", {"Paris", "Texas"})) == "5 4");
  CHECK(ids_of(article_of("The Texas town of Paris is small.", {"Texas", "Paris"})) == "4 5");
  CHECK(ids_of(article_of("They met in Paris, TX.", {"Paris, TX"})) == "5");
  CHECK(ids_of(article_of("They met in Paris. Texas was far.", {"Paris", "Texas"})) == "2 4");
}

TEST_CASE("places: a state or a country of one name") {
  CHECK(ids_of(article_of("Georgia and Tbilisi.", {"Georgia", "Tbilisi"})) == "8 9");
  CHECK(ids_of(article_of("Georgia and Texas vote. The United States waits for Atlanta.",
                          {"Georgia", "Texas", "United States", "Atlanta"})) == "6 4 3 7");
  CHECK(ids_of(article_of("Atlanta, Georgia, is hot.", {"Atlanta", "Georgia"})) == "7 6");
}

TEST_CASE("places: none where two may as well be meant, and none for what is no place") {
  CHECK(ids_of(article_of("They met in Springfield.", {"Springfield"})) == "0");
  CHECK(ids_of(article_of("They met in Nowhere.", {"Nowhere"})) == "0");
  CHECK(ids_of(article_of("Paris sang.", {"Paris"}, EntityType::person)) == "0");
  CHECK(ids_of(article_of("The TX line is open.", {"TX"})) == "0");
  CHECK(ids_of(article_of("Paris, Georgia, is a village.", {"Paris", "Georgia"})).starts_with("0 "));
}

TEST_CASE("places: what stands beside a name and inside it") {
  CHECK(ids_of(article_of("Fires in northern Georgia, near Tbilisi.", {"northern Georgia", "Tbilisi"})) == "8 9");
  CHECK(ids_of(article_of("The governor of Georgia spoke.", {"Georgia"})) == "6");
  CHECK(ids_of(article_of("The Texas state of the United States.", {"Texas state of the United States"})) == "4");
  CHECK(ids_of(article_of("The warm state of Texas.", {"warm state of Texas"})) == "4");
  CHECK(ids_of(article_of("Ships cross the Mediterranean.", {"the Mediterranean"})) == "12");
  CHECK(ids_of(article_of("She came from R-Ga. The U.S. waits.", {"R-Ga", "U.S."})) == "6 3");
}

TEST_CASE("places: a formal name is its state's or town's, of the kind that it says") {
  const auto org = [](const char* text, const char* name) { return ids_of(article_of(text, {name}, EntityType::org)); };
  CHECK(org("The Republic of France signed.", "Republic of France") == "1");
  CHECK(org("The State of Texas sued.", "State of Texas") == "4");
  CHECK(org("The State of Georgia sued.", "State of Georgia") == "6");
  CHECK(org("The Republic of Georgia signed.", "Republic of Georgia") == "8");
  CHECK(org("The City of Paris sued.", "City of Paris") == "2");
  CHECK(org("The Kingdom of Paris sings.", "Kingdom of Paris") == "0");
  CHECK(org("The State of Springfield sued.", "State of Springfield") == "0");
  CHECK(ids_of(article_of("The People's Republic of France signed.", {"People's Republic of France"})) == "1");
}

TEST_CASE("places: a public body or a building is where the place in its name is") {
  const auto org = [](const char* text, const char* name) { return ids_of(article_of(text, {name}, EntityType::org)); };
  CHECK(org("The Paris Police Department said so.", "Paris Police Department") == "2");
  CHECK(org("The Texas Department of Public Safety said so.", "Texas Department of Public Safety") == "4");
  CHECK(org("The University of Georgia said so.", "University of Georgia") == "6");
  CHECK(org("The Supreme Court of the United States ruled.", "Supreme Court of the United States") == "3");
  CHECK(org("France's Ministry of Health said so.", "France's Ministry of Health") == "1");
  CHECK(org("The South Texas Court ruled.", "South Texas Court") == "4");
  CHECK(ids_of(article_of("Paris's Grand Mosque closed.", {"Paris's Grand Mosque"}, EntityType::fac)) == "2");
}

TEST_CASE("places: a company, team, newspaper, street or embassy is not, nor is a treaty or a sea's council") {
  for (const std::string name :
       {"Bank of America", "Texas Instruments", "Paris Times", "Paris Saint-Germain", "Paris United", "Paris Fire",
        "France Embassy", "Church of Georgia", "Paris University", "Texas Avenue", "Texas State",
        "Council of Paris Lovers", "Council of the Mediterranean", "Police", "Department of"}) {
    INFO(name);
    CHECK(ids_of(article_of(name + " said so.", {name.c_str()}, EntityType::org)) == "0");
    CHECK(ids_of(article_of(name + " said so.", {name.c_str()}, EntityType::fac)) == "0");
  }
}

TEST_CASE("places: a small place, in a body's name, is one that the article names; and less sure than that") {
  const auto with_police = [](std::string text, const char* place, const char* police) {
    Article article = article_of(std::move(text), {place});
    const Article bodies = article_of(article.text, {police}, EntityType::org);
    article.entities.push_back(bodies.entities.front());
    return article;
  };
  CHECK(ids_of(article_of("The Springfield Police said so.", {"Springfield Police"}, EntityType::org)) == "0");
  Article article = with_police("They met in Paris, Texas. The Paris Police said so.", "Paris, Texas", "Paris Police");
  CHECK(ids_of(article) == "5 5");
  resolve_places(article, small_places());
  CHECK(article.geo[1]->score < article.geo[0]->score);
  CHECK(ids_of(with_police("They met in Springfield. The Springfield Police said so.", "Springfield",
                           "Springfield Police")) == "0 0");
}

TEST_CASE("places: written into the analysis as degrees; null without them") {
  Article article = article_of("They met in Paris, Texas.", {"Paris", "Texas"});
  CHECK(to_json(article).find(R"("geo":null)") != std::string::npos);
  resolve_places(article, small_places());
  CHECK(to_json(article).find(
            R"("geo":{"geonames_id":5,"lat":33.66,"lon":-95.55,"country":"US","kind":"city","score":0.95})") !=
        std::string::npos);
  Article sea = article_of("Ships cross the Mediterranean.", {"Mediterranean"});
  resolve_places(sea, small_places());
  CHECK(to_json(sea).find(R"("lat":35,"lon":20,"country":null,"kind":"region")") != std::string::npos);
}

TEST_CASE("places: the time grows with the text, however often and in whatever company places are named") {
  const auto seconds = [](int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "Paris, Texas, Georgia and Springfield, ";
    Article article = article_of(std::move(text), {"Paris", "Texas", "Georgia", "Springfield"});
    const std::clock_t start = std::clock();
    resolve_places(article, small_places());
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  CHECK(seconds(20'000) < 40 * seconds(2'000) + 0.05);
}

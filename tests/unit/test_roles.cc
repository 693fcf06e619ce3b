// The noun that heads a role, and that roles are bounded. What roles are found is told by tests/corpus/roles.txt.
#include <doctest/doctest.h>

#include <algorithm>

#include "news_probe.h"

using pressmark::Article;
using pressmark::Entity;

namespace {

std::string heads_of(const Article& article, const Entity& entity) {
  std::string out;
  for (const pressmark::Role& role : entity.roles) {
    REQUIRE(role.head < article.tokens.size());
    CHECK(role.span.contains(article.tokens[role.head].span));
    if (!out.empty()) out += ' ';
    out += slice(article, article.tokens[role.head].span);
  }
  return out;
}

}  // namespace

TEST_CASE("roles: the head is the noun that names the person") {
  const Article article = analyze_clean(
      "Former Foreign Minister Oleg Markov left. Ellen Marsh, 54, a retired judge from Bergen, stayed. The head of the "
      "agency in Leeds, Derek Boyle, slept. Vera Simms of Hull, who teaches at Leeds University, woke.");
  CHECK(heads_of(article, entity_named(article, "Oleg Markov")) == "Minister");
  CHECK(heads_of(article, entity_named(article, "Ellen Marsh")) == "judge 54");
  CHECK(heads_of(article, entity_named(article, "Derek Boyle")) == "head");
  CHECK(heads_of(article, entity_named(article, "Vera Simms")) == "who of");
}

TEST_CASE("roles: twelve at most, each once in any case of letters, longest first") {
  std::string text;
  for (const std::string town : {"Hull", "Leeds", "York", "Bath", "Dover", "Derby", "Exeter", "Oxford", "Lincoln",
                                 "Durham", "Bristol", "Glasgow", "Cardiff", "Belfast"}) {
    text.append("Ellen Marsh, a judge in ").append(town).append(", spoke. ");
    text.append("Ellen Marsh, A JUDGE in ").append(town).append(", sat. ");
  }
  const Article article = analyze_clean(text);
  const auto& roles = entity_named(article, "Ellen Marsh").roles;
  CHECK(roles.size() == 12);
  CHECK(std::is_sorted(roles.begin(), roles.end(), [](const pressmark::Role& a, const pressmark::Role& b) {
    return a.span.length() > b.span.length();
  }));
}

TEST_CASE("roles: where words tell of a man and of a woman, more of them decide, and none if they are even") {
  const Article article = analyze_clean(
      "Mrs. Robin Marsh met the businesswoman Robin Marsh, a spokesman. Sam Boyle, his wife, called Sam Boyle, a "
      "father "
      "of two.");
  CHECK(entity_named(article, "Robin Marsh").pronouns == "she");
  CHECK(entity_named(article, "Sam Boyle").pronouns.empty());
}

#include <doctest/doctest.h>

#include <string>

#include "lexicons.h"
#include "passes/byline.h"
#include "passes/tokens.h"
#include "project_model.h"

namespace {

// "Ann Lee, Bo Ek / Daily Bugle": the people, then the bodies.
std::string byline_of(const std::string& text) {
  const auto lexicons = pressmark::Lexicons::load();
  const auto tokens = pressmark::tokenize(text, lexicons);
  const pressmark::TokenView view(text, tokens);
  pressmark::Block block;
  block.tokens = {0, view.size()};
  block.span = view.span(block.tokens);
  const auto byline = pressmark::read_byline(view, block, lexicons, pressmark::test::project_model().gazetteer());
  std::string all;
  for (const pressmark::Span span : byline.people) {
    all += (all.empty() ? "" : ", ") + text.substr(span.start, span.length());
  }
  for (std::size_t i = 0; i < byline.bodies.size(); ++i) {
    all += (i == 0 ? " / " : ", ") + text.substr(byline.bodies[i].start, byline.bodies[i].length());
  }
  return all;
}

}  // namespace

TEST_CASE("bylines: one or several people") {
  CHECK(byline_of("By Ann Lee") == "Ann Lee");
  CHECK(byline_of("Ann Lee and Bo Ek") == "Ann Lee, Bo Ek");
  CHECK(byline_of("By Ann B. Lee, Bo van der Berg & Cy O'Dea") == "Ann B. Lee, Bo van der Berg, Cy O'Dea");
  CHECK(byline_of("BY ANN LEE") == "ANN LEE");
  CHECK(byline_of("Von Anna Müller und Karl Berg") == "Anna Müller, Karl Berg");
  CHECK(byline_of("Written by: Mary Brown") == "Mary Brown");
  CHECK(byline_of("Mary Brown Mary Brown") != "");
}

TEST_CASE("bylines: what is no name is left out") {
  CHECK(byline_of("By Mary Brown in Lagos and John Carter in Kano") == "Mary Brown, John Carter");
  CHECK(byline_of("By Mary Brown Senior Staff Writer") == "Mary Brown");
  CHECK(byline_of("Mary Brown, political correspondent") == "Mary Brown");
  CHECK(byline_of("Opinion by Mary Brown | March 3, 2025 | 5 min read") == "Mary Brown");
  CHECK(byline_of("By Mary Brown - 11/18/19 11:04 PM EST") == "Mary Brown");
  CHECK(byline_of("Mary BrownBusiness Columnist") == "Mary Brown");
  CHECK(byline_of("Mary LeVine") == "Mary LeVine");
  CHECK(byline_of("Mary BrownCEO") == "Mary Brown");
  CHECK(byline_of("Mary BrownNEWSDesk") == "Mary Brown");
  CHECK(byline_of("by Mary BrownMary Brown") == "Mary Brown");
  CHECK(byline_of("Mary Brown @marybrown / 2 days") == "Mary Brown");
  CHECK(byline_of("Mary Brown@MaryBrown") == "Mary Brown");
  CHECK(byline_of("ByMary Brown") == "Mary Brown");
  CHECK(byline_of("Von Anna Müller publiziert am 3. März 2025") == "Anna Müller");
}

TEST_CASE("bylines: houses are no people") {
  CHECK(byline_of("By Mary Brown, Daily Herald") == "Mary Brown / Daily Herald");
  CHECK(byline_of("By Mary Brown | The Associated Press") == "Mary Brown / The Associated Press");
  CHECK(byline_of("Reuters") == " / Reuters");
  CHECK(byline_of("By EvilSpark") == " / EvilSpark");
  CHECK(byline_of("By Staff Reports -") == " / Staff Reports");
  CHECK(byline_of("Editor") == " / Editor");
}

#include <doctest/doctest.h>

#include <string>

#include "lexicons.h"
#include "passes/amounts.h"
#include "passes/figures.h"
#include "passes/sums.h"
#include "passes/times.h"
#include "passes/tokens.h"

namespace {

using namespace pressmark;

// "money 1200000000 USD; count 3 men"
std::string figures_of(const std::string& text) {
  static const Lexicons lexicons = Lexicons::load();
  const auto tokens = tokenize(text, lexicons);
  const std::vector<Sentence> sentences = {
      {{0, static_cast<std::uint32_t>(text.size())}, {0, static_cast<std::uint32_t>(tokens.size())}, 0}};
  const auto sums = find_sums(text, tokens, sentences, lexicons);
  const auto times = find_times(text, tokens, sentences, {}, std::nullopt, lexicons);
  std::string all;
  for (const Figure& figure : find_figures(text, tokens, sentences, sums, times, lexicons)) {
    all += (all.empty() ? "" : "; ") + figure.kind + " " + figure.value + " " + figure.unit;
  }
  return all;
}

}  // namespace

TEST_CASE("figures: money, its value and its currency") {
  CHECK(figures_of("It paid $1.2bn.") == "money 1200000000 USD");
  CHECK(figures_of("It paid $1.2 billion.") == "money 1200000000 USD");
  CHECK(figures_of("It paid US$5bn.") == "money 5000000000 USD");
  CHECK(figures_of("It paid EUR 3 million.") == "money 3000000 EUR");
  CHECK(figures_of("It paid €1.50.") == "money 1.5 EUR");
  CHECK(figures_of("It paid £3m.") == "money 3000000 GBP");
  CHECK(figures_of("It paid 50p.") == "money 0.5 GBP");
  CHECK(figures_of("It paid 40 cents.") == "money 0.4 USD");
  CHECK(figures_of("It paid 5 cents.") == "money 0.05 USD");
  CHECK(figures_of("It paid $2,500.50.") == "money 2500.5 USD");
  CHECK(figures_of("It paid C$1.76.") == "money 1.76 CAD");
  CHECK(figures_of("It paid 10 million rupees.") == "money 10000000 INR");
  CHECK(figures_of("It paid 500 Pakistani rupees.") == "money 500 PKR");
  CHECK(figures_of("It paid 3 Swiss francs.") == "money 3 CHF");
  CHECK(figures_of("It paid 20 pesos.") == "money 20 pesos");
  CHECK(figures_of("It paid two million dollars.") == "money 2000000 USD");
  CHECK(figures_of("It paid $3-4 million.").empty());
  CHECK(figures_of("It paid tens of millions of dollars.").empty());
}

TEST_CASE("figures: percentages and percentage points") {
  CHECK(figures_of("It rose 12.5%.") == "percentage 12.5 %");
  CHECK(figures_of("It rose 12 per cent.") == "percentage 12 %");
  CHECK(figures_of("It rose three percent.") == "percentage 3 %");
  CHECK(figures_of("It fell by minus 3 percent.") == "percentage -3 %");
  CHECK(figures_of("It was -2.1%.") == "percentage -2.1 %");
  CHECK(figures_of("It was −2.1%.") == "percentage -2.1 %");
  CHECK(figures_of("It rose 2 percentage points.") == "percentage_points 2 pp");
  CHECK(figures_of("It rose half a percentage point.") == "percentage_points 0.5 pp");
  CHECK(figures_of("It was 0.50%.") == "percentage 0.5 %");
  CHECK(figures_of("a percentage of it").empty());
}

TEST_CASE("figures: counts and what they count") {
  CHECK(figures_of("Some 1,200 people came.") == "count 1200 people");
  CHECK(figures_of("It sold 1.2 million homes.") == "count 1200000 homes");
  CHECK(figures_of("It lost twenty-three ships.") == "count 23 ships");
  CHECK(figures_of("It lost two dozen school buildings.") == "count 24 school buildings");
  CHECK(figures_of("A dozen men came.") == "count 12 men");
  CHECK(figures_of("It has 12,34,567 trees.") == "count 1234567 trees");
  CHECK(figures_of("It lost three hundred and fifty jobs.") == "count 350 jobs");
  CHECK(figures_of("It lost three hundred and fifty thousand jobs.") == "count 350000 jobs");
  CHECK(figures_of("It burned 20 sq km.") == "count 20 sq km");
  CHECK(figures_of("He ran 5 km.") == "count 5 km");
}

TEST_CASE("figures: what is a time, a name, a rank or a score is none") {
  for (const char* text :
       {"In 2019 it closed.", "It took three days.", "The 54-year-old won.", "It began at 10:30 a.m.", "They won 3-2.",
        "Route 66 is shut.", "Windows 95 was slow.", "He lives at 12 Mill Lane.", "One of them left.", "He came 2nd.",
        "The No. 10 bus.", "Call 555-0142.", "1,2,3", "5,00", "", "7", "a hundred", "It rose to 45.", "12.03.2025"}) {
    CAPTURE(text);
    CHECK(figures_of(text).empty());
  }
}

TEST_CASE("amounts: exact, however long") {
  CHECK(shift_decimal("1.2", 9) == "1200000000");
  CHECK(shift_decimal("50", -2) == "0.5");
  CHECK(shift_decimal("5", -2) == "0.05");
  CHECK(shift_decimal("0.05", 2) == "5");
  CHECK(shift_decimal("0", 6) == "0");
  CHECK(shift_decimal("123456789012345678901234567890.5", 1) == "1234567890123456789012345678905");
  const std::string digits(40, '7');
  CHECK(figures_of(digits + " trees fell.") == "count " + digits + " trees");
}

// Promises that the times of any text keep, and that another reference date gives what a new analysis would.
#include <doctest/doctest.h>

#include <ctime>
#include <iterator>
#include <string>
#include <string_view>

#include "pressmark/times.h"
#include "project_analyzer.h"
#include "texts.h"

namespace {

using namespace pressmark;
using pressmark::test::Random;

Article analyze(const std::string& text, std::optional<Date> reference) {
  Request request;
  request.text = text;
  request.clean = true;
  request.reference_date = reference;
  auto article = test::project_analyzer().analyze(std::move(request));
  REQUIRE(article);
  return *std::move(article);
}

std::string wild_times(Random& random) {
  constexpr std::string_view kWords[] = {
      "Tuesday",  "last",        "next",      "this",       "the",       "a",        "week",     "year",
      "month",    "quarter",     "third",     "morning",    "night",     "May",      "August",   "7",
      "12th",     "1998",        "2025",      "1990s",      "10:30",     "p.m.",     "7pm",      "ago",
      "earlier",  "later",       "two",       "and",        "half",      "1/2",      "-",        ",",
      ".",        "years",       "days",      "old",        "early",     "late",     "end",      "of",
      "in",       "until",       "will",      "said",       "to",        "ended",    "hundred",  "twenty",
      "-day",     "54-year-old", "fiscal",    "Christmas",  "Easter",    "summer",   "fall",     "the following",
      "previous", "same",        "weekend",   "every",      "daily",     "now",      "recent",   "past",
      "few",      "couple",      "3/12/2025", "2025-03-12", "31",        "February", "nineteen", "ninety-four",
      "Q3",       "century",     "20th",      "about",      "more than", "\n\n",     "Ann",      "'s",
      "’90s",     "9/11",        "24/7",      "3-5",        "2019-20",   "noon",     "ET",       "on"};
  std::string text;
  for (std::size_t n = random.below(30); n > 0; --n) {
    text += kWords[random.below(std::size(kWords))];
    if (random.below(8) != 0) text += ' ';
  }
  return text;
}

void check_times(const Article& article) {
  std::uint32_t end = 0;
  for (std::size_t row = 0; row < article.times.size(); ++row) {
    const TimeExpression& time = article.times[row];
    CHECK(time.span.start >= end);
    CHECK(time.span.end > time.span.start);
    CHECK(time.span.end <= article.text.size());
    end = time.span.end;
    CHECK_FALSE(time.value.empty());
    CHECK(time.begin <= time.end);
    if (time.anchor && time.anchor->to != kNone) CHECK(time.anchor->to < row);
  }
}

bool same(const Article& a, const Article& b) {
  if (a.times.size() != b.times.size() || a.reference_date.value != b.reference_date.value) return false;
  for (std::size_t i = 0; i < a.times.size(); ++i) {
    const TimeExpression& x = a.times[i];
    const TimeExpression& y = b.times[i];
    if (x.value != y.value || x.grain != y.grain || x.begin != y.begin || x.end != y.end || x.span != y.span)
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("The times of wild texts keep their promises, and another day gives them as a new analysis would") {
  const std::optional<Date> days[] = {date_from("2025-03-12"), date_from("2024-02-29"),
                                      date_from("1999-12-31"), std::nullopt,
                                      date_from("0001-01-01"), date_from("9999-12-31")};
  Random random(11);
  for (int i = 0; i < 600; ++i) {
    const std::string text = wild_times(random);
    CAPTURE(text);
    const auto& first = days[random.below(std::size(days))];
    const auto& second = days[random.below(std::size(days))];
    Article article = analyze(text, first);
    check_times(article);
    const Article anew = analyze(text, second);
    resolve_times(article, second);
    CHECK(same(article, anew));
    resolve_times(article, first);
    CHECK(same(article, analyze(text, first)));
  }
}

// Time grows with the text, not with its square: four times the text may not take ten times as long.
TEST_CASE("Times without end are read in time") {
  const auto seconds = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    const std::clock_t start = std::clock();
    check_times(analyze(text, date_from("2025-03-12")));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  for (const std::string_view piece :
       {"Monday ", "a year ago ", "three hundred ", "twenty-", "1/2/1999 ", "May ", "2 1/2 ", "the third quarter "}) {
    CAPTURE(piece);
    const double small = seconds(piece, 20'000);
    const double large = seconds(piece, 80'000);
    CHECK(large < 10 * small + 0.1);
  }
}

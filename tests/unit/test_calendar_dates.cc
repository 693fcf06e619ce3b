#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "lexicons.h"
#include "passes/calendar_dates.h"
#include "passes/tokens.h"

namespace {

std::string found(const std::string& text) {
  const auto lexicons = pressmark::Lexicons::load();
  const auto tokens = pressmark::tokenize(text, lexicons);
  const pressmark::TokenView view(text, tokens);
  const auto date = pressmark::find_calendar_date(view, {0, view.size()}, lexicons);
  return date ? to_string(date->date) + " " + std::string(view.text_of(date->tokens)) : "";
}

}  // namespace

TEST_CASE("calendar dates: American, British and ISO order") {
  CHECK(found("Published March 12, 2025 at noon") == "2025-03-12 March 12, 2025");
  CHECK(found("on 3rd Sept. 1999") == "1999-09-03 3rd Sept. 1999");
  CHECK(found("Updated 2024-02-29") == "2024-02-29 2024-02-29");
  CHECK(found("Dec 1 2020") == "2020-12-01 Dec 1 2020");
}

TEST_CASE("calendar dates: what the calendar does not have is no date") {
  CHECK(found("February 30, 2024").empty());
  CHECK(found("2023-02-29").empty());
  CHECK(found("May said 12 of them came").empty());
  CHECK(found("March 12").empty());
  CHECK_FALSE(pressmark::date_from("2025-3-12"));
  CHECK_FALSE(pressmark::date_from("2025-03-1x"));
  CHECK_FALSE(pressmark::date_from(""));
}

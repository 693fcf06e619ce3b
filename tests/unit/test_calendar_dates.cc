#include <doctest/doctest.h>

#include <string>

#include "lexicons.h"
#include "passes/calendar_dates.h"

namespace {

// "2025-03-12 March 12, 2025; ...", with "?" behind one that may be read day first.
std::string found(const std::string& text) {
  const auto lexicons = pressmark::Lexicons::load();
  std::string all;
  for (const auto& date :
       pressmark::find_calendar_dates(text, {0, static_cast<std::uint32_t>(text.size())}, lexicons)) {
    if (!all.empty()) all += "; ";
    all += to_string(date.date) + " " + text.substr(date.span.start, date.span.length());
    if (date.day_first) all += " ? " + to_string(*date.day_first);
  }
  return all;
}

}  // namespace

TEST_CASE("calendar dates: American, British and ISO order") {
  CHECK(found("Published March 12, 2025 at noon") == "2025-03-12 March 12, 2025");
  CHECK(found("on 3rd Sept. 1999") == "1999-09-03 3rd Sept. 1999");
  CHECK(found("Updated 2024-02-29") == "2024-02-29 2024-02-29");
  CHECK(found("Dec 1 2020") == "2020-12-01 Dec 1 2020");
  CHECK(found("the 4th of July, 2021") == "2021-07-04 4th of July, 2021");
  CHECK(found("18-Nov-2019 | 2019/11/18 | 2019-11-18T07:05:00Z") ==
        "2019-11-18 18-Nov-2019; 2019-11-18 2019/11/18; 2019-11-18 2019-11-18");
}

TEST_CASE("calendar dates: numbers alone") {
  CHECK(found("11/18/2019") == "2019-11-18 11/18/2019");
  CHECK(found("18/11/19 at 9") == "2019-11-18 18/11/19");
  CHECK(found("3/4/2019") == "2019-03-04 3/4/2019 ? 2019-04-03");
  CHECK(found("18.11.2019") == "2019-11-18 18.11.2019");
  CHECK(found("version 1.2.2019.4").empty());
  CHECK(found("call 555-11-1999 or 1-2-3").empty());
}

TEST_CASE("calendar dates: in other languages, and run together") {
  CHECK(found("19. Oktober 2019") == "2019-10-19 19. Oktober 2019");
  CHECK(found("le 1er août 2020") == "2020-08-01 1er août 2020");
  CHECK(found("19 de octubre de 2019") == "2019-10-19 19 de octubre de 2019");
  CHECK(found("PUBLISHED TUE, NOV 19 20197:05 AM ESTUPDATED TUE, NOV 19 20198:10 AM EST") ==
        "2019-11-19 NOV 19 2019; 2019-11-19 NOV 19 2019");
}

TEST_CASE("calendar dates: what the calendar does not have is no date") {
  CHECK(found("February 30, 2024").empty());
  CHECK(found("2023-02-29").empty());
  CHECK(found("May said 12 of them came").empty());
  CHECK(found("March 12").empty());
  CHECK(found("May 12, 20195").empty());
  CHECK_FALSE(pressmark::date_from("2025-3-12"));
  CHECK_FALSE(pressmark::date_from("2025-03-1x"));
  CHECK_FALSE(pressmark::date_from(""));
}

#include <doctest/doctest.h>

#include <string>

#include "pressmark/article.h"

using pressmark::date_from;

TEST_CASE("A day is read and written as YYYY-MM-DD") {
  for (const std::string day : {"2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29", "2023-11-30"}) {
    REQUIRE(date_from(day));
    CHECK(to_string(*date_from(day)) == day);
  }
}

TEST_CASE("What is no day of the calendar, or not written so, is no date") {
  for (const char* text :
       {"", "2023-02-29", "1900-02-29", "2024-00-10", "2024-13-01", "2024-04-31", "2024-01-00", "0000-01-01",
        "2024-1-01", "2024-01-01 ", "24-01-01", "2024/01/01", "2024-01-0x", "+024-01-01", "2024-01-01T00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from(text));
  }
}

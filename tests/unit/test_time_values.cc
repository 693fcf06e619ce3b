#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "passes/holidays.h"
#include "passes/time_values.h"

namespace {

using namespace pressmark;

Date day(const char* iso) { return *date_from(iso); }

std::string period_of(const char* value) {
  const auto period = read_time(value);
  return period ? to_string(period->first) + " " + to_string(period->last) : "";
}

std::string anchored(const TimeAnchor& anchor, const char* value, const char* reference) {
  return value_of(anchor, value, std::string(reference).empty() ? std::nullopt : date_from(reference), "");
}

}  // namespace

TEST_CASE("time values: the days of a value") {
  CHECK(period_of("2025-03-12") == "2025-03-12 2025-03-12");
  CHECK(period_of("2025-03-12TMO") == "2025-03-12 2025-03-12");
  CHECK(period_of("2025-W11") == "2025-03-10 2025-03-16");
  CHECK(period_of("2025-W01") == "2024-12-30 2025-01-05");
  CHECK(period_of("2026-W53") == "2026-12-28 2027-01-03");
  CHECK(period_of("2025-W11-WE") == "2025-03-15 2025-03-16");
  CHECK(period_of("2024-02") == "2024-02-01 2024-02-29");
  CHECK(period_of("2025-Q4") == "2025-10-01 2025-12-31");
  CHECK(period_of("2025-H1") == "2025-01-01 2025-06-30");
  CHECK(period_of("2025-SU") == "2025-06-01 2025-08-31");
  CHECK(period_of("2025-WI") == "2025-12-01 2026-02-28");
  CHECK(period_of("2025") == "2025-01-01 2025-12-31");
  CHECK(period_of("199") == "1990-01-01 1999-12-31");
  CHECK(period_of("19") == "1900-01-01 1999-12-31");
  for (const char* open : {"", "XXXX", "XXXX-08-07", "XXXX-WXX-2", "P3D", "PXY", "PRESENT_REF", "2025-13", "2025-02-30",
                           "2025-W54", "2025-Q5", "2025-W11-1", "0000", "2025-"}) {
    CAPTURE(open);
    CHECK(period_of(open).empty());
  }
}

TEST_CASE("time values: a day at each grain") {
  CHECK(format_time(TimeGrain::week, day("2024-12-30")) == "2025-W01");
  CHECK(format_time(TimeGrain::week, day("2027-01-03")) == "2026-W53");
  CHECK(format_time(TimeGrain::weekend, day("2025-03-12")) == "2025-W11-WE");
  CHECK(format_time(TimeGrain::quarter, day("2025-03-31")) == "2025-Q1");
  CHECK(format_time(TimeGrain::half, day("2025-07-01")) == "2025-H2");
  CHECK(format_time(TimeGrain::season, day("2025-09-01")) == "2025-FA");
  CHECK(format_time(TimeGrain::decade, day("2025-09-01")) == "202");
  CHECK(format_time(TimeGrain::century, day("2025-09-01")) == "20");
  CHECK(to_string(add_months(day("2024-01-31"), 1)) == "2024-02-29");
  CHECK(to_string(add_months(day("2024-01-31"), -2)) == "2023-11-30");
  CHECK(to_string(add_days(day("2024-12-31"), 1)) == "2025-01-01");
}

TEST_CASE("time values: what hangs on the reference date") {
  const TimeAnchor tuesday{kNone, "", 0, "tuesday", "", "past"};
  CHECK(anchored(tuesday, "", "2025-03-12") == "2025-03-11");
  CHECK(anchored(tuesday, "", "2025-03-11") == "2025-03-11");
  CHECK(anchored(tuesday, "TMO", "2025-03-12") == "2025-03-11TMO");
  CHECK(anchored(tuesday, "2025-03-11TMO", "2025-03-19") == "2025-03-18TMO");
  CHECK(anchored(tuesday, "2025-03-11TMO", "") == "XXXX-WXX-2TMO");
  CHECK(anchored({kNone, "", -1, "tuesday", "", "past"}, "", "2025-03-11") == "2025-03-04");
  CHECK(anchored({kNone, "", 0, "tuesday", "", "future"}, "", "2025-03-12") == "2025-03-18");
  CHECK(anchored({kNone, "week", -1, "tuesday", "", ""}, "", "2025-03-12") == "2025-03-04");

  const TimeAnchor august{kNone, "", 0, "", "08", "past"};
  CHECK(anchored(august, "XXXX-08-07", "2025-09-12") == "2025-08-07");
  CHECK(anchored(august, "2025-08-07", "2024-12-12") == "2024-08-07");
  CHECK(anchored(august, "2025-08", "") == "XXXX-08");
  CHECK(anchored({kNone, "", 0, "", "02", "past"}, "XXXX-02-29", "2025-03-12") == "2024-02-29");
  CHECK(anchored({kNone, "year", -1, "", "06", ""}, "XXXX-06", "2025-03-12") == "2024-06");
  CHECK(anchored({kNone, "", 0, "", "Q3", "past"}, "XXXX-Q3", "2025-11-02") == "2025-Q3");
  CHECK(anchored({kNone, "", 0, "", "easter 1", "future"}, "", "2025-03-12") == "2025-04-21");

  CHECK(anchored({kNone, "week", -1, "", "", ""}, "", "2025-01-02") == "2024-W52");
  CHECK(anchored({kNone, "month", -1, "", "", ""}, "", "2025-01-31") == "2024-12");
  CHECK(anchored({kNone, "day", 0, "", "", ""}, "T19:00", "2025-01-31") == "2025-01-31T19:00");
  CHECK(anchored({kNone, "weekend", 0, "", "", "past"}, "", "2025-03-10") == "2025-W10-WE");
  CHECK(anchored({kNone, "weekend", 0, "", "", "past"}, "", "2025-03-15") == "2025-W11-WE");
}

TEST_CASE("holidays: fixed, computed, and what is none") {
  CHECK(to_string(*holiday_in("12-25", 2024)) == "2024-12-25");
  CHECK(to_string(*holiday_in("11 thursday 4", 2025)) == "2025-11-27");
  CHECK(to_string(*holiday_in("11 thursday 4 +1", 2025)) == "2025-11-28");
  CHECK(to_string(*holiday_in("05 monday -1", 2025)) == "2025-05-26");
  CHECK(to_string(*holiday_in("11 monday 1 +1", 2024)) == "2024-11-05");
  CHECK(to_string(*holiday_in("easter 0", 2025)) == "2025-04-20");
  CHECK(to_string(*holiday_in("easter 0", 2024)) == "2024-03-31");
  CHECK(to_string(*holiday_in("easter -2", 2000)) == "2000-04-21");
  CHECK_FALSE(holiday_in("08", 2025));
  CHECK_FALSE(holiday_in("Q3", 2025));
  CHECK_FALSE(holiday_in("", 2025));
}

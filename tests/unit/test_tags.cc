#include <doctest/doctest.h>

#include "news_probe.h"

TEST_CASE("tags: titles, roles and possessives stand outside of names") {
  CHECK(names_of("Norwegian Foreign Minister Jonas Wetterling's plane left Oslo.") ==
        "Norwegian/NORP Jonas Wetterling/PERSON Oslo/LOC");
  CHECK(names_of("The meeting was led by Dr. Maria Olsen and Judge Henrik Dahl.") ==
        "Maria Olsen/PERSON Henrik Dahl/PERSON");
  CHECK(names_of("Fisheries spokesman Igor Petrenko met the envoy.") == "Igor Petrenko/PERSON");
}

TEST_CASE("tags: names that nobody has seen, by their words and by what stands around them") {
  CHECK(names_of("Officials of the Ministry of Health and Prevention met in May.") ==
        "Ministry of Health and Prevention/ORG");
  CHECK(names_of("She joined Harbour Bank Ltd. in May.") == "Harbour Bank Ltd./ORG");
  CHECK(names_of("Workers closed the Varda Bridge and then Lake Mirren.") == "Varda Bridge/FAC Lake Mirren/LOC");
  CHECK(names_of("They voted on the Clean Rivers Act yesterday.") == "Clean Rivers Act/MISC");
}

TEST_CASE("tags: a capital at the start of a sentence is no name by itself") {
  CHECK(names_of("Nothing happened. Yesterday it rained. Farmers were glad.").empty());
  CHECK(names_of("On Monday, 3 May, the festival opened at Easter.").empty());
}

TEST_CASE("tags: what the document says of a name holds throughout") {
  CHECK(names_of("Brown left early. The mayor, Peter Brown, was tired.") == "Brown/PERSON Peter Brown/PERSON");
}

TEST_CASE("tags: headlines do not name every word") {
  CHECK(names_of("Farmers Demand Higher Prices After Storm Hits Norway") == "Norway/LOC");
  CHECK(names_of("FARMERS DEMAND HIGHER PRICES IN NORWAY") == "NORWAY/LOC");
}

TEST_CASE("tags: initialisms are not the words that they spell") {
  CHECK(names_of("The US told us that NATO knew who was ill.") == "US/LOC NATO/ORG");
}

TEST_CASE("tags: names inside hyphens") {
  CHECK(names_of("A Delhi-based firm sold anti-Muslim leaflets.") == "Delhi/LOC Muslim/NORP");
  CHECK(names_of("The US-Russia talks in Geneva ended on Friday.") == "US/LOC Russia/LOC Geneva/LOC");
}

TEST_CASE("tags: sums of money") {
  CHECK(names_of("They paid $1.2 billion, then £50,000, EUR 3 million and 10 million rupees.") ==
        "$1.2 billion/MONEY £50,000/MONEY EUR 3 million/MONEY 10 million rupees/MONEY");
  CHECK(names_of("A stamp costs 50p, a house US$5 million.") == "50p/MONEY US$5 million/MONEY");
  CHECK(names_of("They won 3 times and lost 2.").empty());
}

TEST_CASE("tags: an address holds no name") {
  CHECK(names_of("See https://example.org/News/Oslo-Today for more.").empty());
}

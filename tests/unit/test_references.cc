#include <doctest/doctest.h>

#include "news_probe.h"

TEST_CASE("references: he and she go to whom they fit") {
  CHECK(chains_of("Mr. Jonas Wetterling met Mrs. Olga Brandt. She laughed. He did not.") ==
        "Jonas Wetterling <He>; Olga Brandt <She>");
  CHECK(chains_of("It rained. He was late.").empty());
}

TEST_CASE("references: I inside a quotation is its speaker") {
  CHECK(chains_of("“I am tired,” said Anna Berg. “Karl Olsen is my friend.”") == "Anna Berg <I> <my>; Karl Olsen");
}

TEST_CASE("references: it is a body that acts in the same sentence") {
  CHECK(chains_of("Harbour Bank said it would close.") == "Harbour Bank <it>");
  CHECK(chains_of("The talks were held in Oslo. It rained.") == "Oslo");
}

#include <doctest/doctest.h>

#include <string>

#include "model/vocabulary.h"

using pressmark::Vocabulary;

TEST_CASE("vocabulary: a word has the number of its line, any other the number of lines") {
  const std::string bytes = "the\nof\no'neill\nżółć\n";
  const auto vocabulary = Vocabulary::read(bytes);
  REQUIRE(vocabulary);
  CHECK(vocabulary->size() == 4);
  CHECK(vocabulary->find("the") == 0);
  CHECK(vocabulary->find("of") == 1);
  CHECK(vocabulary->find("o'neill") == 2);
  CHECK(vocabulary->find("żółć") == 3);
  for (const char* word : {"", "th", "The", "thee", "the\n", "the\nof", "zolc"}) CHECK(vocabulary->find(word) == 4);
}

TEST_CASE("vocabulary: without a word nothing is found") {
  const auto vocabulary = Vocabulary::read("");
  REQUIRE(vocabulary);
  CHECK(vocabulary->size() == 0);
  CHECK(vocabulary->find("the") == 0);
  CHECK(Vocabulary().find("the") == 0);
}

TEST_CASE("vocabulary: a word twice, a line that is empty or has no end") {
  CHECK_FALSE(Vocabulary::read("the\nof\nthe\n"));
  CHECK_FALSE(Vocabulary::read("the\n\nof\n"));
  CHECK_FALSE(Vocabulary::read("\n"));
  CHECK_FALSE(Vocabulary::read("the\nof"));
}

TEST_CASE("vocabulary: every one of many words is found") {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += "word" + std::to_string(i) + "\n";
  const auto vocabulary = Vocabulary::read(bytes);
  REQUIRE(vocabulary);
  std::uint32_t found = 0;
  for (std::uint32_t i = 0; i < 5000; ++i) found += vocabulary->find("word" + std::to_string(i)) == i ? 1U : 0U;
  CHECK(found == 5000);
  CHECK(vocabulary->find("word5000") == 5000);
}

#include <doctest/doctest.h>

#include "news_probe.h"

namespace {

// The entities behind each quotation's speaker phrase: "Anna Berg, Karl Olsen | -"
std::string speakers_of(std::string_view text) {
  const pressmark::Article article = analyze_clean(text);
  std::string all;
  for (const pressmark::Speakers& speakers : article.speakers) {
    if (!all.empty()) all += " | ";
    std::string names;
    for (const pressmark::Index entity : speakers.speaker) {
      names += (names.empty() ? "" : ", ") + article.entities[entity].name;
    }
    all += names.empty() ? "-" : names;
  }
  return all;
}

}  // namespace

TEST_CASE("speakers: by name, by title and name, by last name") {
  CHECK(speakers_of("“No,” said Kremlin spokesman Igor Petrenko.") == "Igor Petrenko");
  CHECK(speakers_of("Anna Berg came late. “No,” Berg said.") == "Anna Berg");
}

TEST_CASE("speakers: by pronoun") { CHECK(speakers_of("Anna Berg came late. “No,” she said.") == "Anna Berg"); }

TEST_CASE("speakers: a joint statement has several") {
  CHECK(speakers_of("“We agree,” said Anna Berg and Karl Olsen.") == "Anna Berg, Karl Olsen");
}

TEST_CASE("speakers: the unnamed mean nobody") {
  CHECK(speakers_of("Anna Berg came late. “No,” said a spokesman for Berg.") == "-");
}

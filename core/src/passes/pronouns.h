// Which words are personal pronouns, and whom they can mean.
#pragma once

#include <cstdint>
#include <string_view>

namespace pressmark {

enum class Person : std::uint8_t {
  none,
  he,
  she,
  it,
  they,
  speaker,
  side,
  hearer
};  // I: speaker, we: side, you: hearer

struct Pronoun {
  Person person = Person::none;
  bool possessive = false;  // her: only where its function says so
  bool reflexive = false;
};

// Of a word in lower case.
Pronoun pronoun_of(std::string_view word);

}  // namespace pressmark

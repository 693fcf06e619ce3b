#include <doctest/doctest.h>

#include <string>

#include "lexicons.h"
#include "passes/language.h"
#include "passes/tokens.h"

namespace {

std::string language_of(const std::string& text) {
  const auto lexicons = pressmark::Lexicons::load();
  return pressmark::find_language(text, pressmark::tokenize(text, lexicons), lexicons).code;
}

}  // namespace

TEST_CASE("language: by its function words") {
  CHECK(language_of("The mayor said that the bridge would be closed for a year and that it is not safe.") == "en");
  CHECK(language_of("Der Bürgermeister sagte, dass die Brücke für ein Jahr geschlossen ist und nicht sicher sei.") ==
        "de");
  CHECK(language_of("Le maire a dit que le pont est fermé pour un an et que les travaux ne sont pas finis.") == "fr");
  CHECK(language_of("El alcalde dijo que el puente no es seguro y que las obras en la ciudad se harán con cuidado.") ==
        "es");
  CHECK(language_of("Мэр сказал, что мост закрыт на год и что он не был безопасен для города.") == "ru");
}

TEST_CASE("language: unknown where there is too little to go by") {
  CHECK(language_of("").empty());
  CHECK(language_of("The end").empty());
  CHECK(language_of("Lopez Reed Okafor Berg Hale Obi Holm Karim Leeds Lagos").empty());
}

#include <doctest/doctest.h>

#include <string>

#include "lexicons.h"
#include "passes/language.h"
#include "passes/tokens.h"

namespace {

std::string language_of(const std::string& text) {
  const auto lexicons = pressmark::Lexicons::load();
  const auto tokens = pressmark::tokenize(text, lexicons);
  pressmark::Block all;
  all.tokens.last = static_cast<std::uint32_t>(tokens.size());
  all.span.end = static_cast<std::uint32_t>(text.size());
  return pressmark::find_language(text, tokens, {all}, lexicons).code;
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

TEST_CASE("language: by its script") {
  CHECK(language_of("市長は、橋は一年間閉鎖されると述べた。") == "ja");
  CHECK(language_of("市长说,这座桥将关闭一年,因为它不安全。") == "zh");
  CHECK(language_of("시장은 다리가 일 년 동안 폐쇄될 것이라고 말했다.") == "ko");
  CHECK(language_of("قال رئيس البلدية إن الجسر سيغلق لمدة عام") == "ar");
}

TEST_CASE("language: in the body, whatever the menus say") {
  const auto lexicons = pressmark::Lexicons::load();
  const std::string menu = "Ein Menü und die Suche auf der Seite von dem Blatt ist das ";
  const std::string text = menu + "The mayor said that the bridge is not safe and that it would be closed.";
  const auto tokens = pressmark::tokenize(text, lexicons);
  std::vector<pressmark::Block> blocks(2);
  blocks[0].kind = pressmark::BlockKind::chrome;
  while (tokens[blocks[0].tokens.last].span.start < menu.size()) ++blocks[0].tokens.last;
  blocks[1].tokens = {blocks[0].tokens.last, static_cast<std::uint32_t>(tokens.size())};
  CHECK(pressmark::find_language(text, tokens, blocks, lexicons).code == "en");
  blocks[1].kind = pressmark::BlockKind::chrome;
  blocks[0].kind = pressmark::BlockKind::body;
  CHECK(pressmark::find_language(text, tokens, blocks, lexicons).code == "de");
}

TEST_CASE("language: unknown where there is too little to go by") {
  CHECK(language_of("").empty());
  CHECK(language_of("The end").empty());
  CHECK(language_of("Lopez Reed Okafor Berg Hale Obi Holm Karim Leeds Lagos").empty());
}

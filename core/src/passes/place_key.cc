#include "passes/place_key.h"

#include <array>
#include <utility>
#include <vector>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShortWords = {
    {{"saint", "st"}, {"sainte", "ste"}, {"mount", "mt"}, {"fort", "ft"}}};

bool falls_away(char32_t c) {
  return c == '\'' || c == '.' || c == '`' || c == 0xB4 || c == 0x2BB || c == 0x2BC || c == 0x2BE || c == 0x2BF ||
         c == 0x2032 || is_combining(c);
}

std::string_view shortened(std::string_view word) {
  for (const auto& [long_form, short_form] : kShortWords) {
    if (word == long_form) return short_form;
  }
  return word;
}

}  // namespace

std::string place_key(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    at += point.length;
    const char32_t c = to_lower(fold(point.value));
    if (falls_away(c)) continue;
    if (('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) {
      words.back() += static_cast<char>(c);
    } else if (is_letter(c)) {
      return {};
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  std::string key;
  bool after_letter = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 && words.size() > 1 && words[i] == "the") continue;
    const bool letter = words[i].size() == 1;
    if (!key.empty() && !(letter && after_letter)) key += ' ';
    key += shortened(words[i]);
    after_letter = letter;
  }
  return key;
}

}  // namespace pressmark

#include "text/fold.h"

#include <string_view>

namespace pressmark {

namespace {

// The base letter of each code point from U+00C0 and from U+1E00 on, a space where there is none in ASCII.
constexpr char32_t kLatinFirst = 0xC0;
constexpr std::string_view kLatin =
    "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGg"
    "HhHhIiIiIiIiIi  JjKk LlLlLl  LlNnNnNn NnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz         "
    "       E                Oo             Uu                            AaIiOoUuUuUuUuUu AaAa    GgKkOo"
    "Oo  j   Gg  NnAa    AaAaEeEeIiIiOoOoRrRrUuUuSsTt  Hh      AaEeOoOoOoOoYy                            ";
constexpr char32_t kAdditionalFirst = 0x1E00;
constexpr std::string_view kAdditional =
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSs"
    "SsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy      AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEe"
    "IiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy      ";
static_assert(kLatin.size() == 0x250 - 0xC0 && kAdditional.size() == 0x100);

char32_t look_up(std::string_view table, char32_t first, char32_t c) {
  const char base = table[c - first];
  return base == ' ' ? c : static_cast<char32_t>(base);
}

}  // namespace

char32_t fold(char32_t c) {
  if (c < kLatinFirst) return c;
  if (c < kLatinFirst + kLatin.size()) return look_up(kLatin, kLatinFirst, c);
  if (c >= kAdditionalFirst && c < kAdditionalFirst + kAdditional.size())
    return look_up(kAdditional, kAdditionalFirst, c);
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  if (c >= 0x201C && c <= 0x201F) return '"';
  return c;
}

}  // namespace pressmark

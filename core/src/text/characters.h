// What a code point is, as far as news needs to know.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

bool is_letter(char32_t c);
bool is_combining(char32_t c);  // marks that join the letter before them, joiners and variation selectors
bool is_digit(char32_t c);      // 0 to 9
bool is_number(char32_t c);     // digits of any script, ½, ²
bool is_upper(char32_t c);
char32_t to_lower(char32_t c);

// White space and what shows as nothing: controls, byte order mark, zero-width space, soft line and paragraph ends.
bool is_space(char32_t c);
bool is_line_end(char32_t c);

bool is_apostrophe(char32_t c);   // ' ’ ʼ ‘ (wrongly set)
bool is_dash(char32_t c);         // – — ― ‒ and the hyphens
bool is_double_mark(char32_t c);  // " “ ” „ ‟ « » ＂
bool is_single_mark(char32_t c);  // ' ‘ ’ ‚ ‹ ›
bool is_punctuation(char32_t c);

std::string lower(std::string_view text);

}  // namespace pressmark

// The form in which the file of places holds a name.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// Words in lower case without diacritics, one space between them: "São Paulo" -> "sao paulo". Full stops and
// apostrophes fall away ("Xi'an" -> "xian"), letters that stand alone join ("U. S." -> "us"), all else parts words
// ("Port-au-Prince"
// -> "port au prince"); saint, mount and fort are st, mt and ft; a leading "the" is left out. Empty for what is written
// in other than Latin letters.
std::string place_key(std::string_view name);

}  // namespace pressmark

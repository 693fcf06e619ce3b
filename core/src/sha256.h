// SHA-256 (FIPS 180-4): the name of a text or a file by its content.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// 64 hexadecimal digits, lower case.
std::string sha256(std::string_view bytes);

}  // namespace pressmark

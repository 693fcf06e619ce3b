// What is done to a request's bytes before they are parsed: after it they are UTF-8, and every surrogate escape has its
// partner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

struct Repairs {
  std::uint32_t invalid_utf8 = 0;         // byte sequences that became U+FFFD
  std::uint32_t unpaired_surrogates = 0;  // escapes that became \ufffd

  // A warning for each kind that happened.
  std::vector<Warning> warnings() const;
};

// Bytes that are not UTF-8 become U+FFFD; what was done is added to `repairs`.
std::string repair_text(std::string_view bytes, Repairs& repairs);

// As repair_text, and a surrogate escape without its partner ("\ud83d") becomes "\ufffd".
std::string repair_json(std::string_view json, Repairs& repairs);

}  // namespace pressmark

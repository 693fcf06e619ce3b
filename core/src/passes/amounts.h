// Numbers as the text writes them -> plain decimals: "1.2bn", "3,500", "twenty-three", "two and a half million".
#pragma once

#include <optional>
#include <string>

#include "lexicons.h"
#include "passes/token_view.h"

namespace pressmark {

struct Amount {
  std::string value;       // "1200000000", "0.5"; exact, however long
  std::uint32_t last = 0;  // the token behind it
  bool in_digits = false;
};

// The number that begins at token i and ends before `end`; nothing where none does, or what stands there is no single
// number ("3-4", "12.03.2025"). Of the letters that multiply ("1.2bn") only those behind digits count.
std::optional<Amount> read_amount(const TokenView& view, std::uint32_t i, std::uint32_t end, const Lexicons& lexicons);

// The decimal times ten to that power.
std::string shift_decimal(const std::string& value, int power);

}  // namespace pressmark

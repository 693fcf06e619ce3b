// How a sentence uses capitals.
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// Most words have a capital, or most are in capitals: a headline, in which a capital tells little.
struct SentenceCase {
  bool title_case = false;
  bool all_caps = false;
};

SentenceCase find_case(std::string_view text, const std::vector<Token>& tokens, TokenRange range);

}  // namespace pressmark

// text, tokens, blocks -> sentences
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

// What runs on longer than this is cut: passes may look at each pair of a sentence's words and still take time in
// proportion to the text.
inline constexpr std::uint32_t kMaxSentenceTokens = 500;

// Splits the kept blocks into sentences. Closing marks and brackets stay with the sentence that they close; a full stop
// of an abbreviation ends a sentence only where the next word begins one ("U.S. officials" against "in the U.S. He").
std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens,
                                      const std::vector<Block>& blocks, const Lexicons& lexicons);

}  // namespace pressmark

// Where in the text entities are mentioned, and whom a noun phrase names.
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

struct LocatedMention {
  Span span;
  Index entity = kNone;
};

// All names of all entities, in the order of the text.
std::vector<LocatedMention> locate_mentions(const std::vector<Entity>& entities);

// The tokens that a span touches.
TokenRange tokens_in(const std::vector<Token>& tokens, Span span);

// The entities that a noun phrase names by its head: "Kremlin spokesman Dmitry Peskov", "Angela Brandt, the minister",
// "Brandt and Wetterling". "Brandt's lawyer" and "a spokesman for Brandt" name nobody.
std::vector<Index> entities_named(std::string_view text, const std::vector<Token>& tokens,
                                  const std::vector<LocatedMention>& mentions, const std::vector<Entity>& entities,
                                  Span phrase);

}  // namespace pressmark

// tokens -> a tag for each of them
//
// This is the seam of the learned tagger: what proposes here, gazetteer and rules today, is replaced by an encoder with
// several heads; what reads the tags does not change.
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/model.h"
#include "pressmark/article.h"

namespace pressmark {

// BIO: a name begins, goes on, or there is none.
enum class Bio : std::uint8_t { outside, begin, inside };

struct Tag {
  Bio bio = Bio::outside;
  EntityType type = EntityType::person;
  Score score = 0;
  Span part;          // the bytes of the token that belong to the name: "Delhi" of "Delhi-based"
  bool pair = false;  // the token holds two names of this type, joined by a hyphen: "Russia-Ukraine"
};

// One a token.
struct Tags {
  std::vector<Tag> entity;
};

Tags tag(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences,
         const Model& model, const Lexicons& lexicons);

}  // namespace pressmark

// linked names -> what the text says of each entity: name, aliases, salience, states
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/model.h"
#include "passes/name_forms.h"
#include "pressmark/article.h"

namespace pressmark {

struct LinkedNames {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Sentence>& sentences;
  const std::vector<MarkedRegion>& marks;
  const std::vector<Name>& names;
  const std::vector<Index>& entity_of;  // of each name
  const TaughtNames& taught;
  const Model& model;
  const Lexicons& lexicons;
};

// Fills in everything but type, spans of the mentions, roles and pronouns.
void describe_entities(const LinkedNames& linked, std::vector<Entity>& entities);

// Name and aliases by the forms of the mentions, which are in the order of the text. A form that the user taught wins.
void choose_name(std::string_view text, const TaughtNames& taught, Entity& entity);

// How much a text of so many bytes is about each.
void weigh_entities(std::size_t text_size, std::vector<Entity>& entities);

}  // namespace pressmark

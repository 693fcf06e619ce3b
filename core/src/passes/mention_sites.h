// names, functions -> all that a pronoun may mean, where it stands
#pragma once

#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/model.h"
#include "passes/mention_index.h"
#include "passes/tags.h"
#include "pressmark/article.h"

namespace pressmark {

// What the reference pass reads.
struct ReferenceInput {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Block>& blocks;
  const std::vector<Sentence>& sentences;
  const std::vector<Entity>& entities;
  const std::vector<Quotation>& quotations;
  const std::vector<Function>& functions;
  const Model& model;
  const Lexicons& lexicons;
};

enum class SiteKind : std::uint8_t { name, pronoun, definite, indefinite };

// A name, a pronoun that is resolved, "the woman", "two officials".
struct Site {
  Span span;
  std::uint32_t head = 0;  // token
  std::uint32_t sentence = 0;
  Index referent = kNone;
  SiteKind kind = SiteKind::name;
  Function function = Function::other;
  bool listed = false;  // "Smith and Jones"
  bool owner = false;   // "Smith's"
};

// Who or what sites mean: first one for each entity, then one for each unnamed person or body and each pair of names.
struct Referent {
  EntityType type = EntityType::person;
  bool unnamed = false;
  bool plural = false;
  // Above 0: he, below: she; 3 where the text says so, 2 where a given name or a pronoun hints at it.
  std::int8_t gender = 0;
  std::vector<Index> members = {};  // of "Smith and Jones"
};

struct MentionSites {
  std::vector<Site> sites;  // in the order of the text
  std::vector<Referent> referents;
  // Sites that are descriptions of entities: "the mayor" where "Mayor Ann Lee" stands before.
  std::vector<Reference> descriptions;
};

// `names`: where the entities stand (mention_index.h).
MentionSites find_sites(const ReferenceInput& input, const std::vector<LocatedMention>& names);

}  // namespace pressmark

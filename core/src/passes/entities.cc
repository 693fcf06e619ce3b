#include "passes/entities.h"

#include <map>

#include "passes/body_links.h"
#include "passes/entity_details.h"
#include "passes/name_forms.h"
#include "passes/name_groups.h"
#include "passes/person_links.h"
#include "passes/roles.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

// For each name the first name of its entity.
std::vector<std::uint32_t> find_leaders(const TokenView& view, const std::vector<Name>& names,
                                        const Gazetteer& gazetteer, const Lexicons& lexicons, NameForms forms) {
  share_last_names(view, names, gazetteer, forms);
  NameGroups groups(forms.forms.size());
  link_people(names, forms, groups);
  link_bodies(view, names, gazetteer, lexicons, forms, groups);
  std::map<std::uint32_t, std::uint32_t> first_name;
  std::vector<std::uint32_t> leaders(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    leaders[i] = first_name.emplace(groups.find(forms.form_of[i]), i).first->second;
  }
  return leaders;
}

// The type that most of an entity's names have; of equals the first one's. A place that is taken for a body, too, stays
// a place.
EntityType settled_type(const std::vector<Name>& names, const std::vector<std::uint32_t>& mine) {
  std::map<EntityType, std::size_t> votes;
  for (const std::uint32_t i : mine) ++votes[names[i].type];
  if (votes.size() == 2 && votes.contains(EntityType::org) && votes.contains(EntityType::loc)) return EntityType::loc;
  EntityType best = names[mine.front()].type;
  for (const auto& [type, count] : votes) {
    if (count > votes[best]) best = type;
  }
  return best;
}

}  // namespace

std::vector<Entity> link_names(std::string_view text, const std::vector<Token>& tokens,
                               const std::vector<Sentence>& sentences, const std::vector<MarkedRegion>& marks,
                               const std::vector<Name>& names, const std::vector<DictionaryEntry>& dictionary,
                               const Model& model, const Lexicons& lexicons) {
  TaughtNames taught;
  for (const DictionaryEntry& entry : dictionary) {
    if (entry.is_not || entry.name.empty()) continue;
    taught.emplace(entry.name, entry.name);
    for (const std::string& alias : entry.aliases) taught.emplace(alias, entry.name);
  }
  const std::vector<std::uint32_t> leaders =
      find_leaders(TokenView(text, tokens), names, model.gazetteer(), lexicons,
                   read_name_forms(text, tokens, names, taught, model.gazetteer(), lexicons));
  std::vector<Entity> entities;
  std::vector<Index> entity_of(names.size(), kNone);
  std::vector<std::vector<std::uint32_t>> names_of;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (leaders[i] == i) {
      entity_of[i] = static_cast<Index>(entities.size());
      entities.emplace_back();
      names_of.emplace_back();
    }
    entity_of[i] = entity_of[leaders[i]];
    names_of[entity_of[i]].push_back(i);
    entities[entity_of[i]].mentions.push_back({names[i].span, MentionKind::name, names[i].score, false});
  }
  for (Index i = 0; i < entities.size(); ++i) entities[i].type = settled_type(names, names_of[i]);
  const LinkedNames linked{text, tokens, sentences, marks, names, entity_of, taught, model, lexicons};
  describe_entities(linked, entities);
  find_roles(linked, entities);
  return entities;
}

}  // namespace pressmark

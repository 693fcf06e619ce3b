#include "pins/mention_table.h"

#include <algorithm>
#include <set>
#include <utility>

#include "passes/entity_details.h"
#include "passes/mention_index.h"

namespace pressmark {

namespace {

constexpr std::size_t kMostRoles = 12;

std::uint32_t shared(Span a, Span b) {
  const std::uint32_t start = std::max(a.start, b.start);
  const std::uint32_t end = std::min(a.end, b.end);
  return start < end ? end - start : 0;
}

// Is `part` in `whole` as whole words?
bool is_fuller(std::string_view whole, std::string_view part) {
  const std::size_t at = part.empty() || whole.size() <= part.size() ? std::string_view::npos : whole.find(part);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + part.size();
  return (at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ');
}

}  // namespace

MentionTable::MentionTable(const Article& article) : article_(article) {
  for (Index e = 0; e < article.entities.size(); ++e) {
    EntityDraft& draft = drafts_.emplace_back();
    draft.entity = article.entities[e];
    draft.entity.mentions.clear();
    draft.taught = true;
    leads_to_.push_back(e);
    for (const Mention& mention : article.entities[e].mentions) {
      add_row(mention, e);
      if (words_of(mention.span) == draft.entity.name) draft.taught = false;
    }
  }
  for (const Reference& reference : article.references) {
    if (reference.entity != kNone) add_row(reference.mention, reference.entity);
  }
  for (MentionRow& row : rows_) row.machine = row.entity;
}

Index MentionTable::add_row(const Mention& mention, Index entity) {
  const auto number = static_cast<Index>(rows_.size());
  rows_.push_back({mention, entity, kNone, false});
  by_words_[words_of(mention.span)].push_back(number);
  if (mention.kind == MentionKind::name) {
    names_[mention.span.start] = number;
    ++drafts_[entity].names;
  } else {
    others_.emplace(mention.span.start, number);
    longest_other_ = std::max(longest_other_, mention.span.length());
  }
  return number;
}

Index MentionTable::find(Index entity) const {
  while (leads_to_[entity] != entity) {
    leads_to_[entity] = leads_to_[leads_to_[entity]];
    entity = leads_to_[entity];
  }
  return entity;
}

std::vector<Index> MentionTable::names_over(Span span) const {
  std::vector<Index> found;
  auto name = names_.upper_bound(span.start);
  if (name != names_.begin()) --name;
  for (; name != names_.end() && name->first < span.end; ++name) {
    if (rows_[name->second].mention.span.overlaps(span) && !is_gone(name->second)) found.push_back(name->second);
  }
  return found;
}

std::vector<Index> MentionTable::references_over(Span span) const {
  std::vector<Index> found;
  const std::uint32_t from = span.start - std::min(span.start, longest_other_);
  for (auto other = others_.lower_bound(from); other != others_.end() && other->first < span.end; ++other) {
    if (rows_[other->second].mention.span.overlaps(span) && !is_gone(other->second)) found.push_back(other->second);
  }
  return found;
}

Index MentionTable::row_at(Span span) const {
  Index best = kNone;
  std::uint32_t most = 0;
  const std::vector<Index> names = names_over(span);
  const std::vector<Index> references = references_over(span);
  for (const auto* rows : {&names, &references}) {
    for (const Index row : *rows) {
      if (rows_[row].mention.span == span) return row;
    }
  }
  for (const auto* rows : {&names, &references}) {
    for (const Index row : *rows) {
      const std::uint32_t both = shared(rows_[row].mention.span, span);
      if (both > most) {
        best = row;
        most = both;
      }
    }
    if (best != kNone) break;
  }
  return best;
}

Index MentionTable::entity_at(Span span) const {
  const Index row = row_at(span);
  return row == kNone ? kNone : entity_of(row);
}

std::vector<Index> MentionTable::meant_within(Span phrase, const std::vector<Index>& machine) const {
  std::vector<Index> meant;
  const std::vector<Index> names = names_over(phrase);
  const std::vector<Index> references = references_over(phrase);
  for (const auto* rows : {&names, &references}) {
    for (const Index row : *rows) {
      const bool by_machine = std::find(machine.begin(), machine.end(), rows_[row].machine) != machine.end();
      const bool by_reader = rows_[row].machine == kNone && rows_[row].mention.kind == MentionKind::name;
      if ((by_machine || by_reader) && phrase.contains(rows_[row].mention.span)) meant.push_back(entity_of(row));
    }
  }
  std::sort(meant.begin(), meant.end());
  meant.erase(std::unique(meant.begin(), meant.end()), meant.end());
  return meant;
}

std::vector<Index> MentionTable::rows_like(std::string_view words) const {
  std::vector<Index> like;
  const auto found = by_words_.find(words);
  if (found == by_words_.end()) return like;
  for (const Index row : found->second) {
    if (!is_gone(row)) like.push_back(row);
  }
  return like;
}

Index MentionTable::add_entity(EntityType type, std::string_view name) {
  EntityDraft& draft = drafts_.emplace_back();
  draft.entity.type = type;
  draft.entity.name = name;
  draft.entity.by_reader = true;
  draft.changed = true;
  leads_to_.push_back(static_cast<Index>(leads_to_.size()));
  return leads_to_.back();
}

// One name of its entity less.
void MentionTable::leave(Index row) {
  EntityDraft& its = draft(rows_[row].entity);
  its.entity.by_reader = true;
  if (rows_[row].mention.kind != MentionKind::name) return;
  its.changed = true;
  --its.names;
}

void MentionTable::clear(Span span, Index entity) {
  for (const Index row : names_over(span)) {
    const Index from = entity_of(row);
    leave(row);
    rows_[row].gone = true;
    move_roles(rows_[row].mention.span, from, entity);
    if (drafts_[from].names == 0 && from != find(entity)) merge(from, entity);
  }
  for (auto name = names_.lower_bound(span.start); name != names_.end() && name->first < span.end;) {
    name = names_.erase(name);
  }
  for (const Index row : references_over(span)) {
    const Span its = rows_[row].mention.span;
    if (!its.contains(span) || its == span) rows_[row].gone = true;
  }
}

void MentionTable::add(Span span, MentionKind kind, Index entity) {
  if (kind == MentionKind::name) clear(span, entity);
  entity = find(entity);
  add_row({span, kind, 1000, false, true}, entity);
  drafts_[entity].entity.by_reader = true;
  drafts_[entity].changed = true;
}

void MentionTable::move(Index row, Index entity) {
  const Index from = entity_of(row);
  const Index into = find(entity);
  rows_[row].mention.by_reader = true;
  rows_[row].mention.score = 1000;
  if (from == into) return;
  leave(row);
  rows_[row].entity = into;
  drafts_[into].entity.by_reader = true;
  if (rows_[row].mention.kind != MentionKind::name) return;
  drafts_[into].changed = true;
  ++drafts_[into].names;
  move_roles(rows_[row].mention.span, from, into);
  if (drafts_[from].names == 0) merge(from, into);
}

// A role that stands at a mention goes where that goes: "Mayor Lund", "Lund, the mayor".
void MentionTable::move_roles(Span mention, Index from, Index into) {
  from = find(from);
  into = find(into);
  if (from == into) return;
  std::vector<Role>& roles = drafts_[from].entity.roles;
  const auto stays = [&](const Role& role) {
    const Span gap = role.span.start >= mention.end ? Span{mention.end, role.span.start}
                                                    : Span{role.span.end, std::max(role.span.end, mention.start)};
    return words_of(gap).find_first_not_of(" ,(") != std::string_view::npos;
  };
  const auto leaving = std::stable_partition(roles.begin(), roles.end(), stays);
  std::vector<Role>& theirs = drafts_[into].entity.roles;
  theirs.insert(theirs.end(), leaving, roles.end());
  roles.erase(leaving, roles.end());
}

void MentionTable::take_out(Index row) {
  const Index entity = entity_of(row);
  leave(row);
  rows_[row].gone = true;
  if (drafts_[entity].names == 0) drafts_[entity].gone = true;
}

void MentionTable::take_out_entity(Index entity) { draft(entity).gone = true; }

void MentionTable::merge(Index from, Index into) {
  from = find(from);
  into = find(into);
  if (from == into) return;
  Entity& a = drafts_[from].entity;
  EntityDraft& to = drafts_[into];
  Entity& b = to.entity;
  if (!to.named && drafts_[from].named) {
    b.name = a.name;
    to.named = true;
  }
  b.roles.insert(b.roles.end(), a.roles.begin(), a.roles.end());
  if (b.pronouns.empty()) b.pronouns = a.pronouns;
  if (!b.geo_told && a.geo_told) {
    b.geo_told = true;
    b.told_geo = a.told_geo;
  }
  if (b.stands_for == kNone) b.stands_for = a.stands_for;
  b.by_reader = true;
  to.changed = true;
  to.names += drafts_[from].names;
  leads_to_[from] = into;
}

// Name and aliases, of one whose names are not the machine's any more. It keeps its name while that is one of its forms
// and none is a fuller form of that.
void MentionTable::settle_name(const EntityDraft& draft, Entity& entity) const {
  std::string name = entity.name;
  choose_name(article_.text, {}, entity);
  const bool is_form =
      name == entity.name || std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end();
  if (!draft.named && !draft.taught && (!is_form || is_fuller(entity.name, name))) return;
  if (name == entity.name) return;
  std::swap(name, entity.name);
  std::set<std::string_view> known = {entity.name};
  entity.aliases.clear();
  for (const Mention& mention : entity.mentions) {
    const std::string_view form = words_of(mention.span);
    if (known.insert(form).second) entity.aliases.emplace_back(form);
  }
}

std::vector<Index> MentionTable::write(Article& article) const {
  std::vector<std::vector<Index>> names_of(drafts_.size());
  std::vector<Index> names;
  for (const auto& [start, row] : names_) {
    if (is_gone(row)) continue;
    names_of[entity_of(row)].push_back(row);
    names.push_back(row);
  }
  std::vector<Index> order;  // of drafts, by their first mention
  std::vector<Index> row_of(drafts_.size(), kNone);
  for (const Index row : names) {
    Index& number = row_of[entity_of(row)];
    if (number != kNone) continue;
    number = static_cast<Index>(order.size());
    order.push_back(entity_of(row));
  }
  for (Index d = 0; d < drafts_.size(); ++d) row_of[d] = row_of[find(d)];

  std::vector<Entity> entities;
  std::vector<std::optional<Geo>> geo;
  for (const Index d : order) {
    const EntityDraft& draft = drafts_[d];
    Entity& entity = entities.emplace_back(draft.entity);
    for (const Index row : names_of[d]) entity.mentions.push_back(rows_[row].mention);
    if (draft.changed || draft.named) settle_name(draft, entity);
    std::stable_sort(entity.roles.begin(), entity.roles.end(),
                     [](const Role& a, const Role& b) { return a.span.length() > b.span.length(); });
    const auto same = [](const Role& a, const Role& b) { return a.span == b.span; };
    entity.roles.erase(std::unique(entity.roles.begin(), entity.roles.end(), same), entity.roles.end());
    if (entity.roles.size() > kMostRoles) entity.roles.resize(kMostRoles);
    if (entity.stands_for != kNone) entity.stands_for = row_of[entity.stands_for];
    if (entity.stands_for == row_of[d]) entity.stands_for = kNone;
    const bool lies =
        entity.type == EntityType::loc || entity.type == EntityType::fac || entity.type == EntityType::org;
    entity.geo_told &= lies;
    const bool has_geo = lies && d < article.geo.size();
    geo.push_back(entity.geo_told ? entity.told_geo : has_geo ? article.geo[d] : std::nullopt);
  }
  weigh_entities(article.text.size(), entities);

  std::vector<Name> new_names;
  auto old = article.names.begin();
  for (const Index row : names) {
    const Mention& mention = rows_[row].mention;
    while (old != article.names.end() && old->span.start < mention.span.start) ++old;
    if (old != article.names.end() && old->span == mention.span && !mention.by_reader) {
      new_names.push_back(*old);
    } else {
      new_names.push_back(
          {tokens_in(article.tokens, mention.span), mention.span, drafts_[entity_of(row)].entity.type, mention.score});
    }
  }
  std::vector<Reference> references;
  for (const auto& [start, row] : others_) {
    if (!is_gone(row)) references.push_back({rows_[row].mention, row_of[entity_of(row)]});
  }
  const bool told = std::any_of(entities.begin(), entities.end(), [](const Entity& entity) { return entity.geo_told; });
  if (told || !article.geo.empty()) article.geo = std::move(geo);
  article.names = std::move(new_names);
  article.entities = std::move(entities);
  article.references = std::move(references);
  return row_of;
}

}  // namespace pressmark

#include "pins/name_pins.h"

#include <algorithm>
#include <iterator>

#include "input/fields.h"
#include "passes/mention_index.h"
#include "passes/name_key.h"
#include "passes/pronouns.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

void NamePins::apply(Pin& pin) {
  switch (pin.op) {
    case PinOp::name:
      return name(pin);
    case PinOp::no_name:
      return no_name(pin);
    case PinOp::other:
      return other(pin);
    case PinOp::role:
      return role(pin);
    case PinOp::place:
      return place(pin);
    case PinOp::type:
    case PinOp::rename:
    case PinOp::same:
      break;
    default:
      return;
  }
  const Index entity = entity_at(*pin.at, pin);
  if (entity == kNone) return;
  if (pin.op == PinOp::same) {
    const Index into = entity_at(*pin.as, pin);
    if (into != kNone) table_.merge(entity, into);
    return;
  }
  EntityDraft& draft = table_.draft(entity);
  draft.entity.by_reader = true;
  if (pin.op == PinOp::type) {
    draft.entity.type = *pin.type;
  } else {
    draft.entity.name = pin.name;
    draft.named = true;
  }
}

// Whom the mention at a place means. Where there is none the operation has a problem.
Index NamePins::entity_at(const PinPlace& place, Pin& pin) const {
  const Index entity = table_.entity_at(place.span);
  if (entity == kNone) pin.problem = "The words " + Fields::quote(place.quote.words) + " are no mention of anybody.";
  return entity;
}

bool NamePins::kept_block_holds(Span span) const {
  const auto block = std::partition_point(article_.blocks.begin(), article_.blocks.end(),
                                          [&](const Block& b) { return b.span.end <= span.start; });
  return block != article_.blocks.end() && block->kept() && block->span.contains(span);
}

bool NamePins::holds_whole_tokens(Span span) const {
  const TokenRange range = tokens_in(article_.tokens, span);
  return !range.empty() && article_.tokens[range.first].span.start == span.start &&
         article_.tokens[range.last - 1].span.end == span.end;
}

// Words that are said to mean somebody known are no name where they are a pronoun, or begin with a small letter ("the
// clerk").
MentionKind NamePins::kind_of(Span span, bool known) const {
  if (!known) return MentionKind::name;
  const std::string_view words = article_.text_of(span);
  if (pronoun_of(name_key(words)).person != Person::none) return MentionKind::pronoun;
  const char32_t first = decode(words, 0).value;
  return is_letter(first) && to_lower(first) == first && !is_upper(first) ? MentionKind::nominal : MentionKind::name;
}

// ---- These words are a name

void NamePins::name(Pin& pin) {
  const Span span = pin.at->span;
  if (!kept_block_holds(span)) {
    pin.problem = "The words stand in no paragraph of the article: it is set aside, or they reach over its end.";
    return;
  }
  Index entity = kNone;
  if (pin.as) {
    entity = entity_at(*pin.as, pin);
    if (entity == kNone) return;
  } else {
    entity = meant_by_name(span, *pin.type);
    if (entity == kNone) entity = table_.add_entity(*pin.type, article_.text_of(span));
  }
  name_one(span, kind_of(span, pin.as.has_value()), entity);
  if (pin.all) name_all(pin, entity);
  if (pin.name.empty()) return;
  EntityDraft& draft = table_.draft(entity);
  draft.entity.name = pin.name;
  draft.entity.by_reader = true;
  draft.named = true;
}

// The entity of that type of which these words are a name already, here or elsewhere, or of a name with other borders
// here. kNone where there is none.
Index NamePins::meant_by_name(Span span, EntityType type) const {
  const auto is_of_type = [&](Index row) { return table_.draft(table_.entity_of(row)).entity.type == type; };
  const std::vector<Index> here = table_.names_over(span);
  for (const Index row : here) {
    if (table_.row(row).mention.span == span && is_of_type(row)) return table_.entity_of(row);
  }
  for (const Index row : table_.rows_like(article_.text_of(span))) {
    if (table_.row(row).mention.kind == MentionKind::name && is_of_type(row)) return table_.entity_of(row);
  }
  for (const Index row : here) {
    if (is_of_type(row)) return table_.entity_of(row);
  }
  return kNone;
}

void NamePins::name_one(Span span, MentionKind kind, Index entity) {
  const Index row = table_.row_at(span);
  if (row != kNone && table_.row(row).mention.span == span) {
    const MentionKind was = table_.row(row).mention.kind;
    if (was == MentionKind::name || was == kind) return table_.move(row, entity);
    table_.take_out(row);
  }
  table_.add(span, kind, entity);
}

// Wherever the words stand as just these borders' name, or free of names, as whole words.
void NamePins::name_all(const Pin& pin, Index entity) {
  const MentionKind kind = kind_of(pin.at->span, pin.as.has_value());
  const std::uint32_t length = pin.at->span.length();
  const auto lead = static_cast<std::uint32_t>(pin.at->quote.words.find(article_.text_of(pin.at->span)));
  for (const std::uint32_t start : pin.starts) {
    const Span span{start + lead, start + lead + length};
    if (!holds_whole_tokens(span) || !kept_block_holds(span)) continue;
    const std::vector<Index> names = table_.names_over(span);
    if (names.empty() || table_.row(names.front()).mention.span == span) name_one(span, kind, entity);
  }
}

// ---- These words are none

void NamePins::no_name(Pin& pin) {
  const Index row = table_.row_at(pin.at->span);
  if (row == kNone) {
    entity_at(*pin.at, pin);
  } else if (pin.all) {
    table_.take_out_entity(table_.entity_of(row));
  } else {
    table_.take_out(row);
  }
}

// ---- This is another one

void NamePins::other(Pin& pin) {
  const Index row = table_.row_at(pin.at->span);
  if (row == kNone) {
    entity_at(*pin.at, pin);
    return;
  }
  const Index from = table_.entity_of(row);
  std::vector<Index> rows = {row};
  if (pin.all) {
    rows = table_.rows_like(article_.text_of(table_.row(row).mention.span));
    const bool named = table_.row(row).mention.kind == MentionKind::name;
    const auto is_none = [&](Index r) {
      return table_.entity_of(r) != from || (table_.row(r).mention.kind == MentionKind::name) != named;
    };
    rows.erase(std::remove_if(rows.begin(), rows.end(), is_none), rows.end());
  }
  if (pin.as) {
    const Index into = entity_at(*pin.as, pin);
    if (into == kNone) return;
    for (const Index r : rows) {
      if (!table_.is_gone(r)) table_.move(r, into);
    }
    return;
  }
  // A pronoun has no name by which it could be an entity of its own.
  if (table_.row(row).mention.kind != MentionKind::name) {
    for (const Index r : rows) table_.take_out(r);
    return;
  }
  if (table_.draft(from).names <= rows.size()) return;  // it is one of its own
  const Span span = table_.row(row).mention.span;
  const Index own = table_.add_entity(table_.draft(from).entity.type, article_.text_of(span));
  for (const Index r : rows) table_.move(r, own);
}

// ---- What an entity is, and where

void NamePins::role(Pin& pin) {
  if (!pin.words) return no_role(pin);
  const Index entity = entity_at(*pin.at, pin);
  if (entity == kNone) return;
  const Span span = pin.words->span;
  if (!holds_whole_tokens(span)) {
    pin.problem = "The words of the role begin or end within a word.";
    return;
  }
  Entity& its = table_.draft(entity).entity;
  its.by_reader = true;
  const auto same = [span](const Role& role) { return role.span == span; };
  if (std::none_of(its.roles.begin(), its.roles.end(), same))
    its.roles.insert(its.roles.begin(), {span, head_of(span)});
}

// The last word before a preposition or comma: "clerk of the court".
Index NamePins::head_of(Span span) const {
  constexpr std::string_view kClosers[] = {"of", "for", "in", "at", "from", "to", "with", ","};
  const TokenRange tokens = tokens_in(article_.tokens, span);
  Index head = tokens.first;
  for (Index i = tokens.first + 1; i < tokens.last; ++i) {
    const std::string word = name_key(article_.text_of(article_.tokens[i].span));
    if (std::find(std::begin(kClosers), std::end(kClosers), word) != std::end(kClosers)) break;
    head = i;
  }
  return head;
}

void NamePins::no_role(Pin& pin) {
  const Span span = pin.at->span;
  for (Index e = 0; e < table_.size(); ++e) {
    if (table_.find(e) != e) continue;
    Entity& its = table_.draft(e).entity;
    const auto gone = std::remove_if(its.roles.begin(), its.roles.end(), [span](const Role& role) {
      return role.span == span || span.contains(role.span) || role.span.contains(span);
    });
    if (gone == its.roles.end()) continue;
    its.roles.erase(gone, its.roles.end());
    its.by_reader = true;
    return;
  }
  pin.problem = "The words " + Fields::quote(pin.at->quote.words) + " are no role of anybody.";
}

void NamePins::place(Pin& pin) {
  const Index entity = entity_at(*pin.at, pin);
  if (entity == kNone) return;
  Entity& its = table_.draft(entity).entity;
  if (pin.geo && its.type != EntityType::loc && its.type != EntityType::fac && its.type != EntityType::org) {
    pin.problem = "What is meant is of type " + std::string(to_string(its.type)) + "; it lies nowhere.";
    return;
  }
  its.geo_told = true;
  its.told_geo = pin.geo;
  its.by_reader = true;
}

}  // namespace pressmark

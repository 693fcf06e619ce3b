// All mentions of an article while corrections move them from entity to entity: what stands at a place, whom it means.
//
// An entity here is a draft with a number. The machine's come first, in their order; what two of them become one is
// said by one of the numbers leading to the other, so ask find() before you use one that was kept.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

struct MentionRow {
  Mention mention;
  Index entity = kNone;
  Index machine = kNone;  // the entity that the machine takes it for
  bool gone = false;
};

struct EntityDraft {
  Entity entity;            // its mentions are rows of the table
  std::uint32_t names = 0;  // rows that name it
  bool named = false;       // the reader said how it is called
  bool taught = false;      // its name is none of its forms, for a dictionary said so
  bool changed = false;     // its names are not those that the machine has
  bool gone = false;
};

class MentionTable {
 public:
  // The article must outlive the table and keep its text.
  explicit MentionTable(const Article& article);

  // The mention at a place: the one with just these borders, a name before a pronoun, else the name or else the
  // pronoun that shares most of it. kNone where there is none.
  Index row_at(Span span) const;
  // Whom it means.
  Index entity_at(Span span) const;
  // The names that overlap a place.
  std::vector<Index> names_over(Span span) const;
  // Whom the mentions within a phrase mean, of those that the machine takes for its meaning or the reader put there.
  std::vector<Index> meant_within(Span phrase, const std::vector<Index>& machine) const;

  const MentionRow& row(Index row) const { return rows_[row]; }
  EntityDraft& draft(Index entity) { return drafts_[find(entity)]; }
  const EntityDraft& draft(Index entity) const { return drafts_[find(entity)]; }
  Index find(Index entity) const;
  std::size_t size() const { return drafts_.size(); }  // of drafts
  bool is_gone(Index row) const { return rows_[row].gone || draft(rows_[row].entity).gone; }
  Index entity_of(Index row) const { return find(rows_[row].entity); }
  // Rows with the same words.
  std::vector<Index> rows_like(std::string_view words) const;

  Index add_entity(EntityType type, std::string_view name);
  // A mention of the entity. A name displaces the names that it overlaps and the pronouns and descriptions that do not
  // hold it whole; an entity that loses its last name by this becomes one with it.
  void add(Span span, MentionKind kind, Index entity);
  // The mention is one of another entity. An entity that loses its last name by this becomes one with that.
  void move(Index row, Index entity);
  // The mention is none. An entity that loses its last name is none either.
  void take_out(Index row);
  // None of its mentions is one.
  void take_out_entity(Index entity);
  // `from` is `into`, which keeps its name unless the other has a fuller form of it.
  void merge(Index from, Index into);

  // Writes names, entities, references and geo. Returns for each draft its row of article.entities, kNone for what is
  // none.
  std::vector<Index> write(Article& article) const;

 private:
  std::string_view words_of(Span span) const { return article_.text_of(span); }
  Index add_row(const Mention& mention, Index entity);
  void clear(Span span, Index entity);
  void leave(Index row);
  void move_roles(Span mention, Index from, Index into);
  std::vector<Index> references_over(Span span) const;
  void settle_name(const EntityDraft& draft, Entity& entity) const;

  const Article& article_;
  std::vector<MentionRow> rows_;
  std::vector<EntityDraft> drafts_;
  mutable std::vector<Index> leads_to_;         // by draft
  std::map<std::uint32_t, Index> names_;        // by start; they do not overlap
  std::multimap<std::uint32_t, Index> others_;  // pronouns and descriptions, by start
  std::uint32_t longest_other_ = 0;
  std::unordered_map<std::string_view, std::vector<Index>> by_words_;
};

}  // namespace pressmark

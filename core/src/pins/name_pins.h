// Corrections of names and entities: name, no_name, type, rename, same, other, role, place.
#pragma once

#include "pins/mention_table.h"
#include "pins/pin.h"
#include "pressmark/article.h"

namespace pressmark {

class NamePins {
 public:
  NamePins(const Article& article, MentionTable& table) : article_(article), table_(table) {}

  // Applies an operation whose places are found, or says in its problem why not.
  void apply(Pin& pin);

 private:
  void name(Pin& pin);
  void name_one(Span span, MentionKind kind, Index entity);
  void name_all(const Pin& pin, Index entity);
  Index meant_by_name(Span span, EntityType type) const;
  void no_name(Pin& pin);
  void other(Pin& pin);
  void role(Pin& pin);
  void no_role(Pin& pin);
  Index head_of(Span span) const;
  void place(Pin& pin);
  Index entity_at(const PinPlace& place, Pin& pin) const;
  bool kept_block_holds(Span span) const;
  bool holds_whole_tokens(Span span) const;
  MentionKind kind_of(Span span, bool is_known) const;

  const Article& article_;
  MentionTable& table_;
};

}  // namespace pressmark

#include "passes/roles.h"

#include <algorithm>

#include "passes/marked_tokens.h"
#include "passes/noun_phrases.h"
#include "passes/role_appositions.h"
#include "passes/role_phrases.h"
#include "passes/role_titles.h"
#include "passes/role_words.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr std::size_t kMostRoles = 12;

class RoleFinder {
 public:
  RoleFinder(const LinkedNames& linked, std::vector<Entity>& entities)
      : in_(linked),
        entities_(entities),
        view_(linked.text, linked.tokens),
        phrases_(view_, linked.names, linked.lexicons),
        words_(view_, phrases_, linked.lexicons),
        marked_(linked.marks, linked.tokens.size()),
        text_{view_, phrases_, words_, marked_},
        votes_(entities.size()) {
    for (Index i = 0; i < linked.marks.size(); ++i) {
      if (linked.marks[i].parent == kNone) marked_.add(i);
    }
  }

  void run() {
    std::size_t sentence = 0;
    for (Index i = 0; i < in_.names.size(); ++i) {
      const Name& name = in_.names[i];
      if (name.type != EntityType::person && name.type != EntityType::org) continue;
      while (sentence + 1 < in_.sentences.size() && in_.sentences[sentence].tokens.last <= name.tokens.first)
        ++sentence;
      if (in_.sentences.empty()) return;
      const TokenRange range = in_.sentences[sentence].tokens;
      if (range.contains(name.tokens.first)) read(name, range, in_.entity_of[i]);
    }
    for (Index i = 0; i < entities_.size(); ++i) {
      std::stable_sort(entities_[i].roles.begin(), entities_[i].roles.end(),
                       [](const Role& a, const Role& b) { return a.span.length() > b.span.length(); });
      if (votes_[i] != 0) entities_[i].pronouns = votes_[i] > 0 ? "he" : "she";
    }
  }

 private:
  void read(const Name& name, TokenRange sentence, Index entity) {
    std::uint32_t first = name.tokens.first;
    while (first > sentence.first && words_.is_courtesy(first - 1)) vote(--first, name, entity);
    const auto title = title_before(text_, name, sentence.first);
    if (title) {
      add(*title, name, entity);
      first = title->tokens.first;
    }
    if (const auto front = role_in_front(text_, name, first, sentence)) add(*front, name, entity);
    for (const RolePhrase& role : roles_behind(text_, name, sentence, title.has_value())) add(role, name, entity);
    if (const auto role = role_by_verb(text_, name, sentence)) add(*role, name, entity);
  }

  void add(const RolePhrase& role, const Name& name, Index entity) {
    if (!role.tokens.contains(name.tokens.first)) vote(role.head, name, entity);
    std::vector<Role>& roles = entities_[entity].roles;
    const Span span = view_.span(role.tokens);
    const std::string words = lower(view_.text_of(role.tokens));
    const auto same = [&](const Role& other) {
      return other.span.length() == span.length() &&
             lower(in_.text.substr(other.span.start, other.span.length())) == words;
    };
    if (roles.size() < kMostRoles && std::none_of(roles.begin(), roles.end(), same)) {
      roles.push_back({span, role.head});
    }
  }

  void vote(std::uint32_t word, const Name& name, Index entity) {
    if (name.type != EntityType::person) return;
    const Gender gender = words_.gender(word);
    if (gender == Gender::man) ++votes_[entity];
    if (gender == Gender::woman) --votes_[entity];
  }

  const LinkedNames& in_;
  std::vector<Entity>& entities_;
  const TokenView view_;
  const NounPhrases phrases_;
  const RoleWords words_;
  MarkedTokens marked_;
  const RoleText text_;
  std::vector<std::int32_t> votes_;  // of each entity: above 0 he, below she
};

}  // namespace

void find_roles(const LinkedNames& linked, std::vector<Entity>& entities) { RoleFinder(linked, entities).run(); }

}  // namespace pressmark

#include "passes/place_drafts.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "passes/mention_index.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr std::int32_t kTownRadius = 500;  // thousandths of a degree

bool is_town(PlaceKind kind) {
  return kind == PlaceKind::capital || kind == PlaceKind::city || kind == PlaceKind::district;
}

class Drafter {
 public:
  Drafter(std::string_view text, const std::vector<Token>& tokens, const std::vector<Entity>& entities,
          const PlaceTable& table, const WordMap& place_words)
      : view_(text, tokens), tokens_(tokens), entities_(entities), table_(table), words_(place_words) {}

  std::vector<PlaceDraft> run() {
    draft_of_.assign(entities_.size(), kNone);
    for (Index i = 0; i < entities_.size(); ++i) {
      if (entities_[i].type == EntityType::loc || entities_[i].type == EntityType::fac) draft(i);
    }
    read_surroundings();
    for (Index i = 0; i < entities_.size(); ++i) {
      const bool may_be_seat = entities_[i].type == EntityType::fac || entities_[i].type == EntityType::org;
      if (may_be_seat && draft_of_[i] == kNone) draft_seat(i);
    }
    return std::move(drafts_);
  }

 private:
  struct Form {
    std::uint32_t mentions = 0;
    bool may_be_short = false;  // "Waco, TX", "Calif."
  };

  // All forms of the entity's name, each once.
  std::map<std::string_view, Form> forms_of(const Entity& entity) const {
    std::map<std::string_view, Form> forms;
    for (const Mention& mention : entity.mentions) {
      if (mention.kind != MentionKind::name) continue;
      const std::string_view name = view_.text().substr(mention.span.start, mention.span.length());
      const std::uint32_t first = tokens_in(tokens_, mention.span).first;
      Form& form = forms[name];
      ++form.mentions;
      form.may_be_short |= (first > 0 && view_.is(first - 1, ",")) || name.find('.') != std::string_view::npos;
    }
    return forms;
  }

  void draft(Index entity) {
    PlaceDraft draft;
    draft.entity = entity;
    std::map<std::uint32_t, PlaceCandidate> candidates;
    std::vector<std::uint32_t> names;  // that lead to a place, by their first meanings
    for (const auto& [written, form] : forms_of(entities_[entity])) {
      const PlaceName name = read_place_name(written, table_, words_);
      const bool may_be_short = form.may_be_short || name.short_form;
      draft.mentions += form.mentions;
      if (name.meanings.count == 0) continue;
      ++draft.forms;
      draft.whole |= name.whole;
      draft.votes.add(name.classes, form.mentions);
      for (const PlaceTable::Meanings& area : name.within) add_rows(area, draft.within);
      add_meanings(name.meanings, may_be_short, candidates);
      names.push_back(name.meanings.first);
    }
    if (!add_draft(std::move(draft), candidates) || entities_[entity].type != EntityType::loc) return;
    for (const std::uint32_t name : names) called_.emplace(name, draft_of_[entity]);
  }

  // Of a body the words around it tell nothing of the place.
  void draft_seat(Index entity) {
    PlaceDraft draft;
    draft.entity = entity;
    draft.seat = true;
    std::map<std::uint32_t, PlaceCandidate> candidates;
    for (const auto& [written, form] : forms_of(entities_[entity])) {
      const PlaceName name = read_seat(written, table_, words_);
      if (name.meanings.count == 0) continue;
      draft.mentions += form.mentions;
      ++draft.forms;
      PlaceClasses classes = name.classes;
      classes.nation &= !classes.division;  // "State of Georgia"
      draft.votes.add(classes, form.mentions);
      const auto called = called_.find(name.meanings.first);
      if (called != called_.end()) draft.named = called->second;
      ClassVotes said;
      if (name.whole) said.add(name.classes);
      add_meanings(name.meanings, written.find('.') != std::string_view::npos, candidates, said);
    }
    add_draft(std::move(draft), candidates);
  }

  // Of these only such as they are said to be.
  void add_meanings(PlaceTable::Meanings meanings, bool may_be_short,
                    std::map<std::uint32_t, PlaceCandidate>& candidates, ClassVotes said = {}) const {
    for (std::uint32_t i = 0; i < meanings.count; ++i) {
      const PlaceTable::Meaning meaning = table_.meaning(meanings.first + i);
      if (meaning.kind == NameKind::shortened && !may_be_short) continue;
      if (!said.none() && said.of(table_.place(meaning.place).kind) == 0) continue;
      PlaceCandidate& candidate = candidates[meaning.place];
      candidate.place = meaning.place;
      candidate.other_name &= meaning.kind == NameKind::other;
      ++candidate.forms;
    }
  }

  // Where there are any.
  bool add_draft(PlaceDraft draft, const std::map<std::uint32_t, PlaceCandidate>& candidates) {
    if (candidates.empty()) return false;
    for (auto [place, candidate] : candidates) {
      candidate.row = table_.place(place);
      draft.candidates.push_back(candidate);
    }
    draft_of_[draft.entity] = static_cast<Index>(drafts_.size());
    drafts_.push_back(std::move(draft));
    return true;
  }

  void add_rows(PlaceTable::Meanings meanings, std::vector<PlaceRow>& rows) const {
    for (std::uint32_t i = 0; i < meanings.count; ++i) {
      rows.push_back(table_.place(table_.meaning(meanings.first + i).place));
    }
  }

  // A mention of a place, by its tokens.
  struct Stand {
    TokenRange tokens;
    Index draft = kNone;
  };

  void read_surroundings() {
    std::vector<Stand> stands;
    for (const LocatedMention& mention : locate_mentions(entities_)) {
      const Index draft = draft_of_[mention.entity];
      if (draft != kNone) stands.push_back({tokens_in(tokens_, mention.span), draft});
    }
    for (std::size_t i = 0; i < stands.size(); ++i) {
      const Stand& here = stands[i];
      if (i + 1 < stands.size())
        read_pair(here, stands[i + 1], i + 2 < stands.size() ? stands[i + 2].tokens.first : kNone);
      PlaceDraft& draft = drafts_[here.draft];
      const std::uint32_t next = behind_possessive(here.tokens.last);
      if (next < view_.size()) {
        PlaceClasses behind = classes_at(next);
        behind.part = false;
        draft.votes.add(behind);
      }
      if (here.tokens.first > 0) {
        PlaceClasses before = classes_at(here.tokens.first - 1);
        if (!before.part) before = {};
        draft.votes.add(before);
      }
      if (here.tokens.first > 1 && view_.is(here.tokens.first - 1, "of")) {
        draft.votes.add(classes_at(here.tokens.first - 2));
      }
    }
  }

  // "New York's legislature"
  std::uint32_t behind_possessive(std::uint32_t token) const {
    return token < view_.size() && is_any_of(view_.word(token), {"'s", "’s", "'", "’"}) ? token + 1 : token;
  }

  PlaceClasses classes_at(std::uint32_t token) const { return classes_of(view_.word(token), words_); }

  // `third`: where the mention after both begins.
  void read_pair(const Stand& a, const Stand& b, std::uint32_t third) {
    if (a.draft == b.draft || b.tokens.first < a.tokens.last) return;
    const std::uint32_t between = b.tokens.first - a.tokens.last;
    const std::uint32_t first = a.tokens.last;
    const auto is = [&](std::uint32_t i, std::initializer_list<std::string_view> words) {
      return is_any_of(view_.word(first + i), words);
    };
    const bool comma = between == 1 && is(0, {","});
    if (comma || (between == 1 && is(0, {"(", "in"}))) {
      if (set_within(a.draft, b.draft)) return;
      if (comma && ends_pair(b, third))
        drafts_[a.draft].elsewhere |= is_town_in_area(drafts_[a.draft], drafts_[b.draft]);
    }
    const bool possessive =
        (between == 1 && is(0, {"'s", "’s", "'", "’"})) || (between == 2 && is(0, {"'", "’"}) && is(1, {"s"}));
    const bool kind_of = between == 2 && is(1, {"of"}) && !classes_at(first).none();  // the Texas town of Paris
    if ((possessive || kind_of) && !set_within(b.draft, a.draft)) {
      drafts_[b.draft].elsewhere |= is_town_in_area(drafts_[b.draft], drafts_[a.draft]);
    }
    if (comma || (between == 1 && is(0, {"and", "or", "&"})) ||
        (between == 2 && is(0, {","}) && is(1, {"and", "or"}))) {
      set_beside(a.draft, b.draft);
    }
  }

  // "Fairview, W.Va. —", not "London, Texas and Ohio", "London, Texas, Ohio"
  bool ends_pair(const Stand& area, std::uint32_t third) const {
    const std::uint32_t next = area.tokens.last;
    if (next >= view_.size()) return true;
    if (is_any_of(view_.word(next), {"and", "or", "&"})) return false;
    return third > next + 2;
  }

  static bool is_town_in_area(const PlaceDraft& town, const PlaceDraft& area) {
    const bool towns = std::all_of(town.candidates.begin(), town.candidates.end(), [](const PlaceCandidate& c) {
      return is_town(c.row.kind) || c.row.kind == PlaceKind::admin2;
    });
    return towns && std::any_of(area.candidates.begin(), area.candidates.end(), [](const PlaceCandidate& c) {
             return c.row.kind == PlaceKind::country || c.row.kind == PlaceKind::admin1;
           });
  }

  struct Containment {
    bool can = false;          // some meaning of the one lies in some meaning of the other
    bool in_division = false;  // and that is a division
  };

  Containment containment(const PlaceDraft& inner, const PlaceDraft& outer) const {
    Containment found;
    for (const PlaceCandidate& place : inner.candidates) {
      for (const PlaceCandidate& area : outer.candidates) {
        if (!lies_in(place.row, area.row)) continue;
        found.can = true;
        found.in_division |= area.row.kind == PlaceKind::admin1;
      }
    }
    return found;
  }

  // Where the one can lie in the other at all; what others lie in is an area.
  bool set_within(Index inner, Index outer) {
    const auto [pair, is_new] = containments_.emplace(std::pair(inner, outer), Containment());
    if (is_new) {
      pair->second = containment(drafts_[inner], drafts_[outer]);
      if (pair->second.can) drafts_[inner].within_drafts.push_back(outer);
    }
    if (pair->second.in_division) ++drafts_[outer].votes.division;
    return pair->second.can;
  }

  void set_beside(Index a, Index b) {
    if (!beside_.emplace(std::min(a, b), std::max(a, b)).second) return;
    drafts_[a].beside.push_back(b);
    drafts_[b].beside.push_back(a);
  }

  TokenView view_;
  const std::vector<Token>& tokens_;
  const std::vector<Entity>& entities_;
  const PlaceTable& table_;
  const WordMap& words_;
  std::vector<PlaceDraft> drafts_;
  std::vector<Index> draft_of_;            // of each entity
  std::map<std::uint32_t, Index> called_;  // the first draft of a place that is called so, by the name's first meaning
  // Each pair is looked at once, however often it stands in the text.
  std::map<std::pair<Index, Index>, Containment> containments_;
  std::set<std::pair<Index, Index>> beside_;
};

}  // namespace

void ClassVotes::add(PlaceClasses classes, std::uint32_t mentions) {
  city += classes.city ? mentions : 0;
  division += classes.division ? mentions : 0;
  nation += classes.nation ? mentions : 0;
  part += classes.part ? mentions : 0;
}

std::uint32_t ClassVotes::of(PlaceKind kind) const {
  switch (kind) {
    case PlaceKind::capital:
    case PlaceKind::city:
    case PlaceKind::district:
      return city;
    case PlaceKind::admin1:
    case PlaceKind::admin2:
      return division;
    case PlaceKind::country:
      return nation;
    case PlaceKind::continent:
    case PlaceKind::region:
      return 0;
  }
  return 0;
}

bool lies_in(const PlaceRow& place, const PlaceRow& area) {
  if (place.country == 0 || place.country != area.country || place.id == area.id) return false;
  if (area.kind == PlaceKind::country) return place.kind != PlaceKind::country;
  if (place.kind == PlaceKind::country || place.division != area.division || place.division == 0) return false;
  if (area.kind == PlaceKind::admin1) return place.kind != PlaceKind::admin1;
  const bool near = std::abs(place.latitude - area.latitude) < kTownRadius &&
                    std::abs(place.longitude - area.longitude) < 2 * kTownRadius;
  return is_town(place.kind) && near && (area.kind == PlaceKind::admin2 || place.size < area.size);
}

std::vector<PlaceDraft> draft_places(std::string_view text, const std::vector<Token>& tokens,
                                     const std::vector<Entity>& entities, const PlaceTable& table,
                                     const WordMap& place_words) {
  return Drafter(text, tokens, entities, table, place_words).run();
}

}  // namespace pressmark

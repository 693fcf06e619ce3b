#include "passes/places.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>

#include "passes/place_drafts.h"

namespace pressmark {

namespace {

// Everything is weighed against people: eight points are twice as many.
constexpr int kOtherName = -45;
constexpr int kEveryForm = 40;    // called so by all forms of the entity's name
constexpr int kSaidClass = 80;    // all mentions stand beside a word that says it is such a one
constexpr int kPart = 15;         // "northern Georgia" is rather no city
constexpr int kSaidWithin = 150;  // it lies where the text says it lies
constexpr int kSaidElsewhere = -150;
constexpr int kNamed = 150;         // the place in a body's name is one that the article names
constexpr int kBeside = 30;         // named in one breath with another of its kind and, but for states, its country
constexpr int kLostDistrict = -60;  // a part of a city of which the article has nothing else
constexpr int kCountryFirst = 30;   // the article has another place of the country
constexpr int kCountryMore = 2;     // for each further mention
constexpr int kDivisionFirst = 25;
constexpr int kDivisionMore = 2;
constexpr int kMostMore = 20;
constexpr int kStranger = -40;      // a small place of a country that the article has nothing else of
constexpr int kSmall = 150;         // 450,000 people, or less where it has names in many languages
constexpr int kKnown = 165;         // 1,600,000 people, or less likewise
constexpr int kNoFacility = 170;    // what a place must have whose name is found as a facility's
constexpr int kCutName = 170;       // what a place must have whose name is only a part of what is written
constexpr int kLeast = 158;         // what a place must have to be taken
constexpr int kLeastMargin = 5;     // over a place that lies elsewhere
constexpr int kUnknownMargin = 25;  // likewise, of a small place whose division the article has nothing else of
constexpr int kSureMargin = 30;     // from here on a place speaks for its country
constexpr int kSeatScore = 80;      // percent of the place's own: where a body is named after it
constexpr int kRounds = 2;
constexpr std::uint32_t kMostVotes = 5;  // of one entity

constexpr std::int32_t kSamePlace = 500;  // thousandths of a degree

int kind_points(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::continent:
      return 60;
    case PlaceKind::region:
      return 190;
    case PlaceKind::country:
      return 50;
    case PlaceKind::capital:
      return 35;
    case PlaceKind::admin1:
      return 0;
    case PlaceKind::admin2:
      return -35;
    case PlaceKind::district:
      return -15;
    case PlaceKind::city:
      return 0;
  }
  return 0;
}

// Of countries people speak however few live there, of first divisions where their country is spoken of: Tuvalu, Yukon.
int size_of(const PlaceRow& row, bool country_known) {
  if (row.kind == PlaceKind::country) return std::max<int>(row.size, 165);
  if (row.kind == PlaceKind::admin1 && country_known) return std::max<int>(row.size, 145);
  return row.size;
}

bool is_area(PlaceKind kind) {
  return kind < PlaceKind::capital || kind == PlaceKind::admin1 || kind == PlaceKind::admin2;
}

// Either may be meant and nobody would be misled: a city and its district, a state and the city that it is.
bool is_same_place(const PlaceRow& a, const PlaceRow& b) {
  if (a.country == 0 || a.country != b.country) return false;
  if (lies_in(a, b) || lies_in(b, a)) return true;
  return std::abs(a.latitude - b.latitude) < kSamePlace && std::abs(a.longitude - b.longitude) < kSamePlace;
}

struct Choice {
  const PlaceCandidate* candidate = nullptr;
  int points = 0;
  int margin = 0;
  bool said_within = false;
  bool unknown = false;  // a small place, and nothing says where but its country
};

// How often the article names places of a country or division.
class Votes {
 public:
  void add(const PlaceRow& row, std::uint32_t mentions) {
    if (row.country == 0) return;
    countries_[row.country] += mentions;
    if (row.division != 0) divisions_[row.division] += mentions;
  }
  bool empty() const { return countries_.empty(); }
  // Those of others, where `own` is what the entity itself has given.
  std::uint32_t of_country(const PlaceRow& row, const PlaceRow* own, std::uint32_t given) const {
    return left(countries_, row.country, own != nullptr && own->country == row.country ? given : 0);
  }
  std::uint32_t of_division(const PlaceRow& row, const PlaceRow* own, std::uint32_t given) const {
    if (row.division == 0) return 0;
    return left(divisions_, row.division, own != nullptr && own->division == row.division ? given : 0);
  }

 private:
  template <typename Key>
  static std::uint32_t left(const std::map<Key, std::uint32_t>& votes, Key key, std::uint32_t own) {
    const auto found = votes.find(key);
    return found == votes.end() ? 0 : found->second - own;
  }
  std::map<std::uint8_t, std::uint32_t> countries_;
  std::map<std::uint16_t, std::uint32_t> divisions_;
};

class PlaceFinder {
 public:
  PlaceFinder(const std::vector<Entity>& entities, std::vector<PlaceDraft> drafts, const PlaceTable& table)
      : entities_(entities), drafts_(std::move(drafts)), table_(table), choices_(drafts_.size()) {}

  std::vector<std::optional<Geo>> run() {
    // First each by itself; then those that are sure speak for their countries, and all are chosen again, twice, for
    // one that seemed sure may learn from the others.
    Votes votes;
    std::vector<Choice> sure(drafts_.size());
    choose_all(votes, sure);
    for (int round = 0; round < kRounds; ++round) {
      votes = Votes();
      for (std::size_t i = 0; i < drafts_.size(); ++i) {
        sure[i] = is_sure(i) ? choices_[i] : Choice();
        if (sure[i].candidate != nullptr) votes.add(sure[i].candidate->row, given(i));
      }
      choose_all(votes, sure);
    }
    std::vector<std::optional<Geo>> geo(entities_.size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!is_good(i, choices_[i])) continue;
      Geo& found = geo[drafts_[i].entity].emplace(geo_of(choices_[i]));
      if (drafts_[i].seat) found.score = static_cast<Score>(found.score * kSeatScore / 100);
    }
    return geo;
  }

 private:
  bool is_facility(std::size_t i) const { return entities_[drafts_[i].entity].type == EntityType::fac; }
  std::uint32_t given(std::size_t i) const { return std::min(drafts_[i].mentions, kMostVotes); }

  bool is_sure(std::size_t i) const {
    const Choice& choice = choices_[i];
    if (choice.points < kLeast || !drafts_[i].whole || is_facility(i) || drafts_[i].seat) return false;
    return choice.said_within || choice.margin >= kSureMargin;
  }

  void choose_all(const Votes& votes, const std::vector<Choice>& sure) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < drafts_.size(); ++i) choices.push_back(choose(i, votes, sure[i]));
    choices_ = std::move(choices);
  }

  Choice choose(std::size_t i, const Votes& votes, const Choice& own) const {
    const PlaceDraft& draft = drafts_[i];
    const PlaceRow* own_row = own.candidate == nullptr ? nullptr : &own.candidate->row;
    Choice best;
    std::vector<int> points;
    const bool somewhere = draft.elsewhere || is_said_within_any(draft);
    for (const PlaceCandidate& candidate : draft.candidates) {
      const bool within = somewhere && is_said_within(draft, candidate.row);
      const PlaceRow& row = candidate.row;
      const std::uint32_t country = votes.of_country(row, own_row, given(i));
      const std::uint32_t division = votes.of_division(row, own_row, given(i));
      const bool country_known = country > 0 || within;
      const bool small = row.kind > PlaceKind::country && row.size < kSmall;
      int sum = points_alone(draft, candidate) + size_of(row, country_known);
      sum += within ? kSaidWithin : somewhere ? kSaidElsewhere : 0;
      if (country > 0) sum += kCountryFirst + std::min(kCountryMore * static_cast<int>(country), kMostMore);
      if (division > 0) sum += kDivisionFirst + std::min(kDivisionMore * static_cast<int>(division), kMostMore);
      if (is_beside(draft, row)) sum += kBeside;
      if (is_named(draft, candidate)) sum += kNamed;
      if (row.kind == PlaceKind::district && division == 0 && !within) sum += kLostDistrict;
      const bool only_division = row.kind == PlaceKind::admin1 && votes.empty();
      if (small && !country_known && !only_division) sum += kStranger;
      points.push_back(sum);
      const bool unknown = small && division == 0 && !within && !is_area(row.kind);
      if (best.candidate == nullptr || sum > best.points) best = {&candidate, sum, 0, within, unknown};
    }
    best.margin = best.points;
    for (std::size_t k = 0; k < points.size(); ++k) {
      const PlaceRow& row = draft.candidates[k].row;
      if (row.id == best.candidate->row.id || is_same_place(row, best.candidate->row)) continue;
      best.margin = std::min(best.margin, best.points - points[k]);
    }
    return best;
  }

  // Without its size and without what the rest of the article says.
  static int points_alone(const PlaceDraft& draft, const PlaceCandidate& candidate) {
    const PlaceKind kind = candidate.row.kind;
    int points = kind_points(kind) + (candidate.other_name ? kOtherName : 0);
    points += kEveryForm * static_cast<int>(candidate.forms) / static_cast<int>(draft.forms);
    const ClassVotes& votes = draft.votes;
    const std::uint32_t said = votes.of(kind);
    points += kSaidClass * static_cast<int>(std::min(said, draft.mentions)) / static_cast<int>(draft.mentions);
    if (votes.part > 0 && is_area(kind)) points += kPart;
    return points;
  }

  bool is_said_within(const PlaceDraft& draft, const PlaceRow& row) const {
    const auto contains = [&](const PlaceRow& area) { return lies_in(row, area); };
    if (std::any_of(draft.within.begin(), draft.within.end(), contains)) return true;
    return std::any_of(draft.within_drafts.begin(), draft.within_drafts.end(), [&](Index outer) {
      const auto& areas = drafts_[outer].candidates;
      return std::any_of(areas.begin(), areas.end(), [&](const PlaceCandidate& area) { return contains(area.row); });
    });
  }

  bool is_beside(const PlaceDraft& draft, const PlaceRow& row) const {
    return std::any_of(draft.beside.begin(), draft.beside.end(), [&](Index other) {
      const PlaceCandidate* chosen = choices_[other].candidate;
      return chosen != nullptr && chosen->row.kind == row.kind &&
             (row.kind == PlaceKind::country || (chosen->row.country == row.country && chosen->row.country != 0));
    });
  }

  // Does the article name this place, of those that a body may be named after? Not where the body's name says that it
  // is another one: "Washington State Police".
  bool is_named(const PlaceDraft& draft, const PlaceCandidate& candidate) const {
    if (draft.named == kNone) return false;
    const PlaceCandidate* named = choices_[draft.named].candidate;
    if (named == nullptr || named->place != candidate.place) return false;
    const ClassVotes& votes = draft.votes;
    return votes.none() || votes.of(candidate.row.kind) > 0;
  }

  // A place that the article names, or one that anybody knows.
  bool is_good_seat(const PlaceDraft& draft, const Choice& choice) const {
    const PlaceRow& row = choice.candidate->row;
    if (draft.named != kNone && !is_good(draft.named, choices_[draft.named])) return false;
    if (is_named(draft, *choice.candidate)) return true;
    const bool known = is_area(row.kind) || row.size >= kKnown;
    return row.country != 0 && known && choice.margin >= kSureMargin &&
           (!choice.candidate->other_name || row.kind == PlaceKind::country);
  }

  bool is_said_within_any(const PlaceDraft& draft) const {
    return std::any_of(draft.within.begin(), draft.within.end(),
                       [](const PlaceRow& row) { return row.country != 0; }) ||
           !draft.within_drafts.empty();
  }

  bool is_good(std::size_t i, const Choice& choice) const {
    if (drafts_[i].seat) return choice.points >= kLeast && is_good_seat(drafts_[i], choice);
    if (choice.points < kLeast || choice.margin < (choice.unknown ? kUnknownMargin : kLeastMargin)) return false;
    if (is_facility(i) && (!drafts_[i].whole || choice.candidate->other_name || choice.points < kNoFacility))
      return false;
    return drafts_[i].whole || choice.said_within || choice.points >= kCutName;
  }

  Geo geo_of(const Choice& choice) const {
    const PlaceRow& row = choice.candidate->row;
    Geo geo;
    geo.geonames_id = row.id;
    geo.latitude = row.latitude;
    geo.longitude = row.longitude;
    geo.country = table_.country_code(row.country);
    geo.kind = row.kind;
    const int sure =
        choice.said_within ? 950 : std::clamp(500 + 5 * choice.margin + 2 * (choice.points - kLeast), 500, 990);
    geo.score = static_cast<Score>(sure);
    return geo;
  }

  const std::vector<Entity>& entities_;
  std::vector<PlaceDraft> drafts_;
  const PlaceTable& table_;
  std::vector<Choice> choices_;
};

}  // namespace

std::vector<std::optional<Geo>> find_places(std::string_view text, const std::vector<Token>& tokens,
                                            const std::vector<Entity>& entities, const PlaceTable& table,
                                            const WordMap& place_words) {
  return PlaceFinder(entities, draft_places(text, tokens, entities, table, place_words), table).run();
}

}  // namespace pressmark

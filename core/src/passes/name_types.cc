#include "passes/name_types.h"

#include <algorithm>

namespace pressmark {

namespace {

int& votes_for(TypeVotes& votes, EntityType type) { return votes[static_cast<std::size_t>(type)]; }

struct FlagWeight {
  GazetteerFlags flag;
  EntityType type;
  int weight;
};

constexpr FlagWeight kFlagWeights[] = {
    {kCountry, EntityType::loc, 6},      {kMajorPlace, EntityType::loc, 4},   {kPlace, EntityType::loc, 3},
    {kOrganization, EntityType::org, 7}, {kNationality, EntityType::norp, 9}, {kMisc, EntityType::misc, 7},
    {kProduct, EntityType::product, 6},  {kFacility, EntityType::fac, 7},     {kKnownPerson, EntityType::person, 4},
    {kGiven, EntityType::person, 3},     {kLast, EntityType::person, 2},
};

bool is_initial(const Clue& clue) { return clue.capital && clue.key.size() == 2 && clue.key[1] == '.'; }

// Where the head of "Ministry of Health" stands: the word before "of", else the last one.
std::uint32_t head_of(TokenRange range, const std::vector<Clue>& clues) {
  for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
    if (clues[i].key == "of" || clues[i].key == "for") return i - 1;
  }
  return range.last - 1;
}

void vote_by_head(TypeVotes& votes, TokenRange range, const std::vector<Clue>& clues) {
  const Clue& first = clues[range.first];
  const Clue& head = clues[head_of(range, clues)];
  const bool named = first.is(kGiven) && !first.common && !first.is(kMajorPlace);
  // "Rosa Parks", "Kate Hill": a given name makes a last name of a head.
  if (range.size() == 2 && named && head.is(kLast)) {
    votes_for(votes, EntityType::person) += 5;
    if (!head.heads('o')) return;
  }
  if (head.heads('s') && !head.heads('l')) votes_for(votes, EntityType::org) += 8;
  if (head.heads('o')) votes_for(votes, EntityType::org) += 7;
  if (head.heads('f')) votes_for(votes, EntityType::fac) += head.heads('o') ? 4 : 7;
  if (head.heads('l')) votes_for(votes, EntityType::loc) += 6;
  if (head.heads('m')) votes_for(votes, EntityType::misc) += head.heads('o') ? 5 : 6;
  const bool headed = head.heads('s') || head.heads('o') || head.heads('f') || head.heads('l') || head.heads('m');
  if (headed) return;
  if (first.heads('b')) votes_for(votes, EntityType::loc) += 4;
  if (first.heads('o') && !first.is(kGiven)) votes_for(votes, EntityType::org) += 4;
}

}  // namespace

TypeVotes vote_by_words(const NameCandidate& candidate, const std::vector<Clue>& clues) {
  TypeVotes votes{};
  const TokenRange range = candidate.tokens;
  const Clue& first = clues[range.first];
  const bool big_place = (candidate.flags & kMajorPlace) != 0;
  for (const FlagWeight& weight : kFlagWeights) {
    // "Washington", "Jordan", "Victoria": a big place before a person, until the text says otherwise.
    if (big_place && weight.type == EntityType::person) continue;
    if ((candidate.flags & weight.flag) != 0) votes_for(votes, weight.type) += weight.weight;
  }
  const bool known = (candidate.flags & ~(kCommonWord | kGiven | kGivenFemale | kGivenMale | kLast)) != 0;
  if (range.size() == 1) {
    if (known) return votes;
    const bool initialism = first.key.size() > 1 && first.key.size() < 8 && !first.common && !first.headline;
    if (initialism && candidate.is_initialism) {
      votes_for(votes, EntityType::org) += 5;
      votes_for(votes, EntityType::loc) -= 3;
    } else if (!first.common) {
      votes_for(votes, EntityType::person) += 1;
      votes_for(votes, EntityType::loc) += 1;
      votes_for(votes, EntityType::org) += 1;
    }
    return votes;
  }
  if (known) return votes;
  if (looks_like_person(clues, range)) {
    const bool given = first.is(kGiven) || is_initial(first);
    votes_for(votes, EntityType::person) += given ? 6 : 3;
    if (clues[range.last - 1].is(kLast)) votes_for(votes, EntityType::person) += 1;
  }
  vote_by_head(votes, range, clues);
  if (*std::max_element(votes.begin(), votes.end()) <= 0) {
    votes_for(votes, first.is(kPlace | kNationality) || !candidate.all_common ? EntityType::org : EntityType::misc) +=
        2;
  }
  return votes;
}

TypeVotes vote_by_context(const NameCandidate& candidate, const std::vector<Token>& tokens,
                          const std::vector<Clue>& clues, TokenRange sentence, const Lexicons& lexicons) {
  TypeVotes votes{};
  const TokenRange range = candidate.tokens;
  static const Clue nothing;
  const auto at = [&](std::uint32_t i) -> const Clue& { return sentence.contains(i) ? clues[i] : nothing; };
  const Clue& before = range.first > sentence.first ? at(range.first - 1) : nothing;
  const Clue& after = at(range.last);
  const Clue& second = at(range.last + 1);
  const auto number = [&](std::uint32_t i) { return sentence.contains(i) && tokens[i].kind == TokenKind::number; };

  const bool role = before.is_title() || lexicons.person_nouns.find(before.key) == "person";
  if (candidate.after_title || (role && !before.capital)) votes_for(votes, EntityType::person) += 7;
  if (after.key == "," && number(range.last + 1) && clues[range.last + 1].key.size() <= 2) {
    const Clue& third = at(range.last + 2);
    if (third.key == "," || third.key == ".") votes_for(votes, EntityType::person) += 6;
  }
  if (after.key == "who" || (after.key == "," && second.key == "who")) votes_for(votes, EntityType::person) += 4;
  if (after.key == "," && (second.is(kCountry) || (second.is(kMajorPlace) && second.capital))) {
    votes_for(votes, EntityType::loc) += 5;
  }
  if (!after.capital && lexicons.cues.contains(after.key)) {
    votes_for(votes, EntityType::person) += 3;
    votes_for(votes, EntityType::org) += 1;
  }
  if (before.key == "in" || before.key == "near" || before.key == "across" || before.key == "throughout") {
    votes_for(votes, EntityType::loc) += 4;
    votes_for(votes, EntityType::person) -= 3;
  } else if (before.heads('p')) {
    votes_for(votes, EntityType::loc) += before.key == "from" || before.key == "outside" ? 2 : 1;
    votes_for(votes, EntityType::person) -= 1;
  }
  if (before.key == "the") {
    votes_for(votes, EntityType::person) -= 5;
    votes_for(votes, EntityType::org) += 2;
  }
  return votes;
}

bool is_doubtful(const NameCandidate& candidate, const std::vector<Clue>& clues) {
  const Clue& first = clues[candidate.tokens.first];
  const Clue& last = clues[candidate.tokens.last - 1];
  const bool unknown = (candidate.flags & ~kCommonWord) == 0;
  if (candidate.tokens.size() == 1) {
    if (first.headline && unknown) return true;
    if (!first.common) return false;
    if (first.is(kNationality) && !first.headline) return false;
    if (first.free_capital) return true;
    const bool after_the = candidate.tokens.first > 0 && clues[candidate.tokens.first - 1].key == "the";
    if (first.is(kLast | kKnownPerson) && !after_the) return false;
    return !first.is(kCountry | kMajorPlace | kOrganization | kNationality | kMisc | kProduct);
  }
  if (!unknown) return false;
  const bool full_name = first.is(kGiven) && last.is(kLast);
  return (candidate.all_common && first.headline && !full_name) ||
         (first.headline && !first.is(kGiven) && !last.is(kLast));
}

}  // namespace pressmark

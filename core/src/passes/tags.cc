#include "passes/tags.h"

#include <algorithm>
#include <map>

#include "passes/name_candidates.h"
#include "passes/name_clues.h"
#include "passes/name_types.h"
#include "passes/sums.h"

namespace pressmark {

namespace {

// How far the context may speak against the words: less where the gazetteer knows them.
constexpr int kMostContext = 9;
constexpr int kMostContextOfKnown = 5;

// All that a document says of one name.
struct Dossier {
  TypeVotes words{};
  TypeVotes context{};
  bool sure = false;  // seen where its capital tells something
};

struct Verdict {
  EntityType type = EntityType::person;
  int votes = 0;
  int margin = 0;
};

void add_votes(TypeVotes& sum, const TypeVotes& votes, int most) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = std::clamp(sum[i] + votes[i], -most, most);
}

Verdict decide(const TypeVotes& words, const TypeVotes& context) {
  Verdict verdict;
  int second = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int votes = words[i] + context[i];
    if (votes > verdict.votes) {
      second = verdict.votes;
      verdict.votes = votes;
      verdict.type = static_cast<EntityType>(i);
    } else {
      second = std::max(second, votes);
    }
  }
  verdict.margin = verdict.votes - second;
  return verdict;
}

Score score_of(int margin) { return static_cast<Score>(std::min(950, 500 + 60 * margin)); }

void write(Tags& tags, TokenRange range, EntityType type, Score score) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    tags.entity[i] = {i == range.first ? Bio::begin : Bio::inside, type, score, {}};
  }
}

// "Russia-Ukraine", "US-China": two states that the gazetteer knows, and not the token as a whole ("Guinea-Bissau").
bool is_pair(std::string_view word, const Gazetteer& gazetteer) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || word.find('-', hyphen + 1) != std::string_view::npos) return false;
  const auto is_state = [&](std::string_view part) {
    return ((gazetteer.find(part) | gazetteer.find(name_key(part))) & kMajorPlace) != 0 && !part.empty();
  };
  return gazetteer.find(name_key(word)) == 0 && is_state(word.substr(0, hyphen)) && is_state(word.substr(hyphen + 1));
}

// "Keir Starmer" once lets "Starmer" be a person everywhere.
using PartsOfPeople = std::map<std::string_view, int>;

PartsOfPeople find_parts_of_people(const std::vector<NameCandidate>& candidates, const std::vector<Clue>& clues,
                                   const std::map<std::string_view, Dossier>& dossiers) {
  PartsOfPeople parts;
  for (const NameCandidate& candidate : candidates) {
    if (candidate.tokens.size() < 2) continue;
    const Dossier& dossier = dossiers.at(candidate.key);
    const Verdict verdict = decide(dossier.words, dossier.context);
    if (verdict.type != EntityType::person || verdict.votes <= 0) continue;
    const int weight = std::min(verdict.votes, 8);
    for (std::uint32_t i = candidate.tokens.first; i < candidate.tokens.last; ++i) {
      if (!clues[i].capital) continue;
      int& best = parts[clues[i].key];
      best = std::max(best, i + 1 == candidate.tokens.last ? weight : weight / 2);
    }
  }
  return parts;
}

}  // namespace

Tags tag(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences,
         const Model& model, const Lexicons& lexicons) {
  Tags tags{std::vector<Tag>(tokens.size())};
  const std::vector<Clue> clues = find_clues(text, tokens, sentences, model, lexicons);
  const std::vector<NameCandidate> candidates = find_candidates(tokens, sentences, clues, model, lexicons);

  // First every occurrence is heard, then each name is judged once: same name, same type throughout.
  std::map<std::string_view, Dossier> dossiers;
  std::size_t sentence = 0;
  for (const NameCandidate& candidate : candidates) {
    while (sentences[sentence].tokens.last <= candidate.tokens.first) ++sentence;
    Dossier& dossier = dossiers[candidate.key];
    dossier.words = vote_by_words(candidate, clues);
    const bool known = (candidate.flags & ~(kCommonWord | kGiven | kGivenFemale | kGivenMale | kLast)) != 0;
    add_votes(dossier.context, vote_by_context(candidate, tokens, clues, sentences[sentence].tokens, lexicons),
              known ? kMostContextOfKnown : kMostContext);
    dossier.sure = dossier.sure || !is_doubtful(candidate, clues) || candidate.after_title;
  }
  const PartsOfPeople people = find_parts_of_people(candidates, clues, dossiers);

  for (const NameCandidate& candidate : candidates) {
    const Dossier& dossier = dossiers.at(candidate.key);
    TypeVotes context = dossier.context;
    bool sure = dossier.sure;
    if (candidate.tokens.size() == 1 && (candidate.flags & (kCountry | kNationality)) == 0) {
      if (const auto part = people.find(candidate.key); part != people.end()) {
        context[static_cast<std::size_t>(EntityType::person)] += part->second;
        sure = sure || part->second > 3;
      }
    }
    const Verdict verdict = decide(dossier.words, context);
    if (sure && verdict.votes > 0) write(tags, candidate.tokens, verdict.type, score_of(verdict.margin));
  }
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = text.substr(tokens[i].span.start, tokens[i].span.length());
    if (clues[i].capital && is_pair(word, model.gazetteer()))
      tags.entity[i] = {Bio::begin, EntityType::loc, 900, {}, true};
  }
  for (const TokenRange sum : find_sums(tokens, clues, lexicons)) {
    write(tags, sum, EntityType::money, 950);
    // A name that the sum cuts off begins anew.
    if (sum.last < tags.entity.size() && tags.entity[sum.last].bio == Bio::inside)
      tags.entity[sum.last].bio = Bio::begin;
  }
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    Tag& tag = tags.entity[i];
    tag.part = tag.type == EntityType::money ? Span{0, tokens[i].span.length()} : clues[i].part;
  }
  return tags;
}

}  // namespace pressmark

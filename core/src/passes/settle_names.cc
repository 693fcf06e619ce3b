#include "passes/settle_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "passes/name_key.h"

namespace pressmark {

namespace {

// Chosen on the development files: F1 of both corpora is flat from 350 to 450, and from 3 to 5.
constexpr Score kLeastScore = 400;
constexpr std::uint64_t kFarSurer = 4;

constexpr std::size_t kTypes = static_cast<std::size_t>(EntityType::money) + 1;
using Votes = std::array<std::uint64_t, kTypes>;  // sums of squared scores

// "town hall" ends in "hall", of the lexicon's facilities.
bool is_facility(const std::string& key, const Lexicons& lexicons) {
  const std::size_t space = key.rfind(' ');
  if (space == std::string::npos) return false;
  return lexicons.name_words.find(std::string_view(key).substr(space + 1)).find('f') != std::string_view::npos;
}

}  // namespace

std::vector<Name> settle_names(std::string_view text, const std::vector<Name>& names, const Lexicons& lexicons) {
  std::vector<Name> settled;
  std::vector<std::string> keys;
  std::unordered_map<std::string, Votes> votes;
  for (const Name& name : names) {
    if (name.score < kLeastScore) continue;
    settled.push_back(name);
    keys.push_back(name_key(text.substr(name.span.start, name.span.length())));
    votes[keys.back()][static_cast<std::size_t>(name.type)] += std::uint64_t{name.score} * name.score;
  }
  for (std::size_t i = 0; i < settled.size(); ++i) {
    const Votes& heard = votes.find(keys[i])->second;
    const auto best = std::max_element(heard.begin(), heard.end());
    if (*best > kFarSurer * heard[static_cast<std::size_t>(settled[i].type)]) {
      settled[i].type = static_cast<EntityType>(best - heard.begin());
    }
    if (settled[i].type == EntityType::loc && is_facility(keys[i], lexicons)) settled[i].type = EntityType::fac;
  }
  return settled;
}

}  // namespace pressmark

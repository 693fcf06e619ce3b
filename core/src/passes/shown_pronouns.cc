#include "passes/shown_pronouns.h"

#include "passes/name_key.h"
#include "passes/pronouns.h"

namespace pressmark {

namespace {

constexpr Score kSurely = 600;
constexpr std::uint32_t kAgreement = 4;  // of so many all but one

struct Votes {
  std::uint32_t he = 0;
  std::uint32_t she = 0;
};

}  // namespace

std::vector<std::string> find_shown_pronouns(std::string_view text, const std::vector<Entity>& entities,
                                             const std::vector<Reference>& references) {
  std::vector<Votes> votes(entities.size());
  for (const Reference& reference : references) {
    if (reference.mention.kind != MentionKind::pronoun || reference.mention.score < kSurely) continue;
    const Span span = reference.mention.span;
    const Person person = pronoun_of(name_key(text.substr(span.start, span.length()))).person;
    if (person == Person::he) ++votes[reference.entity].he;
    if (person == Person::she) ++votes[reference.entity].she;
  }
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const auto [he, she] = votes[i];
    shown.push_back(entities[i].pronouns);
    if (!shown.back().empty() || entities[i].type != EntityType::person) continue;
    if (he >= kAgreement * she && he > 0) shown.back() = "he";
    if (she >= kAgreement * he && she > 0) shown.back() = "she";
  }
  return shown;
}

}  // namespace pressmark

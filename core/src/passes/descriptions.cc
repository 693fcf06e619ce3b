#include "passes/descriptions.h"

#include <algorithm>

#include "passes/mention_index.h"
#include "passes/name_key.h"

namespace pressmark {

namespace {

constexpr std::size_t kMostEntries = 64;  // of one noun

bool is_company_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"inc", "corp", "ltd", "plc", "co", "llc", "gmbh", "ag", "sa", "holdings"};
  if (word.ends_with('.')) word.remove_suffix(1);
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

Descriptions::Descriptions(std::string_view text, const std::vector<Token>& tokens, const std::vector<Entity>& entities,
                           const Lexicons& lexicons)
    : text_(text) {
  const auto add = [this](const std::string& noun, const Entry& entry) {
    std::vector<Entry>& entries = by_noun_[noun];
    if (entries.size() < kMostEntries) entries.push_back(entry);
  };
  for (Index i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    for (const Role& role : entity.roles) {
      if (role.head == kNone || role.head >= tokens.size()) continue;
      const Span head = tokens[role.head].span;
      add(name_key(text.substr(head.start, head.length())), {i, role.span.start, role.span, head.end == role.span.end});
    }
    if (entity.type != EntityType::org || entity.mentions.empty()) continue;
    // Each word of the name that says what it is: "Ministry", "Bank".
    for (const Mention& mention : entity.mentions) {
      const TokenRange range = tokens_in(tokens, mention.span);
      if (range.size() < 2) continue;
      for (std::uint32_t k = range.first; k < range.last; ++k) {
        const std::string word = name_key(text.substr(tokens[k].span.start, tokens[k].span.length()));
        if (lexicons.person_nouns.find(word) == "organization") add(word, {i, mention.span.start, mention.span, true});
        if (is_company_word(word)) add("company", {i, mention.span.start, mention.span, true});
      }
      break;
    }
  }
}

std::string Descriptions::lower_text(Span span) const {
  return ' ' + name_key(text_.substr(span.start, span.length())) + ' ';
}

Index Descriptions::find(const std::string& noun, const std::vector<std::string>& about, std::uint32_t start,
                         const std::vector<std::uint32_t>& seen) const {
  const auto found = by_noun_.find(noun);
  if (found == by_noun_.end()) return kNone;
  const Entry* best = nullptr;
  const Entry* ahead = nullptr;
  bool several = false;
  for (const Entry& entry : found->second) {
    several = several || entry.entity != found->second.front().entity;
    if (entry.bare) ahead = &entry;
    if (entry.start >= start || seen[entry.entity] == 0) continue;
    const std::string words = lower_text(entry.words);
    const bool fits = std::all_of(about.begin(), about.end(), [&](const std::string& word) {
      return words.find(' ' + word + ' ') != std::string::npos;
    });
    if (!fits) continue;
    const auto rank = [&](const Entry& e) { return std::pair(about.empty() && e.bare, seen[e.entity]); };
    if (best == nullptr || rank(entry) > rank(*best)) best = &entry;
  }
  if (best != nullptr) return best->entity;
  return ahead != nullptr && about.empty() && !several ? ahead->entity : kNone;
}

}  // namespace pressmark

#include "passes/mention_index.h"

#include <algorithm>
#include <array>

#include "passes/name_key.h"

namespace pressmark {

namespace {

// What follows these describes the head and is not it.
bool closes_head(std::string_view word) {
  constexpr std::array<std::string_view, 14> kClosers = {"of", "in", "at",    "for", "from", "with",  "to",
                                                         "by", "on", "about", "who", "that", "which", "near"};
  return std::find(kClosers.begin(), kClosers.end(), word) != kClosers.end();
}

// "the Interfax news agency": says what the name before it is.
bool names_kind(std::string_view word) {
  constexpr std::array<std::string_view, 14> kKinds = {"news",    "agency",   "service", "newspaper",   "daily",
                                                       "website", "channel",  "network", "broadcaster", "station",
                                                       "wire",    "magazine", "group",   "company"};
  return std::find(kKinds.begin(), kKinds.end(), word) != kKinds.end();
}

}  // namespace

std::vector<LocatedMention> locate_mentions(const std::vector<Entity>& entities) {
  std::vector<LocatedMention> mentions;
  for (Index i = 0; i < entities.size(); ++i) {
    for (const Mention& mention : entities[i].mentions) mentions.push_back({mention.span, i});
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const LocatedMention& a, const LocatedMention& b) { return a.span.start < b.span.start; });
  return mentions;
}

TokenRange tokens_in(const std::vector<Token>& tokens, Span span) {
  const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& token) { return token.span.end <= span.start; });
  const auto last =
      std::partition_point(first, tokens.end(), [&](const Token& token) { return token.span.start < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

std::vector<Index> entities_named(std::string_view text, const std::vector<Token>& tokens,
                                  const std::vector<LocatedMention>& mentions, const std::vector<Entity>& entities,
                                  Span phrase) {
  const TokenRange range = tokens_in(tokens, phrase);
  auto mention = std::partition_point(mentions.begin(), mentions.end(),
                                      [&](const LocatedMention& m) { return m.span.end <= phrase.start; });
  std::vector<Index> people;
  std::vector<Index> others;
  bool closed = false;  // behind a preposition
  bool joined = true;   // the phrase's beginning, or behind "and"
  for (std::uint32_t i = range.first; i < range.last;) {
    while (mention != mentions.end() && mention->span.end <= tokens[i].span.start) ++mention;
    if (mention == mentions.end() || mention->span.start > tokens[i].span.start) {
      const std::string word = name_key(text.substr(tokens[i].span.start, tokens[i].span.length()));
      const bool found = !people.empty() || !others.empty();
      if (closes_head(word)) closed = true;
      if (word == ",") closed = found;
      if (word == "and" && found) {
        closed = false;
        joined = true;
      }
      ++i;
      continue;
    }
    std::uint32_t next = i;
    while (next < range.last && tokens[next].span.start < mention->span.end) ++next;
    const std::string after =
        next < range.last ? name_key(text.substr(tokens[next].span.start, tokens[next].span.length())) : "";
    const bool possessive = after == "'s" || after == "'";
    const bool is_head =
        after.empty() || after == "," || after == "and" || after == "(" || closes_head(after) || names_kind(after);
    const bool person = entities[mention->entity].type == EntityType::person;
    if (!closed && !possessive && joined) {
      if (person) {
        people.push_back(mention->entity);
        joined = false;
      } else if (is_head && entities[mention->entity].type != EntityType::money) {
        others.push_back(mention->entity);
      }
    }
    i = next;
  }
  return people.empty() ? others : people;
}

}  // namespace pressmark

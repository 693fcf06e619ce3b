#include "passes/mention_sites.h"

#include <algorithm>
#include <map>

#include "passes/descriptions.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kMostModifiers = 4;  // words between an article and its noun
constexpr std::int8_t kSure = 3;             // of a gender
constexpr int kHint = 2;
constexpr Score kDescribed = 700;

class SiteFinder {
 public:
  SiteFinder(const ReferenceInput& input, const std::vector<LocatedMention>& names)
      : in_(input),
        view_(input.text, input.tokens),
        names_(names),
        descriptions_(input.text, input.tokens, input.entities, input.lexicons),
        seen_(input.entities.size()) {}

  MentionSites run() {
    add_entities();
    std::size_t name = 0;
    for (std::uint32_t s = 0; s < in_.sentences.size(); ++s) {
      const TokenRange range = in_.sentences[s].tokens;
      for (std::uint32_t i = range.first; i < range.last;) {
        while (name < names_.size() && names_[name].span.end <= in_.tokens[i].span.start) ++name;
        if (name < names_.size() && names_[name].span.start < in_.tokens[i].span.end) {
          i = add_name(names_[name++], s, i);
        } else {
          add_noun(s, i++);
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::string word_in(TokenRange range, std::uint32_t i) const {
    return range.contains(i) ? view_.key(i) : std::string();
  }

  // Titles say it; given names that are of one gender only hint at it.
  void add_entities() {
    for (const Entity& entity : in_.entities) {
      Referent referent{entity.type, false, entity.type == EntityType::norp, 0};
      if (entity.type == EntityType::person) {
        const std::string& name = entity.name;
        const GazetteerFlags flags = in_.model.gazetteer().find(name_key(name.substr(0, name.find_first_of(" -"))));
        // A name alone may be a last name.
        const bool given = name.find(' ') != std::string::npos || (flags & kLast) == 0;
        if (entity.pronouns == "he") {
          referent.gender = kSure;
        } else if (entity.pronouns == "she") {
          referent.gender = -kSure;
        } else if (given) {
          referent.gender = static_cast<std::int8_t>(kHint * gender_of_given(flags));
        }
      }
      out_.referents.push_back(referent);
    }
  }

  std::uint32_t add_name(const LocatedMention& mention, std::uint32_t s, std::uint32_t i) {
    const TokenRange range = in_.sentences[s].tokens;
    const std::uint32_t first = i;
    while (i + 1 < range.last && in_.tokens[i + 1].span.start < mention.span.end) ++i;
    Site site{mention.span, i, s, mention.entity, SiteKind::name, in_.functions[i], false, false};
    site.listed = is_listed(range, first, i + 1);
    site.owner = is_owner(range, i + 1);
    add_pair(site);
    add(site);
    return i + 1;
  }

  bool is_owner(TokenRange range, std::uint32_t next) const {
    const std::string after = word_in(range, next);
    return after == "'s" || after == "'";
  }

  bool is_listed(TokenRange range, std::uint32_t first, std::uint32_t next) const {
    const std::string before = first > range.first ? view_.key(first - 1) : std::string();
    return before == "and" || word_in(range, next) == "and";
  }

  // What a noun names: a person, several, a body; nothing where it is no such noun.
  struct Noun {
    bool person = false;
    bool body = false;
    bool plural = false;
    std::int8_t gender = 0;
  };

  Noun noun_of(const std::string& word) const {
    const std::string_view role = in_.lexicons.role_nouns.find(word);
    if (role == "man") return {true, false, false, kSure};
    if (role == "woman") return {true, false, false, -kSure};
    if (role == "person") return {true, false, false, 0};
    if (role == "organization") return {false, true, false, 0};
    const std::string_view kind = in_.lexicons.person_nouns.find(word);
    if (kind == "person" || kind == "unnamed") return {true, false, false, 0};
    if (kind == "collective") return {true, false, true, 0};
    if (kind == "organization") return {false, true, false, 0};
    return {};
  }

  // "the woman", "a spokesman", "his mother", "two officials"; not what stands at a name and describes it.
  void add_noun(std::uint32_t s, std::uint32_t i) {
    const TokenRange range = in_.sentences[s].tokens;
    if (in_.tokens[i].kind != TokenKind::word) return;
    const Function function = in_.functions[i];
    // What stands at a name and describes it, and verbs.
    if (function >= Function::apposition) return;
    const std::string word_itself = view_.key(i);
    const Noun noun = noun_of(word_itself);
    if (!noun.person && !noun.body) return;
    std::vector<std::string> about;
    std::string article;
    std::uint32_t first = i;
    while (first > range.first && i - first < kMostModifiers && article.empty()) {
      const std::string before = view_.key(first - 1);
      if (in_.lexicons.function_words.find(before) == "det") {
        article = before;
      } else if (in_.tokens[first - 1].kind != TokenKind::word || in_.lexicons.function_words.contains(before)) {
        break;
      } else {
        about.push_back(before);
      }
      --first;
    }
    if (article.empty()) {
      if (!noun.plural) return;
      first = i;
    }
    const bool open = article.empty() || is_any_of(article, {"a", "an", "another", "some", "any", "no", "every"});
    Site site{{in_.tokens[first].span.start, in_.tokens[i].span.end},
              i,
              s,
              kNone,
              open ? SiteKind::indefinite : SiteKind::definite,
              function,
              is_listed(range, first, i + 1),
              is_owner(range, i + 1)};
    add_complement(range, i + 1, about);
    if (is_any_of(article, {"the", "this", "that"}) && !noun.plural)
      site.referent = described(site, word_itself, about);
    if (site.referent == kNone) site.referent = unnamed(site, word_itself, noun);
    add(site);
  }

  // "of Harbour Bank" behind the noun
  void add_complement(TokenRange range, std::uint32_t i, std::vector<std::string>& about) const {
    if (!is_any_of(word_in(range, i), {"of", "at", "for"})) return;
    for (++i; i < range.last && in_.tokens[i].kind == TokenKind::word; ++i) {
      const std::string next = view_.key(i);
      const bool article = in_.lexicons.function_words.find(next) == "det";
      if (!article && (in_.lexicons.function_words.contains(next) || !in_.tokens[i].capital)) break;
      if (!article) about.push_back(next);
    }
  }

  // The entity that the text has described by these words before.
  Index described(const Site& site, const std::string& noun, const std::vector<std::string>& about) {
    const Index entity = descriptions_.find(noun, about, site.span.start, seen_);
    if (entity != kNone) {
      out_.descriptions.push_back({{site.span, MentionKind::nominal, kDescribed, false}, entity});
    }
    return entity;
  }

  // Nobody with a name; the same as before where it is the same noun again.
  Index unnamed(const Site& site, const std::string& word, const Noun& noun) {
    const std::string key = noun.plural ? word + "/s" : word;
    const auto known = site.kind == SiteKind::definite ? unnamed_.find(key) : unnamed_.end();
    if (known != unnamed_.end()) return known->second;
    const auto referent = static_cast<Index>(out_.referents.size());
    out_.referents.push_back({noun.body ? EntityType::org : EntityType::person, true, noun.plural, noun.gender});
    unnamed_[key] = referent;
    return referent;
  }

  // "Smith and Jones" may be "they".
  void add_pair(const Site& site) {
    if (out_.sites.empty()) return;
    const Site before = out_.sites.back();
    const bool alike = before.kind == SiteKind::name && before.sentence == site.sentence && !before.owner &&
                       before.referent != site.referent &&
                       in_.entities[before.referent].type == in_.entities[site.referent].type;
    if (!alike || before.head + 2 != first_token(site) || view_.key(before.head + 1) != "and") return;
    Site pair = before;
    pair.span.end = site.span.end;
    pair.kind = SiteKind::definite;
    pair.referent = static_cast<Index>(out_.referents.size());
    pair.listed = false;
    const EntityType type = in_.entities[site.referent].type;
    out_.referents.push_back({type, true, true, 0, {before.referent, site.referent}});
    out_.sites.push_back(pair);
  }

  std::uint32_t first_token(const Site& site) const { return tokens_in(in_.tokens, site.span).first; }

  void add(const Site& site) {
    if (site.referent < seen_.size()) seen_[site.referent] = static_cast<std::uint32_t>(out_.sites.size() + 1);
    out_.sites.push_back(site);
  }

  const ReferenceInput& in_;
  const TokenView view_;
  const std::vector<LocatedMention>& names_;
  const Descriptions descriptions_;
  std::map<std::string, Index> unnamed_;  // by noun
  std::vector<std::uint32_t> seen_;       // of entities: the number of their last site
  MentionSites out_;
};

}  // namespace

MentionSites find_sites(const ReferenceInput& input, const std::vector<LocatedMention>& names) {
  return SiteFinder(input, names).run();
}

}  // namespace pressmark

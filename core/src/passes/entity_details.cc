#include "passes/entity_details.h"

#include <algorithm>
#include <map>
#include <set>

#include "passes/name_key.h"
#include "text/characters.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kLongestTitle = 8;  // tokens
constexpr std::uint32_t kLongestApposition = 14;
constexpr std::size_t kMostRoles = 12;

class Describer {
 public:
  Describer(const LinkedNames& linked, std::vector<Entity>& entities)
      : in_(linked), entities_(entities), name_at_(linked.tokens.size(), kNone) {
    for (Index i = 0; i < in_.names.size(); ++i) {
      for (std::uint32_t k = in_.names[i].tokens.first; k < in_.names[i].tokens.last; ++k) name_at_[k] = i;
    }
  }

  void run() {
    std::size_t sentence = 0;
    std::vector<std::size_t> mentions_read(entities_.size());
    for (Index i = 0; i < in_.names.size(); ++i) {
      const Name& name = in_.names[i];
      while (sentence + 1 < in_.sentences.size() && in_.sentences[sentence].tokens.last <= name.tokens.first)
        ++sentence;
      const TokenRange range = in_.sentences.empty() ? name.tokens : in_.sentences[sentence].tokens;
      Entity& entity = entities_[in_.entity_of[i]];
      Mention& mention = entity.mentions[mentions_read[in_.entity_of[i]]++];
      if (name.type == EntityType::person) {
        add_title(name, range, entity);
        add_apposition(name, range, entity);
      }
      if (name.type == EntityType::loc) mention.metonym = is_metonym(name, range);
    }
    for (Entity& entity : entities_) {
      choose_name(entity);
      std::stable_sort(entity.roles.begin(), entity.roles.end(),
                       [](const Role& a, const Role& b) { return a.span.length() > b.span.length(); });
    }
    weigh();
    find_states();
  }

 private:
  std::string_view slice(Span span) const { return in_.text.substr(span.start, span.length()); }
  std::string key(std::uint32_t token) const { return name_key(slice(in_.tokens[token].span)); }
  bool is_title(std::uint32_t token) const { return in_.lexicons.titles.find(key(token)).starts_with("before"); }
  bool is_person_noun(std::uint32_t token) const {
    return is_title(token) || in_.lexicons.person_nouns.find(key(token)) == "person";
  }

  void add_role(Entity& entity, std::uint32_t first, std::uint32_t last) {
    const Span span{in_.tokens[first].span.start, in_.tokens[last - 1].span.end};
    if (entity.roles.size() == kMostRoles) return;
    const auto same = [&](const Role& role) { return slice(role.span) == slice(span); };
    if (std::none_of(entity.roles.begin(), entity.roles.end(), same)) entity.roles.push_back({span});
  }

  // "former | Russian Foreign Minister | Sergei Lavrov"
  void add_title(const Name& name, TokenRange sentence, Entity& entity) {
    std::uint32_t first = name.tokens.first;
    const std::uint32_t least = std::max(sentence.first, first > kLongestTitle ? first - kLongestTitle : 0);
    while (first > least) {
      const std::uint32_t i = first - 1;
      const std::string word = key(i);
      const bool title = in_.lexicons.titles.contains(word) || is_person_noun(i);
      if (first == name.tokens.first) {
        if (!is_person_noun(i)) return;
        note_pronoun(entity, in_.lexicons.titles.find(word));
      } else if (!title && !is_role_word(i)) {
        break;
      }
      --first;
    }
    // A bare Mr. or Mrs. is no role.
    if (first + 1 == name.tokens.first) {
      const std::string_view kind = in_.lexicons.titles.find(key(first));
      if ((kind == "before_m" || kind == "before_f") && key(first).size() <= 4) return;
    }
    if (first < name.tokens.first) add_role(entity, first, name.tokens.first);
  }

  // What may stand in front of a title: "Kremlin", "Russian", "Central Intelligence Agency", "Finance".
  bool is_role_word(std::uint32_t i) const {
    if (name_at_[i] != kNone) {
      const EntityType type = in_.names[name_at_[i]].type;
      return type == EntityType::org || type == EntityType::norp || type == EntityType::loc;
    }
    const Token& token = in_.tokens[i];
    return token.kind == TokenKind::word && token.capital && !in_.lexicons.function_words.contains(key(i));
  }

  static void note_pronoun(Entity& entity, std::string_view title) {
    if (title == "before_m") entity.pronouns = "he";
    if (title == "before_f") entity.pronouns = "she";
  }

  // "Alexander Dugin, | a political scientist in Moscow | who": up to a comma, full stop or relative clause.
  void add_apposition(const Name& name, TokenRange sentence, Entity& entity) {
    std::uint32_t i = name.tokens.last;
    if (i + 2 >= sentence.last || key(i) != ",") return;
    const std::uint32_t first = ++i;
    const std::string opener = key(first);
    const bool article = opener == "a" || opener == "an" || opener == "the";
    bool person_noun = false;
    for (; i < sentence.last && i - first < kLongestApposition; ++i) {
      const std::string word = key(i);
      if (word == "," || word == "." || word == "who" || word == ";" || word == ":" || word == "—" || word == "–")
        break;
      if (in_.tokens[i].kind == TokenKind::punctuation && word != "'s") return;
      const bool in_head = i - first < (article ? 5U : 3U);
      person_noun = person_noun || (in_head && is_person_noun(i) && name_at_[i] == kNone);
      // A verb of saying is no apposition: "Smith, said the minister,".
      if (in_.lexicons.cues.contains(word) && !is_person_noun(i)) return;
    }
    if (i == sentence.last || i - first >= kLongestApposition) return;
    if (person_noun && i > first) add_role(entity, first, i);
  }

  // "Moscow said": the place acts.
  bool is_metonym(const Name& name, TokenRange sentence) const {
    const std::uint32_t next = name.tokens.last;
    if (next >= sentence.last || !in_.lexicons.cues.contains(key(next))) return false;
    const std::string_view surface = slice(name.span);
    return in_.lexicons.states.contains(surface) || in_.lexicons.name_aliases.contains(surface) ||
           (in_.model.gazetteer().find(name_key(surface)) & kCountry) != 0;
  }

  // The fullest form; of a place the one used most. Of two that differ by their case only, not the one in capitals
  // ("PORT ELLERY" of a dateline).
  void choose_name(Entity& entity) const {
    std::vector<std::string_view> forms;
    std::map<std::string_view, std::size_t> uses;
    for (const Mention& mention : entity.mentions) {
      if (++uses[slice(mention.span)] == 1) forms.push_back(slice(mention.span));
    }
    const bool place = entity.type == EntityType::loc;
    const auto rank = [&](std::string_view form) {
      const auto spaces = static_cast<std::size_t>(std::count(form.begin(), form.end(), ' '));
      return std::pair(place ? uses[form] : spaces, form.size());
    };
    std::string_view best = forms.front();
    for (const std::string_view form : forms) {
      if (rank(form) > rank(best)) best = form;
    }
    for (const std::string_view form : forms) {
      const bool louder = std::lexicographical_compare(best.begin(), best.end(), form.begin(), form.end());
      if (form != best && louder && lower(form) == lower(best)) best = form;
    }
    const auto taught =
        std::find_if(forms.begin(), forms.end(), [this](std::string_view form) { return in_.taught.contains(form); });
    if (taught != forms.end()) best = in_.taught.at(*taught);
    entity.name = best;
    for (const std::string_view form : forms) {
      if (form != best) entity.aliases.emplace_back(form);
    }
  }

  // By how often it is named and how early, against the most named; peoples and sums count half.
  void weigh() {
    std::vector<std::uint32_t> weights;
    for (const Entity& entity : entities_) {
      const std::uint32_t early = entity.mentions.front().span.start < in_.text.size() / 5 ? 2 : 0;
      auto weight = static_cast<std::uint32_t>(std::min<std::size_t>(entity.mentions.size(), 100'000)) * 2 + early;
      if (entity.type == EntityType::norp || entity.type == EntityType::money) weight /= 2;
      weights.push_back(weight);
    }
    const std::uint32_t most = weights.empty() ? 1 : std::max(1U, *std::max_element(weights.begin(), weights.end()));
    for (std::size_t i = 0; i < weights.size(); ++i) {
      entities_[i].salience = static_cast<Score>(weights[i] * 1000 / most);
    }
  }

  std::string_view canonical(std::string_view name) const {
    const std::string_view full = in_.lexicons.name_aliases.find(name);
    return full.empty() ? name : full;
  }

  void find_states() {
    std::map<std::string_view, Index> places;
    for (Index i = 0; i < entities_.size(); ++i) {
      if (entities_[i].type == EntityType::loc) places.emplace(canonical(entities_[i].name), i);
    }
    for (Entity& entity : entities_) {
      if (entity.type != EntityType::loc) continue;
      const std::string_view state = in_.lexicons.states.find(canonical(entity.name));
      const auto found = places.find(state);
      if (!state.empty() && found != places.end()) entity.stands_for = found->second;
    }
  }

  const LinkedNames& in_;
  std::vector<Entity>& entities_;
  std::vector<Index> name_at_;  // of each token
};

}  // namespace

void describe_entities(const LinkedNames& linked, std::vector<Entity>& entities) { Describer(linked, entities).run(); }

}  // namespace pressmark

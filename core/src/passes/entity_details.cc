#include "passes/entity_details.h"

#include <algorithm>
#include <map>
#include <set>

#include "passes/name_key.h"
#include "text/characters.h"

namespace pressmark {

namespace {

class Describer {
 public:
  Describer(const LinkedNames& linked, std::vector<Entity>& entities) : in_(linked), entities_(entities) {}

  void run() {
    std::size_t sentence = 0;
    std::vector<std::size_t> mentions_read(entities_.size());
    for (Index i = 0; i < in_.names.size(); ++i) {
      const Name& name = in_.names[i];
      while (sentence + 1 < in_.sentences.size() && in_.sentences[sentence].tokens.last <= name.tokens.first)
        ++sentence;
      const TokenRange range = in_.sentences.empty() ? name.tokens : in_.sentences[sentence].tokens;
      Mention& mention = entities_[in_.entity_of[i]].mentions[mentions_read[in_.entity_of[i]]++];
      if (name.type == EntityType::loc) mention.metonym = is_metonym(name, range);
    }
    for (Entity& entity : entities_) choose_name(in_.text, in_.taught, entity);
    weigh_entities(in_.text.size(), entities_);
    find_states();
  }

 private:
  std::string_view slice(Span span) const { return in_.text.substr(span.start, span.length()); }
  std::string key(std::uint32_t token) const { return name_key(slice(in_.tokens[token].span)); }

  // "Moscow said": the place acts.
  bool is_metonym(const Name& name, TokenRange sentence) const {
    const std::uint32_t next = name.tokens.last;
    if (next >= sentence.last || !in_.lexicons.cues.contains(key(next))) return false;
    const std::string_view surface = slice(name.span);
    return in_.lexicons.states.contains(surface) || in_.lexicons.name_aliases.contains(surface) ||
           (in_.model.gazetteer().find(name_key(surface)) & kCountry) != 0;
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
};

}  // namespace

// The fullest form; of a place the one used most. Of two that differ by their case only, not the one in capitals ("PORT
// ELLERY" of a dateline).
void choose_name(std::string_view text, const TaughtNames& taught, Entity& entity) {
  std::vector<std::string_view> forms;
  std::map<std::string_view, std::size_t> uses;
  for (const Mention& mention : entity.mentions) {
    const std::string_view form = text.substr(mention.span.start, mention.span.length());
    if (++uses[form] == 1) forms.push_back(form);
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
  const auto known =
      std::find_if(forms.begin(), forms.end(), [&taught](std::string_view form) { return taught.contains(form); });
  if (known != forms.end()) best = taught.at(*known);
  entity.name = best;
  entity.aliases.clear();
  for (const std::string_view form : forms) {
    if (form != best) entity.aliases.emplace_back(form);
  }
}

// By how often it is named and how early, against the most named; peoples and sums count half.
void weigh_entities(std::size_t text_size, std::vector<Entity>& entities) {
  std::vector<std::uint32_t> weights;
  for (const Entity& entity : entities) {
    const std::uint32_t early = entity.mentions.front().span.start < text_size / 5 ? 2 : 0;
    auto weight = static_cast<std::uint32_t>(std::min<std::size_t>(entity.mentions.size(), 100'000)) * 2 + early;
    if (entity.type == EntityType::norp || entity.type == EntityType::money) weight /= 2;
    weights.push_back(weight);
  }
  const std::uint32_t most = weights.empty() ? 1 : std::max(1U, *std::max_element(weights.begin(), weights.end()));
  for (std::size_t i = 0; i < weights.size(); ++i) entities[i].salience = static_cast<Score>(weights[i] * 1000 / most);
}

void describe_entities(const LinkedNames& linked, std::vector<Entity>& entities) { Describer(linked, entities).run(); }

}  // namespace pressmark

#include "passes/entities.h"

#include <algorithm>
#include <map>
#include <set>

#include "passes/entity_details.h"
#include "passes/name_key.h"
#include "passes/roles.h"

namespace pressmark {

namespace {

constexpr std::size_t kLongestPart = 4;  // words of a name that stand for all of it

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
  std::string key;
  for (const std::string& word : words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

// Names that are written differently and are one: what groups[i] says is the group of form i.
class Groups {
 public:
  std::uint32_t add() {
    parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
    return parent_.back();
  }
  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  // The group of the earlier form stays.
  void merge(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// One way in which a name is written; its occurrences are names of the text.
struct Form {
  EntityType type = EntityType::person;
  Words words;  // in lower case, without full stops and "Jr."
  std::string surface;
};

bool is_initial(const std::string& word) { return word.size() == 1; }

class NameLinker {
 public:
  NameLinker(std::string_view text, const std::vector<Token>& tokens, const std::vector<Name>& names,
             const TaughtNames& taught, const Lexicons& lexicons)
      : text_(text), tokens_(tokens), names_(names), taught_(taught), lexicons_(lexicons) {}

  // For each name the first name of its entity.
  std::vector<std::uint32_t> run() {
    read_forms();
    link_full_names();
    link_short_names();
    link_organizations();
    link_initialisms();
    std::map<std::uint32_t, std::uint32_t> first_name;
    std::vector<std::uint32_t> leaders(names_.size());
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      leaders[i] = first_name.emplace(groups_.find(form_at(i)), i).first->second;
    }
    return leaders;
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.start, span.length()); }

  Words words_of(const Name& name) const {
    Words words;
    for (std::uint32_t i = name.tokens.first; i < name.tokens.last; ++i) {
      const Span span{std::max(tokens_[i].span.start, name.span.start), std::min(tokens_[i].span.end, name.span.end)};
      std::string word = name_key(slice(span));
      if (tokens_[i].kind == TokenKind::punctuation) continue;
      if (lexicons_.titles.find(word) == "after") continue;
      word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
      if (!word.empty()) words.push_back(std::move(word));
    }
    if (words.empty()) words.push_back(name_key(slice(name.span)));
    return words;
  }

  void read_forms() {
    std::map<std::pair<EntityType, std::string>, std::uint32_t> known;
    for (const Name& name : names_) {
      Form form{name.type, {}, std::string(slice(name.span))};
      const auto taught = taught_.find(form.surface);
      const std::string_view full =
          taught == taught_.end() ? lexicons_.name_aliases.find(form.surface) : taught->second;
      if (!full.empty()) {
        form.words = {name_key(full)};
      } else {
        form.words = words_of(name);
        if (name.type != EntityType::person) form.words = {joined(form.words)};
        // "Russian" and "Russians"
        if (name.type == EntityType::norp && form.words[0].ends_with('s') && !form.words[0].ends_with("ss")) {
          form.words[0].pop_back();
        }
      }
      const auto [place, is_new] = known.emplace(std::pair(form.type, joined(form.words)), 0);
      if (is_new) {
        place->second = groups_.add();
        if (name.type == EntityType::org && full.empty()) form.words = words_of(name);
        forms_.push_back(std::move(form));
      }
      form_of_.push_back(place->second);
    }
  }

  std::uint32_t form_at(std::uint32_t name) {
    const auto found = chosen_.find(name);
    return found == chosen_.end() ? form_of_[name] : found->second;
  }

  bool is_full(const Form& form) const { return form.type == EntityType::person && form.words.size() > 1; }

  // "Donald Trump" with "Donald J. Trump" and, where no other Trump has that initial, with "D. Trump".
  void link_full_names() {
    std::map<std::string, std::vector<std::uint32_t>> by_last;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (is_full(forms_[i])) by_last[forms_[i].words.back()].push_back(i);
    }
    for (const auto& [last, list] : by_last) {
      std::map<std::string, std::uint32_t> by_given;
      std::map<char, std::set<std::string>> by_initial;
      for (const std::uint32_t i : list) {
        const std::string& given = forms_[i].words.front();
        const auto [place, is_new] = by_given.emplace(given, i);
        if (!is_new) groups_.merge(place->second, i);
        if (!is_initial(given)) by_initial[given[0]].insert(given);
      }
      for (const auto& [given, i] : by_given) {
        if (!is_initial(given)) continue;
        const auto fitting = by_initial.find(given[0]);
        if (fitting != by_initial.end() && fitting->second.size() == 1) {
          groups_.merge(by_given.at(*fitting->second.begin()), i);
        }
      }
    }
  }

  // Who may be meant by a part of full names: their ends ("bin Laden", "Laden"), or their fronts.
  struct Owner {
    std::uint32_t group = 0;
    bool several = false;
  };
  using Owners = std::map<std::string, Owner>;

  Owners find_owners(bool ends) {
    Owners owners;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (!is_full(forms_[i])) continue;
      const Words& words = forms_[i].words;
      const std::uint32_t group = groups_.find(i);
      for (std::size_t length = 1; length < std::min(words.size(), kLongestPart + 1); ++length) {
        const auto first = ends ? words.end() - static_cast<std::ptrdiff_t>(length) : words.begin();
        const std::string part = joined(Words(first, first + static_cast<std::ptrdiff_t>(length)));
        const auto [place, is_new] = owners.emplace(part, Owner{group, false});
        if (!is_new && place->second.group != group) place->second.several = true;
      }
    }
    return owners;
  }

  // "Trump" is the one person whose name ends (or, where none does, begins) so. Of several of that last name it is the
  // one whose full name was read last. Parts of two words go first, so that "bin Laden" is no rival of its bearer.
  void link_short_names() {
    std::vector<bool> has_rivals(forms_.size());
    for (const bool single : {false, true}) {
      const Owners by_end = find_owners(true);
      const Owners by_front = find_owners(false);
      for (std::uint32_t i = 0; i < forms_.size(); ++i) {
        if (forms_[i].type != EntityType::person || (forms_[i].words.size() == 1) != single) continue;
        const std::string part = joined(forms_[i].words);
        auto owner = by_end.find(part);
        const bool ends = owner != by_end.end();
        if (!ends) owner = by_front.find(part);
        if (!ends && owner == by_front.end()) continue;
        if (!owner->second.several) {
          groups_.merge(owner->second.group, i);
        } else if (ends && single) {
          has_rivals[i] = true;
        }
      }
    }
    choose_among_rivals(has_rivals);
  }

  void choose_among_rivals(const std::vector<bool>& has_rivals) {
    std::map<std::string, std::uint32_t> latest;  // last name -> form of the full name read last
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const std::uint32_t form = form_of_[i];
      if (is_full(forms_[form])) latest[forms_[form].words.back()] = form;
      if (!has_rivals[form]) continue;
      const auto found = latest.find(forms_[form].words.back());
      if (found != latest.end()) chosen_[i] = found->second;
    }
  }

  // "Goldman" for "Goldman Sachs", "Harbour Bank" for "Harbour Bank Ltd.": the front of one longer name only.
  void link_organizations() {
    std::map<std::string, std::set<std::uint32_t>> by_front;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type != EntityType::org) continue;
      std::string front;
      for (std::size_t k = 0; k + 1 < std::min<std::size_t>(forms_[i].words.size(), 6); ++k) {
        if (k > 0) front += ' ';
        front += forms_[i].words[k];
        by_front[front].insert(i);
      }
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type != EntityType::org) continue;
      const auto found = by_front.find(joined(forms_[i].words));
      if (found != by_front.end() && found->second.size() == 1) groups_.merge(*found->second.begin(), i);
    }
  }

  // "Foreign Intelligence Service (FIS)": initials of one name of the text, small words counted or not.
  void link_initialisms() {
    std::map<std::string, std::set<std::uint32_t>> by_initials;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type == EntityType::money || forms_[i].surface.find(' ') == std::string::npos) continue;
      for (const bool small_words : {false, true}) {
        const std::string initials = initials_of(forms_[i].surface, small_words);
        if (initials.size() > 1) by_initials[initials].insert(groups_.find(i));
      }
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const std::string& surface = forms_[i].surface;
      if (surface.find(' ') != std::string::npos) continue;
      std::string letters = surface;
      letters.erase(std::remove(letters.begin(), letters.end(), '.'), letters.end());
      const auto found = by_initials.find(letters);
      if (found == by_initials.end() || found->second.size() != 1) continue;
      const std::uint32_t full = *found->second.begin();
      if (forms_[full].type == forms_[i].type) groups_.merge(full, i);
    }
  }

  static std::string initials_of(std::string_view surface, bool small_words) {
    std::string initials;
    bool start = true;
    for (const char c : surface) {
      const bool upper = c >= 'A' && c <= 'Z';
      if (start && (upper || (small_words && c >= 'a' && c <= 'z'))) initials += upper ? c : static_cast<char>(c - 32);
      start = c == ' ' || c == '-';
    }
    return initials;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Name>& names_;
  const TaughtNames& taught_;
  const Lexicons& lexicons_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_of_;             // of each name
  std::map<std::uint32_t, std::uint32_t> chosen_;  // of single names, where their form means several people
  Groups groups_;
};

}  // namespace

std::vector<Entity> link_names(std::string_view text, const std::vector<Token>& tokens,
                               const std::vector<Sentence>& sentences, const std::vector<MarkedRegion>& marks,
                               const std::vector<Name>& names, const std::vector<DictionaryEntry>& dictionary,
                               const Model& model, const Lexicons& lexicons) {
  TaughtNames taught;
  for (const DictionaryEntry& entry : dictionary) {
    if (entry.is_not || entry.name.empty()) continue;
    taught.emplace(entry.name, entry.name);
    for (const std::string& alias : entry.aliases) taught.emplace(alias, entry.name);
  }
  const std::vector<std::uint32_t> leaders = NameLinker(text, tokens, names, taught, lexicons).run();
  std::vector<Entity> entities;
  std::vector<Index> entity_of(names.size(), kNone);
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (leaders[i] == i) {
      entity_of[i] = static_cast<Index>(entities.size());
      entities.emplace_back();
      entities.back().type = names[i].type;
    }
    entity_of[i] = entity_of[leaders[i]];
    entities[entity_of[i]].mentions.push_back({names[i].span, MentionKind::name, names[i].score, false});
  }
  const LinkedNames linked{text, tokens, sentences, marks, names, entity_of, taught, model, lexicons};
  describe_entities(linked, entities);
  find_roles(linked, entities);
  return entities;
}

}  // namespace pressmark

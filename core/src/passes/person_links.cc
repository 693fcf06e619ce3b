#include "passes/person_links.h"

#include <algorithm>
#include <map>
#include <set>

namespace pressmark {

namespace {

constexpr std::size_t kLongestPart = 4;      // words of a name that stand for all of it
constexpr std::size_t kMostRivals = 16;      // of one last name, those read last
constexpr std::uint32_t kLeastOfATopic = 3;  // mentions

bool is_initial(const std::string& word) { return word.size() == 1; }

bool opposed(int a, int b) { return a * b < 0; }

class PersonLinker {
 public:
  PersonLinker(const std::vector<Name>& names, NameForms& forms, NameGroups& groups)
      : names_(names), forms_(forms.forms), form_of_(forms.form_of), groups_(groups) {}

  void run() {
    link_full_names();
    link_short_names();
    link_titled();
    choose_among_rivals();
  }

 private:
  // "Donald Trump" with "Donald J. Trump" and, where no other Trump has that initial, with "D. Trump".
  void link_full_names() {
    std::map<std::string, std::vector<std::uint32_t>> by_last;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].full_person()) by_last[forms_[i].words.back()].push_back(i);
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

  // The strongest evidence of a group's forms.
  std::vector<int> genders() {
    std::vector<int> genders(forms_.size());
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      int& mine = genders[groups_.find(i)];
      if (std::abs(forms_[i].gender) > std::abs(mine)) mine = forms_[i].gender;
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) genders[i] = genders[groups_.find(i)];
    return genders;
  }

  // Whom a part of a full name may mean: groups by their ends ("bin Laden", "Laden"), by their fronts, by nicknames.
  struct Owners {
    std::map<std::string, std::set<std::uint32_t>> by_end;
    std::map<std::string, std::set<std::uint32_t>> by_front;
  };

  Owners find_owners() {
    Owners owners;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (!forms_[i].full_person()) continue;
      const NameWords& words = forms_[i].words;
      const std::uint32_t group = groups_.find(i);
      for (std::size_t length = 1; length < std::min(words.size(), kLongestPart + 1); ++length) {
        const auto count = static_cast<std::ptrdiff_t>(length);
        owners.by_end[joined(NameWords(words.end() - count, words.end()))].insert(group);
        owners.by_front[joined(NameWords(words.begin(), words.begin() + count))].insert(group);
      }
      for (const std::string& nickname : forms_[i].nicknames) {
        owners.by_front[nickname].insert(group);
        owners.by_end[nickname + ' ' + words.back()].insert(group);
      }
    }
    return owners;
  }

  // Parts of two words go first, so that "bin Laden" is no rival of its bearer.
  void link_short_names() {
    has_rivals_.assign(forms_.size(), false);
    for (const bool single : {false, true}) {
      const Owners owners = find_owners();
      const std::vector<int> gender = genders();
      for (std::uint32_t i = 0; i < forms_.size(); ++i) {
        if (forms_[i].type != EntityType::person || (forms_[i].words.size() == 1) != single) continue;
        const std::string part = joined(forms_[i].words);
        auto owner = owners.by_end.find(part);
        const bool ends = owner != owners.by_end.end();
        if (!ends) owner = owners.by_front.find(part);
        if (!ends && owner == owners.by_front.end()) continue;
        std::set<std::uint32_t> fitting;
        for (const std::uint32_t group : owner->second) {
          if (!opposed(gender[group], forms_[i].gender)) fitting.insert(groups_.find(group));
        }
        if (fitting.size() == 1) groups_.merge(*fitting.begin(), i);
        has_rivals_[i] = fitting.size() > 1 && ends && single;
      }
    }
  }

  // "Mrs. Lee" and "Lee", where nobody has a full name.
  void link_titled() {
    std::map<std::string, std::vector<std::uint32_t>> by_word;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const bool alone = forms_[i].type == EntityType::person && forms_[i].words.size() == 1 && !has_rivals_[i];
      if (alone && groups_.find(i) == i) by_word[forms_[i].words[0]].push_back(i);
    }
    for (const auto& [word, list] : by_word) {
      if (list.size() == 2 && !opposed(forms_[list[0]].gender, forms_[list[1]].gender)) groups_.merge(list[0], list[1]);
    }
  }

  void choose_among_rivals() {
    std::map<std::string, std::vector<std::uint32_t>> read;  // last name -> full forms, that read last at the end
    std::vector<std::uint32_t> mentions(forms_.size());      // of groups
    const std::vector<int> gender = genders();
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      std::uint32_t form = form_of_[i];
      if (forms_[form].full_person()) {
        std::vector<std::uint32_t>& list = read[forms_[form].words.back()];
        list.erase(std::remove(list.begin(), list.end(), form), list.end());
        list.push_back(form);
        if (list.size() > kMostRivals) list.erase(list.begin());
      } else if (has_rivals_[form]) {
        form = choose(read[forms_[form].words.back()], forms_[form].gender, gender, mentions).value_or(form);
        form_of_[i] = form;
      }
      ++mentions[groups_.find(form)];
    }
  }

  std::optional<std::uint32_t> choose(const std::vector<std::uint32_t>& read, int sign, const std::vector<int>& gender,
                                      const std::vector<std::uint32_t>& mentions) {
    std::optional<std::uint32_t> last;
    std::optional<std::uint32_t> most;
    for (const std::uint32_t form : read) {
      if (opposed(gender[groups_.find(form)], sign)) continue;
      last = form;
      if (!most || mentions[groups_.find(form)] > mentions[groups_.find(*most)]) most = form;
    }
    if (!last || groups_.find(*last) == groups_.find(*most)) return last;
    const std::uint32_t topic = mentions[groups_.find(*most)];
    return topic >= kLeastOfATopic && topic >= 2 * mentions[groups_.find(*last)] ? most : last;
  }

  const std::vector<Name>& names_;
  const std::vector<NameForm>& forms_;
  std::vector<std::uint32_t>& form_of_;
  NameGroups& groups_;
  std::vector<bool> has_rivals_;  // forms: a last name of several
};

}  // namespace

void share_last_names(const TokenView& view, const std::vector<Name>& names, const Gazetteer& gazetteer,
                      NameForms& forms) {
  std::set<std::string> last_names;
  for (const NameForm& form : forms.forms) {
    if (form.full_person()) last_names.insert(form.words.back());
  }
  std::map<std::string, std::uint32_t> made;
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    const std::uint32_t next = names[i].tokens.last;
    if (names[i + 1].tokens.first != next + 1 || !is_any_of(view.word(next), {"and", "&"})) continue;
    const NameForm& given = forms.forms[forms.form_of[i]];
    const NameForm& full = forms.forms[forms.form_of[i + 1]];
    if (given.type != EntityType::person || given.words.size() != 1 || !full.full_person()) continue;
    const bool known = (gazetteer.find(given.words[0]) & kGiven) != 0;
    if (!known || last_names.contains(given.words[0])) continue;
    NameForm form = given;
    form.words.push_back(full.words.back());
    const auto [place, is_new] = made.emplace(joined(form.words), static_cast<std::uint32_t>(forms.forms.size()));
    forms.form_of[i] = place->second;
    if (is_new) forms.forms.push_back(std::move(form));
  }
}

void link_people(const std::vector<Name>& names, NameForms& forms, NameGroups& groups) {
  PersonLinker(names, forms, groups).run();
}

}  // namespace pressmark

#include "passes/body_links.h"

#include <algorithm>
#include <map>
#include <set>

#include "passes/name_key.h"

namespace pressmark {

namespace {

constexpr std::size_t kLongestPart = 5;  // words

// Is each letter of `letters` among those of `others`, as often?
bool made_of(std::string letters, std::string others) {
  std::sort(letters.begin(), letters.end());
  std::sort(others.begin(), others.end());
  return std::includes(others.begin(), others.end(), letters.begin(), letters.end());
}

class BodyLinker {
 public:
  BodyLinker(const TokenView& view, const std::vector<Name>& names, const Gazetteer& gazetteer,
             const Lexicons& lexicons, const NameForms& forms, NameGroups& groups)
      : view_(view),
        names_(names),
        gazetteer_(gazetteer),
        lexicons_(lexicons),
        forms_(forms.forms),
        form_of_(forms.form_of),
        groups_(groups),
        counts_(forms.forms.size()) {
    for (const std::uint32_t form : form_of_) ++counts_[form];
  }

  void run() {
    link_countries();
    link_short_names();
    link_bracketed();
    link_initialisms();
    link_halves();
  }

 private:
  static bool is_body(const NameForm& form) {
    return form.type != EntityType::person && form.type != EntityType::norp && form.type != EntityType::money;
  }
  bool is_known_place(const NameForm& form) const { return (gazetteer_.find(joined(form.words)) & kPlace) != 0; }

  // "Kyiv" as a place ten times and as a body once is one; a capital that acts stays the place that it names.
  void link_countries() {
    std::map<std::string, std::uint32_t> places;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type == EntityType::loc) places.emplace(joined(forms_[i].words), i);
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type != EntityType::org || !is_known_place(forms_[i])) continue;
      const auto place = places.find(joined(forms_[i].words));
      if (place == places.end()) continue;
      const bool capital = lexicons_.states.contains(forms_[i].surface);
      if (capital || counts_[place->second] >= 2 * counts_[i]) groups_.merge(place->second, i);
    }
  }

  // The front of one longer name only ("Harbour Bank" of "Harbour Bank Ltd."), or the end of one that was read before
  // ("the Council"); no place may be a name's end, "Portsmouth" is no university.
  void link_short_names() {
    std::map<std::string, std::set<std::uint32_t>> by_front;
    std::map<std::string, std::set<std::uint32_t>> by_end;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type != EntityType::org) continue;
      const NameWords& words = forms_[i].words;
      for (std::size_t k = 1; k < std::min(words.size(), kLongestPart + 1); ++k) {
        const auto count = static_cast<std::ptrdiff_t>(k);
        by_front[joined(NameWords(words.begin(), words.begin() + count))].insert(groups_.find(i));
        by_end[joined(NameWords(words.end() - count, words.end()))].insert(groups_.find(i));
      }
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (forms_[i].type != EntityType::org || forms_[i].whole) continue;
      const std::string part = joined(forms_[i].words);
      if (const auto front = by_front.find(part); front != by_front.end()) {
        if (front->second.size() == 1) groups_.merge(*front->second.begin(), i);
        continue;
      }
      const auto end = by_end.find(part);
      if (end == by_end.end() || end->second.size() != 1 || *end->second.begin() > i) continue;
      if (!is_known_place(forms_[i])) groups_.merge(*end->second.begin(), i);
    }
  }

  // "Foreign Intelligence Service (FIS)"; between brackets the letters may come in another order, from another
  // language.
  void link_bracketed() {
    for (std::uint32_t i = 0; i + 1 < names_.size(); ++i) {
      const std::uint32_t bracket = names_[i].tokens.last;
      if (names_[i + 1].tokens.first != bracket + 1 || !view_.is(bracket, "(")) continue;
      std::uint32_t full = form_of_[i];
      std::uint32_t brief = form_of_[i + 1];
      if (forms_[full].words.size() < forms_[brief].words.size()) std::swap(full, brief);
      if (!is_body(forms_[full]) || !is_body(forms_[brief])) continue;
      const std::string letters = letters_of(forms_[brief].surface);
      if (letters.size() < 2 || forms_[brief].words.size() > 1) continue;
      const bool fits = made_of(letters, initials_of(forms_[full].surface, true)) ||
                        (letters.size() > 2 && made_of(letters, capitals_of(forms_[full].surface)));
      if (fits) groups_.merge(full, brief);
    }
  }

  // Initials of one name of the text, small words counted or not.
  void link_initialisms() {
    std::map<std::string, std::set<std::uint32_t>> by_initials;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (!is_body(forms_[i]) || forms_[i].surface.find(' ') == std::string::npos) continue;
      for (const bool small_words : {false, true}) {
        const std::string initials = initials_of(forms_[i].surface, small_words);
        if (initials.size() > 1) by_initials[initials].insert(groups_.find(i));
      }
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      if (!is_body(forms_[i]) || forms_[i].surface.find(' ') != std::string::npos) continue;
      const auto found = by_initials.find(letters_of(forms_[i].surface));
      if (found == by_initials.end() || found->second.size() != 1) continue;
      const std::uint32_t full = *found->second.begin();
      if (forms_[full].type == forms_[i].type) groups_.merge(full, i);
    }
  }

  // "the North" where one country's name begins so.
  void link_halves() {
    for (const std::string half : {"north", "south"}) {
      std::set<std::uint32_t> countries;
      for (std::uint32_t i = 0; i < forms_.size(); ++i) {
        const std::string name = joined(forms_[i].words);
        const bool country = forms_[i].type == EntityType::loc && name.starts_with(half + ' ');
        if (country && (gazetteer_.find(name) & kCountry) != 0) countries.insert(groups_.find(i));
      }
      if (countries.size() != 1) continue;
      for (std::uint32_t i = 0; i < forms_.size(); ++i) {
        if (forms_[i].type == EntityType::loc && joined(forms_[i].words) == half) groups_.merge(*countries.begin(), i);
      }
    }
  }

  // "F.I.S." -> "FIS"; empty for what is no initialism.
  static std::string letters_of(std::string_view surface) {
    std::string letters;
    for (const char c : surface) {
      if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        letters += c;
      } else if (c != '.') {
        return {};
      }
    }
    return letters;
  }

  static std::string capitals_of(std::string_view surface) {
    std::string letters;
    for (const char c : surface) {
      if (c >= 'A' && c <= 'Z') letters += c;
    }
    return letters;
  }

  static std::string initials_of(std::string_view surface, bool small_words) {
    std::string initials;
    bool start = true;
    for (const char c : surface) {
      const bool upper = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (start && (upper || (small_words && c >= 'a' && c <= 'z'))) {
        initials += upper ? c : static_cast<char>(c - 'a' + 'A');
      }
      start = c == ' ' || c == '-';
    }
    return initials;
  }

  const TokenView& view_;
  const std::vector<Name>& names_;
  const Gazetteer& gazetteer_;
  const Lexicons& lexicons_;
  const std::vector<NameForm>& forms_;
  const std::vector<std::uint32_t>& form_of_;
  NameGroups& groups_;
  std::vector<std::uint32_t> counts_;  // how often each form is used
};

}  // namespace

void link_bodies(const TokenView& view, const std::vector<Name>& names, const Gazetteer& gazetteer,
                 const Lexicons& lexicons, const NameForms& forms, NameGroups& groups) {
  BodyLinker(view, names, gazetteer, lexicons, forms, groups).run();
}

}  // namespace pressmark

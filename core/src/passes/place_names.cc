#include "passes/place_names.h"

#include <algorithm>
#include <optional>

#include "passes/place_key.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr int kMostSteps = 6;

// Two stretches of a name and what stands between them.
struct Cut {
  std::string_view before;
  std::string_view after;
};

std::optional<Cut> cut_at(std::string_view name, std::string_view separator) {
  const std::size_t at = name.find(separator);
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  return Cut{name.substr(0, at), name.substr(at + separator.size())};
}

std::optional<Cut> cut_at_any(std::string_view name, std::initializer_list<std::string_view> separators) {
  for (const std::string_view separator : separators) {
    if (const auto cut = cut_at(name, separator)) return cut;
  }
  return std::nullopt;
}

std::string_view last_word(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text.substr(text.rfind(' ') + 1);
}

void add(PlaceClasses& to, PlaceClasses more) {
  to.city |= more.city;
  to.division |= more.division;
  to.nation |= more.nation;
  to.part |= more.part;
}

bool tells(PlaceClasses classes) { return classes.part || !classes.none(); }

class NameReader {
 public:
  NameReader(const PlaceTable& table, const WordMap& place_words) : table_(table), words_(place_words) {}

  PlaceName read(std::string_view name) {
    PlaceName result;
    // "R-Ky.", a senator's party and state
    if (name.size() > 2 && name[1] == '-' && is_any_of(name.substr(0, 1), {"R", "D", "I"})) {
      name.remove_prefix(2);
      result.short_form = true;
    }
    for (int step = 0; step < kMostSteps; ++step) {
      result.meanings = table_.find(place_key(name));
      if (result.meanings.count > 0 || !shorten(name, result)) return result;
      result.whole = false;
    }
    return result;
  }

 private:
  bool shorten(std::string_view& name, PlaceName& result) const {
    if (const auto cut = cut_at_any(name, {", ", ",", " (", " in "})) {
      name = cut->before;
      lies_within(cut->after, result);
      return true;
    }
    if (const auto cut = cut_at_any(name, {"'s ", "’s ", "’ s "})) {
      name = cut->after;
      lies_within(cut->before, result);
      return true;
    }
    if (const auto cut = cut_at(name, " of ")) {
      const std::string_view kind = last_word(cut->before);
      const PlaceClasses classes = classes_of(kind, words_);
      if (!tells(classes)) return false;
      add(result.classes, classes);
      const std::string_view first = cut->before.substr(0, cut->before.rfind(kind));
      if (table_.find(place_key(first)).count > 0) {  // "Guangdong province of China"
        name = first;
        lies_within(cut->after, result);
      } else {
        name = cut->after;  // "the southern state of Kerala"
      }
      return true;
    }
    if (drop_word(name, result.classes)) return true;
    // "Staunton Va."
    const std::size_t last = name.rfind(' ');
    if (last == std::string_view::npos || !name.ends_with('.')) return false;
    lies_within(name.substr(last + 1), result);
    name = name.substr(0, last);
    return true;
  }

  // "northern Syria", "Jiangsu Province"
  bool drop_word(std::string_view& name, PlaceClasses& classes) const {
    const std::size_t first = name.find(' ');
    const std::size_t last = name.rfind(' ');
    if (first == std::string_view::npos) return false;
    const PlaceClasses front = classes_of(name.substr(0, first), words_);
    const PlaceClasses back = classes_of(name.substr(last + 1), words_);
    if (tells(back)) {
      add(classes, back);
      name = name.substr(0, last);
    } else if (tells(front)) {
      add(classes, front);
      name = name.substr(first + 1);
    } else if (place_key(name.substr(0, first)) == "the") {
      name = name.substr(first + 1);
    } else {
      return false;
    }
    return true;
  }

  void lies_within(std::string_view areas, PlaceName& result) const {
    while (!areas.empty()) {
      const std::size_t end = std::min(areas.find(','), areas.size());
      std::string_view area = areas.substr(0, end);
      areas.remove_prefix(std::min(end + 1, areas.size()));
      while (area.starts_with(' ')) area.remove_prefix(1);
      PlaceClasses classes;
      PlaceTable::Meanings found = table_.find(place_key(area));
      for (int step = 0; found.count == 0 && step < kMostSteps && drop_word(area, classes); ++step) {
        found = table_.find(place_key(area));
      }
      if (found.count > 0) result.within.push_back(found);
    }
  }

  const PlaceTable& table_;
  const WordMap& words_;
};

}  // namespace

PlaceClasses classes_of(std::string_view word, const WordMap& place_words) {
  const std::string_view letters = place_words.find(place_key(word));
  const auto has = [&](char letter) { return letters.find(letter) != std::string_view::npos; };
  return {has('c'), has('d'), has('n'), has('p')};
}

PlaceName read_place_name(std::string_view name, const PlaceTable& table, const WordMap& place_words) {
  return NameReader(table, place_words).read(name);
}

}  // namespace pressmark

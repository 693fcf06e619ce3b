#include "passes/place_names.h"

#include <algorithm>
#include <optional>

#include "passes/place_key.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr int kMostSteps = 6;
constexpr std::size_t kMostPlaceWords = 5;

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
      lies_within(cut->before, result);
      if (!result.within.empty() || cut->after.find(" of ") == std::string_view::npos) {
        name = cut->after;
        return true;
      }  // else "People's Republic of China"
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

// Names of public bodies and buildings.
class SeatReader {
 public:
  SeatReader(const PlaceTable& table, const WordMap& place_words) : table_(table), words_(place_words) {}

  PlaceName read(std::string_view name) const {
    if (place_key(name.substr(0, name.find(' '))) == "the")
      name.remove_prefix(std::min(name.find(' ') + 1, name.size()));
    for (const std::string_view separator : {" of the ", " of ", " in the ", " in "}) {
      const std::size_t at = name.rfind(separator);
      if (at == std::string_view::npos) continue;
      PlaceName result = behind(name.substr(0, at), name.substr(at + separator.size()));
      if (result.meanings.count > 0) return result;
    }
    return in_front(name);
  }

 private:
  // What the words of a name say, up to an "of", behind which anything may stand.
  struct Kind {
    bool known = true;     // each word is one of such names
    bool body = false;     // one says that it is a body or a building
    bool body_of = false;  // likewise, where the place stands behind "of"
    PlaceClasses last;     // of the last word
    PlaceClasses classes;  // of all but bodies
  };

  Kind kind_of(std::string_view words) const {
    Kind kind;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      const std::string_view word = words.substr(0, end);
      words.remove_prefix(std::min(end + 1, words.size()));
      if (is_any_of(word, {"of", "for", "on"})) break;
      const std::string_view letters = words_.find(place_key(word));
      kind.known &= !letters.empty();
      const bool body = letters.find('b') != std::string_view::npos;
      kind.body |= body;
      kind.body_of |= letters.find('o') != std::string_view::npos;
      kind.last = body ? PlaceClasses() : classes_of(word, words_);  // a city has departments too
      add(kind.classes, kind.last);
    }
    return kind;
  }

  // "State of Qatar", "Supreme Court of Canada", "University of Chicago"
  PlaceName behind(std::string_view what, std::string_view place) const {
    const Kind kind = kind_of(what);
    PlaceName result;
    if (!kind.known || (!kind.body && !kind.body_of && kind.last.none())) return result;
    result.meanings = table_.find(place_key(place));
    result.whole = !kind.body && !kind.body_of;
    result.classes = kind.classes;
    result.classes.division |= kind.body_of;  // "University of Washington"
    return result;
  }

  // "Irving Police Department", "China's Ministry of Commerce", "South Florida Court"
  PlaceName in_front(std::string_view name) const {
    PlaceName result;
    std::vector<std::size_t> ends;  // the longest first: "Kansas City", not "Kansas"
    for (std::size_t at = name.find(' '); at != std::string_view::npos && ends.size() < kMostPlaceWords;
         at = name.find(' ', at + 1)) {
      ends.insert(ends.begin(), at);
    }
    for (const std::size_t end : ends) {
      std::string_view place = name.substr(0, end);
      for (const std::string_view mark : {"'s", "’s"}) {
        if (place.ends_with(mark)) place.remove_suffix(mark.size());
      }
      result.meanings = table_.find(place_key(place));
      const std::size_t space = place.find(' ');
      if (result.meanings.count == 0 && space != std::string_view::npos &&
          classes_of(place.substr(0, space), words_).part) {
        result.meanings = table_.find(place_key(place.substr(space + 1)));
      }
      if (result.meanings.count == 0) continue;
      const Kind kind = kind_of(name.substr(end + 1));
      result.whole = false;
      result.classes = kind.classes;
      if (kind.known && kind.body) return result;
    }
    return {};
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

PlaceName read_seat(std::string_view name, const PlaceTable& table, const WordMap& place_words) {
  return SeatReader(table, place_words).read(name);
}

PlaceName read_place_name(std::string_view name, const PlaceTable& table, const WordMap& place_words) {
  return NameReader(table, place_words).read(name);
}

}  // namespace pressmark

#include "passes/name_candidates.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr GazetteerFlags kAnyName = kPlace | kFacility | kOrganization | kNationality | kMisc | kProduct;
constexpr std::uint32_t kLongestPhrase = 7;  // tokens
constexpr std::uint32_t kLongestTitle = 3;
constexpr std::uint32_t kLongestRun = 40;

class CandidateFinder {
 public:
  CandidateFinder(const std::vector<Token>& tokens, const std::vector<Clue>& clues, const Model& model,
                  const Lexicons& lexicons)
      : tokens_(tokens), clues_(clues), gazetteer_(model.gazetteer()), lexicons_(lexicons), phrases_(tokens.size()) {}

  void read(const Sentence& sentence) {
    const TokenRange range = sentence.tokens;
    for (std::uint32_t i = range.first; i < range.last; ++i) phrases_[i] = find_phrase(i, range.last);
    for (std::uint32_t i = range.first; i < range.last;) {
      if (!nameable(i)) {
        ++i;
        continue;
      }
      const std::uint32_t end = read_run(i, range.last);
      split_at_titles({i, end});
      i = end;
    }
  }

  std::vector<NameCandidate> take() { return std::move(found_); }

 private:
  struct Phrase {
    std::uint32_t end = 0;  // 0: none begins here
    GazetteerFlags flags = 0;
  };

  // The longest known name of two tokens or more.
  Phrase find_phrase(std::uint32_t first, std::uint32_t end) const {
    const Clue& clue = clues_[first];
    if ((!clue.capital && tokens_[first].kind != TokenKind::number) || !gazetteer_.has_longer(prefix_of(first)))
      return {};
    Phrase longest;
    std::string key = clue.key;
    for (std::uint32_t i = first + 1; i < std::min(end, first + kLongestPhrase); ++i) {
      if (tokens_[i].span.start > tokens_[i - 1].span.end) key += ' ';
      key += clues_[i].key;
      if (!clues_[i].capital && tokens_[i].kind != TokenKind::number && clues_[i].key != "'s") continue;
      const GazetteerFlags flags = gazetteer_.find(key);
      if ((flags & kAnyName) != 0) longest = {i + 1, flags};
    }
    return longest;
  }

  // "people" for "People's Daily": the gazetteer's strings have a space after "people's" only.
  std::string prefix_of(std::uint32_t first) const {
    std::string key = clues_[first].key;
    if (first + 1 < tokens_.size() && tokens_[first + 1].span.start == tokens_[first].span.end) {
      key += clues_[first + 1].key;
    }
    return key;
  }

  bool nameable(std::uint32_t i) const {
    const Clue& clue = clues_[i];
    if (phrases_[i].end != 0) return true;
    if (!clue.capital) return false;
    if (clue.heads('c')) {
      return (clue.is(kLast) && i > 0 && clues_[i - 1].is(kGiven) && !clue.headline) || clue.is(kMisc);
    }
    if (clue.key.size() == 1) return clue.is(kOrganization) && !clue.headline;
    if (clue.function_word) return clue.is(kGiven | kOrganization | kPlace) && !clue.free_capital;
    if (clue.headline && clue.common) {
      return clue.is(kMajorPlace | kNationality | kOrganization | kKnownPerson) || is_part_of_person(i);
    }
    return true;
  }

  // "Mark Calcavecchia", "Mike Green": of an ordinary word and a name.
  bool is_part_of_person(std::uint32_t i) const {
    const auto fits = [&](std::uint32_t given, std::uint32_t last) {
      return clues_[given].is(kGiven) && clues_[last].capital && clues_[last].is(kLast | kGiven) &&
             !(clues_[given].common && clues_[last].common);
    };
    return (i > 0 && fits(i - 1, i)) || (i + 1 < clues_.size() && fits(i, i + 1));
  }

  bool has_head(TokenRange range, std::string_view kinds) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      for (const char kind : kinds) {
        if (clues_[i].capital && clues_[i].heads(kind)) return true;
      }
    }
    return false;
  }

  // The end of the nameable tokens that begin at i.
  std::uint32_t plain_end(std::uint32_t i, std::uint32_t end) const {
    while (i < end && nameable(i)) {
      i = phrases_[i].end != 0 ? phrases_[i].end : i + 1;
      if (clues_[i - 1].has_tail || ends_company(i, end)) break;
    }
    return i;
  }

  std::uint32_t read_run(std::uint32_t first, std::uint32_t end) const {
    end = std::min(end, first + kLongestRun);
    std::uint32_t at = plain_end(first, end);
    while (at < end) {
      const std::uint32_t next = after_joint(first, at, end);
      if (next == at) break;
      at = next == end ? end : std::max(next, plain_end(next, end));
    }
    return std::min(at, end);
  }

  // Where the name goes on behind a joint at `at`; `at` where it does not.
  std::uint32_t after_joint(std::uint32_t first, std::uint32_t at, std::uint32_t end) const {
    const Clue& joint = clues_[at];
    if (clues_[at - 1].has_tail) return at;
    const auto goes_on = [&](std::uint32_t i) { return i < end && nameable(i) && !clues_[i].headline; };
    const std::string& key = joint.key;
    if (key == "of" || key == "for") {
      if (!has_head({first, at}, key == "of" ? "oflms" : "om")) return at;
      if (clues_[at - 1].is_title() && !clues_[at - 1].heads('o')) return at;
      if (key == "for" && has_of({first, at})) return at;
      std::uint32_t next = at + 1;
      if (next < end && clues_[next].key == "the") ++next;
      return goes_on(next) ? next : at;
    }
    if (joint.heads('y') && !joint.capital && !joint.function_word) {
      std::uint32_t next = at + 1;
      if (next < end && clues_[next].heads('y') && !clues_[next].capital) ++next;
      return goes_on(next) && !clues_[at - 1].common ? next : at;
    }
    if (key == "&") return goes_on(at + 1) ? at + 1 : at;
    if (key == "and") return goes_on(at + 1) && joins_by_and(first, at, end) ? at + 1 : at;
    if (key == "'s") {
      if (!goes_on(at + 1) || !clues_[at - 1].common || clues_[at - 1].is_title()) return at;
      return ends_in_head({at + 1, plain_end(at + 1, end)}, "ofm") ? at + 1 : at;
    }

    return at;
  }

  // No name goes on behind "Inc.", but "Co. KG" does.
  bool ends_company(std::uint32_t i, std::uint32_t end) const {
    const Clue& last = clues_[i - 1];
    const bool form = last.heads('s') && !last.heads('l') && !last.common && last.key.ends_with('.');
    return form && (i == end || !clues_[i].heads('s'));
  }

  bool ends_in_head(TokenRange range, std::string_view kinds) const {
    return !range.empty() && has_head({range.last - 1, range.last}, kinds);
  }

  bool has_of(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (clues_[i].key == "of" || clues_[i].key == "for") return true;
    }
    return false;
  }

  // "Ministry of Health and Prevention", "Food and Drug Administration"
  bool joins_by_and(std::uint32_t first, std::uint32_t at, std::uint32_t end) const {
    if (!clues_[at + 1].common || !clues_[at - 1].common) return false;
    if (has_of({first, at}) && has_head({first, at}, "o")) return !has_head({at + 1, at + 2}, "o");
    return at - first <= 2 && !has_head({first, at}, "of") && !clues_[first].free_capital &&
           ends_in_head({at + 1, plain_end(at + 1, end)}, "om");
  }

  // How many tokens the title at i has.
  std::uint32_t title_length(std::uint32_t i, std::uint32_t end) const {
    for (std::uint32_t length = std::min(kLongestTitle, end - i); length > 1; --length) {
      if (lexicons_.titles.find(joined_key(tokens_, clues_, {i, i + length})).starts_with("before")) return length;
    }
    return clues_[i].is_title() ? 1 : 0;
  }

  bool is_title_here(std::uint32_t chunk, TokenRange title, std::uint32_t end) const {
    const Clue& clue = clues_[title.first];
    if (title.first > chunk && title.size() == 1) {
      const Clue& before = clues_[title.first - 1];
      if (before.is(kGiven) && !before.common && clue.is(kLast)) return false;
      if (title.last == end && (clue.heads('o') || clue.heads('f') || clue.heads('m'))) return false;
    }
    const TokenRange rest{title.last, end};
    if (rest.empty()) return true;
    return clues_[rest.first].is(kGiven) || !ends_in_head(rest, "ofms");
  }

  void split_at_titles(TokenRange run) {
    std::uint32_t chunk = run.first;
    bool after_title = false;
    for (std::uint32_t i = run.first; i < run.last;) {
      if (phrases_[i].end != 0 && (phrases_[i].flags & (kPlace | kOrganization | kFacility | kMisc)) != 0) {
        i = std::min(phrases_[i].end, run.last);
        continue;
      }
      const std::uint32_t length = title_length(i, run.last);
      if (length > 0 && is_title_here(chunk, {i, i + length}, run.last)) {
        emit({chunk, before_modifiers(chunk, i)}, after_title);
        after_title = true;
        chunk = i + length;
        i = chunk;
      } else {
        ++i;
      }
    }
    emit({chunk, run.last}, after_title);
  }

  // What stands before a title and belongs to it: "Russian | Foreign [Minister]", "Mines and Energy [Secretary]".
  std::uint32_t before_modifiers(std::uint32_t first, std::uint32_t last) const {
    if (last > first && ends_in_head({first, last}, "o") && last - first > 1) return last;
    while (last > first) {
      const Clue& clue = clues_[last - 1];
      const bool known = clue.is(kAnyName) || in_phrase(first, last - 1);
      if (known || !(clue.common || clue.title == "modifier" || !clue.capital)) break;
      --last;
    }
    return last;
  }

  bool in_phrase(std::uint32_t first, std::uint32_t i) const {
    for (std::uint32_t k = first; k <= i; ++k) {
      if (phrases_[k].end > i) return true;
    }
    return false;
  }

  void emit(TokenRange range, bool after_title) {
    while (!range.empty() && !clues_[range.last - 1].capital && tokens_[range.last - 1].kind != TokenKind::number)
      --range.last;
    while (!range.empty() && (!nameable(range.first) || clues_[range.first].title == "modifier") &&
           phrases_[range.first].end == 0 &&
           (range.size() == 1 || !nameable(range.first) || after_title ||
            looks_like_person(clues_, {range.first + 1, range.last}))) {
      ++range.first;
    }
    if (range.empty()) return;
    drop_sentence_opener(range);
    if (const std::uint32_t person = find_inner_person(range); person > range.first) {
      if (!all_common({range.first, person})) add({range.first, person}, false);
      range.first = person;
      after_title = true;
    }
    const std::uint32_t unit_end = phrases_[range.first].end != 0 ? phrases_[range.first].end : range.first + 1;
    if (unit_end >= range.last) return add(range, after_title);
    const TokenRange unit{range.first, unit_end};
    const TokenRange rest{unit_end, range.last};
    const GazetteerFlags flags =
        phrases_[range.first].end != 0 ? phrases_[range.first].flags : clues_[range.first].flags;
    const bool person = looks_like_person(clues_, rest);
    const bool rest_known = phrases_[rest.first].end == rest.last ||
                            (rest.size() == 1 && clues_[rest.first].is(kAnyName) && !clues_[rest.first].common);
    if ((flags & kNationality) != 0 && (flags & (kPlace | kGiven)) == 0) {
      if (splits_off(rest, rest_known) || person || !is_headed(rest)) {
        add(unit, false);
        if (rest_known || !all_common(rest)) emit(rest, false);
        return;
      }
    } else if ((flags & kMajorPlace) != 0 && (flags & (kGiven | kLast)) == 0) {
      const bool mere_word = rest.size() == 1 && clues_[rest.first].common && !is_headed(rest);
      if (splits_off(rest, rest_known) || person || mere_word) {
        add(unit, false);
        if (rest_known || !all_common(rest)) emit(rest, false);
        return;
      }
    }
    add(range, after_title);
  }

  bool all_common(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (!clues_[i].common && clues_[i].capital) return false;
    }
    return true;
  }

  // "U.S. | Central Intelligence Agency", but "Ghana High Court", "Moroccan Foreign Ministry": two plain words need
  // their land.
  bool splits_off(TokenRange rest, bool known) const { return known && !(rest.size() == 2 && all_common(rest)); }

  // The head is the word before "of", else the last one.
  bool is_headed(TokenRange range) const {
    for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
      if (clues_[i].key == "of" || clues_[i].key == "for") return has_head({i - 1, i}, "oflm");
    }
    return ends_in_head(range, "oflms");
  }

  // "[Minister of] Foreign Affairs | Sameh Shoukry", "World Forum | Borge Brende": where a full name begins inside.
  std::uint32_t find_inner_person(TokenRange range) const {
    for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i) {
      const Clue& clue = clues_[i];
      if (in_phrase(range.first, i) || !clue.is(kGiven) || clue.common || clue.is(kPlace)) continue;
      const bool left = all_common({range.first, i}) || has_head({i - 1, i}, "o");
      if (left && looks_like_person(clues_, {i, range.last})) return i;
    }
    return range.first;
  }

  // "Yesterday Ramaphosa": the first word has its capital from the sentence.
  void drop_sentence_opener(TokenRange& range) const {
    const Clue& first = clues_[range.first];
    if (range.size() < 2 || phrases_[range.first].end != 0 || !first.free_capital || !first.common) return;
    if (first.is(kGiven | kKnownPerson | kAnyName) || ends_in_head(range, "oflms")) return;
    if (!all_common({range.first + 1, range.last})) ++range.first;
  }

  void add(TokenRange range, bool after_title) {
    NameCandidate candidate;
    candidate.tokens = range;
    candidate.key = joined_key(tokens_, clues_, range);
    candidate.after_title = after_title;
    candidate.all_common = all_common(range);
    candidate.is_initialism = range.size() == 1 && tokens_[range.first].all_caps;
    if (range.size() == 1) {
      candidate.flags = clues_[range.first].flags;
    } else if (phrases_[range.first].end == range.last) {
      candidate.flags = phrases_[range.first].flags;
    }
    found_.push_back(std::move(candidate));
  }

  const std::vector<Token>& tokens_;
  const std::vector<Clue>& clues_;
  const Gazetteer& gazetteer_;
  const Lexicons& lexicons_;
  std::vector<Phrase> phrases_;
  std::vector<NameCandidate> found_;
};

}  // namespace

std::string joined_key(const std::vector<Token>& tokens, const std::vector<Clue>& clues, TokenRange range) {
  std::string key;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (i > range.first && tokens[i].span.start > tokens[i - 1].span.end) key += ' ';
    key += clues[i].key;
  }
  return key;
}

bool looks_like_person(const std::vector<Clue>& clues, TokenRange range) {
  if (range.empty() || range.size() > 6) return false;
  const Clue& first = clues[range.first];
  const Clue& last = clues[range.last - 1];
  if (range.size() == 1)
    return first.is(kKnownPerson) || (first.is(kGiven | kLast) && !first.common && !first.is(kPlace));
  const bool headed = last.heads('o') || last.heads('f') || last.heads('l') || last.heads('m') || last.heads('s');
  const bool initial = first.key.size() == 2 && first.key[1] == '.';
  if (first.is(kGiven) || initial) return !headed || (last.is(kLast) && range.size() == 2 && !last.heads('o'));
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Clue& clue = clues[i];
    const bool particle = !clue.capital && clue.heads('y');
    if (!particle && (!clue.capital || clue.common || clue.is(kMajorPlace | kNationality | kOrganization)))
      return false;
  }
  return !headed && range.size() <= 4;
}

std::vector<NameCandidate> find_candidates(const std::vector<Token>& tokens, const std::vector<Sentence>& sentences,
                                           const std::vector<Clue>& clues, const Model& model,
                                           const Lexicons& lexicons) {
  CandidateFinder finder(tokens, clues, model, lexicons);
  for (const Sentence& sentence : sentences) finder.read(sentence);
  return finder.take();
}

}  // namespace pressmark

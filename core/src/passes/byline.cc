#include "passes/byline.h"

#include <algorithm>

#include "passes/calendar_dates.h"

namespace pressmark {

namespace {

bool opens_names(const std::string& word) {
  return is_any_of(word, {"by", "von", "par", "por", "di", "door", "author", "authors", "autor", "autorin"});
}

// What joins names or ends them.
bool parts(const TokenView& view, std::uint32_t i) {
  const std::size_t at = view.word(i).find('@');  // a handle; an address
  if (at == 0 || (at != std::string_view::npos && !view[i].capital)) return true;
  return is_any_of(view.word(i),
                   {",", "|", "•", "·", ";", "/", "-", "–", "—", "&", "+", ":", "(", ")", "»", ">", "@", "…"}) ||
         is_any_of(view.lower_word(i), {"and", "und", "et", "y", "e", "with", "am", "pm", "a.m.", "p.m.", "est", "edt",
                                        "gmt", "bst", "pt", "ist", "utc", "updated", "published"});
}

// What follows them is a place, a house or a time; up to the next comma.
bool leads_away(const std::string& word) {
  return is_any_of(word, {"in",        "at",          "on",   "for",     "of",         "from",
                          "to",        "is",          "was",  "updated", "published",  "posted",
                          "reporting", "contributed", "last", "follow",  "publiziert", "veröffentlicht",
                          "share",     "view",        "am",   "pm",      "about",      "special"});
}

bool is_particle(const std::string& word) {
  return is_any_of(word, {"de", "da", "van", "von", "der", "den", "del", "la", "le", "di", "bin", "al", "el", "dos",
                          "du", "ten", "ter", "ibn"});
}

class Reader {
 public:
  Reader(const TokenView& view, const Block& block, const Lexicons& lexicons, const Gazetteer& gazetteer)
      : view_(view), block_(block), lexicons_(lexicons), gazetteer_(gazetteer) {
    for (const FoundDate& date : find_calendar_dates(view.text(), block.span, lexicons)) dates_.push_back(date.span);
  }

  Byline run() {
    Byline byline;
    std::uint32_t start = opening();
    const bool introduced = start > block_.tokens.first;
    byline.introduced = opens_names(view_.lower_word(block_.tokens.first));
    byline.bare = byline.introduced && block_.tokens.size() <= 2;
    byline.helper = is_helper(start);
    bool away = false;
    for (std::uint32_t i = start; i <= block_.tokens.last; ++i) {
      const bool end = i == block_.tokens.last;
      const std::string word = end ? std::string() : view_.lower_word(i);
      const bool leads = !end && leads_away(word) && !view_[i].all_caps;
      if (!end && !parts(view_, i) && !leads && !opens_names(word) && !is_date(i)) continue;
      if (!away) add({start, i}, introduced, byline);
      // "Ann Lee in Lagos and Bo Ek in Kano": a new name behind "and", a new house behind a comma.
      away = leads || (away && !is_any_of(word, {"and", "&", ",", "|", ";", "·", "•"}));
      start = i + 1;
    }
    if (byline.people.empty() && byline.bodies.empty() && !byline.bare) read_desk(byline);
    return byline;
  }

 private:
  // "By Staff Reports", "Editor": nothing else stands there, and every word has a capital.
  void read_desk(Byline& byline) const {
    constexpr std::uint32_t kFew = 3;
    const std::uint32_t start = opening();
    std::uint32_t end = start;
    while (end < block_.tokens.last && view_.is_word(end)) ++end;
    const bool rest = end + 1 < block_.tokens.last || (end < block_.tokens.last && view_.is_number(end));
    if (end == start || end - start > kFew || rest) return;
    for (std::uint32_t i = start; i < end; ++i) {
      if (!view_[i].capital || is_date(i)) return;
    }
    byline.bodies.push_back(view_.span({start, end}));
  }

  // Behind "by", wherever it stands near the start.
  std::uint32_t opening() const {
    constexpr std::uint32_t kNear = 10;
    std::uint32_t start = block_.tokens.first;
    const std::uint32_t stop = std::min(block_.tokens.last, start + kNear);
    for (std::uint32_t i = block_.tokens.first; i < stop; ++i) {
      const std::string word = view_.lower_word(i);
      const bool first = i == block_.tokens.first;
      if (first ? opens_names(word) : is_any_of(word, {"by", "author"})) start = i + 1;
    }
    while (start < block_.tokens.last && view_.is(start, ":")) ++start;
    return start < block_.tokens.last ? start : block_.tokens.first;
  }

  // "Edited by", "With assistance from Bo Ek": what stands before the names.
  bool is_helper(std::uint32_t names) const {
    for (std::uint32_t i = block_.tokens.first; i < names; ++i) {
      if (is_any_of(view_.lower_word(i),
                    {"edited",   "editing",    "assistance",   "contributions", "graphics",    "graphic",
                     "photo",    "photos",     "photograph",   "photographs",   "photography", "photographed",
                     "image",    "images",     "illustration", "illustrations", "illustrated", "video",
                     "reviewed", "translated", "produced",     "modeled",       "styled",      "compiled",
                     "narrated", "sponsored"})) {
        return true;
      }
    }
    return false;
  }

  bool is_date(std::uint32_t i) const {
    const Span span = view_[i].span;
    return view_.is_number(i) ||
           std::any_of(dates_.begin(), dates_.end(), [span](Span date) { return date.overlaps(span); });
  }

  bool is_job(std::uint32_t i) const {
    const std::string word = view_.lower_word(i);
    return lexicons_.block_cues.find(word) == "job" || lexicons_.person_nouns.contains(word) ||
           lexicons_.role_nouns.contains(word);
  }
  bool is_common(std::uint32_t i) const {
    const GazetteerFlags flags = gazetteer_.find(view_.key(i));
    return (flags & (kGiven | kLast)) == 0 && gazetteer_.is_common_word(view_.lower_word(i));
  }

  void add(TokenRange part, bool introduced, Byline& byline) const {
    if (part.empty() || part.size() > 9) return;
    if (!is_publisher(view_.text_of(part), lexicons_)) part = without_job(part);
    if (part.empty()) return;
    const std::string_view cue = lexicons_.block_cues.find(view_.lower_word(part.first));
    if (part.size() == 1 && !cue.empty() && cue != "agency") return;
    if (is_person(part)) {
      add_once(part, byline.people);
    } else if (is_body(part, introduced)) {
      add_once(part, byline.bodies);
    }
  }

  // The same name is often there twice: as a link and as text.
  void add_once(TokenRange part, std::vector<Span>& list) const {
    Span span = view_.span(part);
    const std::string_view first = view_.word(part.first);
    const bool glued = first.size() > 3 && first.substr(0, 2) == "By" && first[2] >= 'A' && first[2] <= 'Z';
    if (glued) span.start += 2;  // "ByAnn Lee"
    for (std::uint32_t i = part.first + 1; i < part.last; ++i) {
      const std::uint32_t end = end_of_name(part, i);
      if (end == view_[i].span.end) continue;
      span.end = end;
      break;
    }
    const auto words = [this](Span s) { return lower(view_.text().substr(s.start, s.length())); };
    const bool known = std::any_of(list.begin(), list.end(), [&](Span other) { return words(other) == words(span); });
    if (!known) list.push_back(span);
  }

  // Pages run a name and what follows it together: "Ann LeeBusiness", "Ann LeeAnn Lee", "Ann Lee@annlee".
  std::uint32_t end_of_name(TokenRange part, std::uint32_t token) const {
    constexpr std::size_t kShortest = 3;
    const std::string_view word = view_.word(token);
    for (std::size_t i = kShortest; i + kShortest <= word.size(); ++i) {
      if (word[i] == '@') return view_[token].span.start + static_cast<std::uint32_t>(i);
      const bool border = word[i - 1] >= 'a' && word[i - 1] <= 'z' && word[i] >= 'A' && word[i] <= 'Z';
      if (!border) continue;
      const std::string_view rest = word.substr(i);
      std::size_t next = 1;
      while (next < rest.size() && (rest[next] < 'A' || rest[next] > 'Z')) ++next;
      const std::string first = lower(rest.substr(0, next));
      const bool loud =
          std::all_of(rest.begin(), rest.begin() + kShortest, [](char c) { return c >= 'A' && c <= 'Z'; });
      const bool other = loud || rest == view_.word(part.first) || gazetteer_.is_common_word(lower(rest)) ||
                         lexicons_.role_nouns.contains(lower(rest)) || !lexicons_.block_cues.find(first).empty();
      if (other) return view_[token].span.start + static_cast<std::uint32_t>(i);
    }
    return view_[token].span.end;
  }

  // "Ann Lee Senior Staff Writer" -> "Ann Lee"
  TokenRange without_job(TokenRange part) const {
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (!is_job(i) || (i == part.first && part.size() > 2 && !is_common(i))) continue;
      while (i > part.first && is_common(i - 1)) --i;
      return {part.first, i};
    }
    return part;
  }

  // Two to five words with capitals, of which not all are common words and none tells of a body.
  bool is_person(TokenRange part) const {
    std::uint32_t names = 0;
    std::uint32_t known = 0;
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      const std::string word = view_.lower_word(i);
      if (!view_.is_word(i) && !view_.is(i, ".")) return false;
      if (is_particle(word) && i > part.first) continue;
      if (!view_[i].capital) return false;
      if (view_.word(i).find('.') != std::string_view::npos && view_.word(i).size() > 4) return false;  // a site
      const std::string_view kind = lexicons_.name_words.find(word);
      if (kind.find_first_of("om") != std::string_view::npos || lexicons_.block_cues.find(word) == "agency")
        return false;
      ++names;
      known += is_common(i) ? 0 : 1;
    }
    if (is_publisher(view_.text_of(part), lexicons_)) return false;
    const bool given = (gazetteer_.find(view_.key(part.first)) & kGiven) != 0;
    return names >= 2 && names <= 5 && (given || known * 2 >= names);
  }

  // "Reuters", "Staff Reports", "EvilSpark"
  bool is_body(TokenRange part, bool introduced) const {
    std::uint32_t capitals = 0;
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      if (view_.is_number(i) || is_date(i)) return false;
      capitals += view_[i].capital ? 1 : 0;
    }
    const bool loud = capitals * 2 >= part.size() && capitals > 0;
    return part.size() <= 6 && (loud || (introduced && part.size() == 1 && view_.is_word(part.first)));
  }

  const TokenView& view_;
  const Block& block_;
  const Lexicons& lexicons_;
  const Gazetteer& gazetteer_;
  std::vector<Span> dates_;
};

}  // namespace

bool is_publisher(std::string_view name, const Lexicons& lexicons) {
  bool loud = !name.empty();
  for (std::size_t start = 0; start < name.size();) {
    const std::size_t end = std::min(name.find(' ', start), name.size());
    const std::string_view word = name.substr(start, end - start);
    if (lexicons.publisher_words.contains(lower(word))) return true;
    loud = loud && end == name.size() && start == 0;
    for (const char c : word) loud = loud && c >= 'A' && c <= 'Z';
    start = end + 1;
  }
  return loud;
}

Byline read_byline(const TokenView& view, const Block& block, const Lexicons& lexicons, const Gazetteer& gazetteer) {
  return Reader(view, block, lexicons, gazetteer).run();
}

}  // namespace pressmark

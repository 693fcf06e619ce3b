#include "passes/role_titles.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr std::uint32_t kLongestTitle = 14;  // tokens

class TitleReader {
 public:
  TitleReader(const RoleText& text, const Name& name, std::uint32_t floor)
      : t_(text), w_(text.words), name_(name), end_(name.tokens.first) {
    floor_ = std::max(floor, end_ > kLongestTitle ? end_ - kLongestTitle : 0);
  }

  std::optional<RolePhrase> run() {
    while (end_ > floor_ && w_.is_courtesy(end_ - 1)) --end_;
    if (end_ <= floor_ || !find_head()) return std::nullopt;
    extend();
    drop_verb();
    if (first_ == head_ && may_be_verb()) return std::nullopt;
    if (name_.type != EntityType::person && !introduces_body()) return std::nullopt;
    return RolePhrase{{first_, end_}, head_};
  }

 private:
  // "the airline | Ryanair", not "the state | Department of Health"
  bool introduces_body() const {
    return determined_ && !t_.view[head_].capital &&
           !is_any_of(t_.view.word(head_), {"state", "city", "county", "town", "village", "nation", "country", "house",
                                            "military", "army", "opposition", "cabinet", "government", "school"});
  }

  // The noun next to the name, or "Secretary | of State".
  bool find_head() {
    const std::uint32_t last = end_ - 1;
    const Name* name = t_.phrases.name_at(last);
    const bool member = name != nullptr && name->type == EntityType::norp && name->tokens.size() == 1;
    if (name_.type == EntityType::person && member && t_.view[last].capital) return found(last, last);
    if ((name == nullptr || name->type == EntityType::norp) && w_.is_head(last, name_.type)) {
      // "editor in chief"
      const bool in_chief = last >= floor_ + 2 && t_.view.is(last - 1, "in") && w_.is_head(last - 2, name_.type);
      return found(in_chief ? last - 2 : last, in_chief ? last - 2 : last);
    }
    if (name_.type != EntityType::person) return false;
    std::uint32_t i = last;
    while (i > floor_ && end_ - i < 6 && (t_.view[i].capital || t_.view.is(i, "and") || t_.view.is(i, "&"))) --i;
    if (i > floor_ && t_.view.is(i, "the")) --i;
    const bool of = i > floor_ && i < last && is_any_of(t_.view.word(i), {"of", "for"});
    return of && t_.view[i - 1].capital && w_.is_head(i - 1, name_.type) && found(i - 1, i - 1);
  }

  bool found(std::uint32_t first, std::uint32_t head) {
    first_ = first;
    head_ = head;
    return true;
  }

  void extend() {
    while (first_ > floor_ && !determined_) {
      const std::uint32_t i = first_ - 1;
      if (w_.is_possessive_mark(i) && i > floor_) {
        take_possessor(i);
      } else if (const Name* name = t_.phrases.name_at(i)) {
        if (name->type == EntityType::money || name->tokens.first < floor_) return;
        first_ = name->tokens.first;
      } else if (w_.is_determiner(i)) {
        first_ = i;
        determined_ = true;
      } else if (coordinates(i)) {
        first_ = i - 1;
        coordinated_ = true;
      } else if (joins_modifiers(i)) {
        first_ = i - 1;
      } else if (const std::uint32_t bracket = bracket_before(i); bracket < i) {
        first_ = bracket;
      } else if (t_.view.is(i, "&") || (w_.is_content(i) && !w_.tells_when(i))) {
        first_ = i;
        // "9/11 widow"
        while (first_ > floor_ + 1 && t_.view.attached(first_) && t_.view.is(first_ - 1, "/")) first_ -= 2;
      } else {
        return;
      }
    }
  }

  // "businessman and politician | Bo Ek", not "the president and businessman | Bo Ek".
  bool coordinates(std::uint32_t i) const {
    if (i <= floor_ || !is_any_of(t_.view.word(i), {"and", ","})) return false;
    if (t_.view.is(i, ",") && !coordinated_) return false;
    if (!w_.is_head(i - 1, name_.type) || t_.phrases.name_at(i - 1) != nullptr) return false;
    for (std::uint32_t k = i - 1; k > floor_; --k) {
      const std::uint32_t before = k - 1;
      if (is_any_of(t_.view.lower_word(before), {"his", "her", "their", "between", "both"})) return false;
      if (!w_.is_content(before)) return !t_.view.is(before, ",") || t_.view.is(i, ",");
    }
    return true;
  }

  // "Social Development and Human Security Minister"
  bool joins_modifiers(std::uint32_t i) const {
    const auto modifies = [this](std::uint32_t k) {
      return t_.phrases.name_at(k) == nullptr && t_.view.is_word(k) && t_.view[k].capital && w_.is_content(k);
    };
    return i > floor_ && t_.view.is(i, "and") && t_.view[head_].capital && modifies(i - 1) && modifies(i + 1) &&
           !w_.is_head(i - 1, name_.type) && i + 1 < head_;
  }

  // "Indonesian Democratic Party (PDI) leader": where the bracket that ends at `close` begins; `close` if none does.
  std::uint32_t bracket_before(std::uint32_t close) const {
    const bool short_form = t_.view.is(close, ")") && close > floor_ + 2 && t_.view.is(close - 2, "(") &&
                            t_.view[close - 1].all_caps && t_.view[close - 3].capital;
    return short_form ? close - 2 : close;
  }

  // "Acme's", "the company's", "President Obama's"
  void take_possessor(std::uint32_t mark) {
    determined_ = true;
    if (t_.view.is(mark, "s") && mark > floor_ + 1) --mark;
    std::uint32_t i = mark - 1;
    if (const Name* name = t_.phrases.name_at(i)) {
      first_ = std::max(name->tokens.first, floor_);
      while (
          first_ > floor_ && t_.phrases.name_at(first_ - 1) == nullptr &&
          (w_.is_courtesy(first_ - 1) || (t_.view[first_ - 1].capital && w_.is_head(first_ - 1, EntityType::person)))) {
        --first_;
      }
      if (first_ > floor_ && t_.view.is(first_ - 1, "the")) --first_;
      return;
    }
    while (i > floor_ && mark - i < 4 && w_.is_content(i) && !w_.is_determiner(i)) --i;
    if (w_.is_determiner(i)) first_ = i;
  }

  // "Trump blamed | campaign manager Ann Lee": what looks like a verb, behind a noun, is one.
  void drop_verb() {
    if (is_infinitive(first_)) ++first_;
    for (std::uint32_t i = head_; i > first_; --i) {
      const std::uint32_t k = i - 1;
      if (t_.phrases.name_at(k) != nullptr || !t_.view.is_word(k) || t_.view[k].capital || w_.is_modifier(k)) continue;
      if (w_.is_determiner(k) || w_.is_possessive_mark(k)) continue;
      const std::string word = t_.view.lower_word(k);
      const bool past = word.ends_with("ed") || word.ends_with("ing");
      const bool present = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
      if (!past && !(present && !determined_)) continue;
      const std::uint32_t before = k > 0 ? k - 1 : k;
      const bool gerund = k == first_ && word.ends_with("ing");
      // "worries | former adviser Bo Ek"
      const bool before_former =
          k == first_ && is_any_of(t_.view.lower_word(i), {"former", "then", "late", "current", "outgoing"});
      const bool subject = gerund || before_former || k <= floor_
                               ? gerund || before_former
                               : !w_.is_determiner(before) && !w_.is_possessive_mark(before) &&
                                     (t_.phrases.name_at(before) != nullptr || t_.phrases.word_class(before) == "aux" ||
                                      t_.view[before].capital || t_.phrases.word_class(before) == "pron" ||
                                      (k > first_ && w_.is_content(before)));
      if (!subject) continue;
      if (!gerund && !before_former && w_.is_modifier(before) && !w_.is_head(before, EntityType::person)) continue;
      first_ = i;
      determined_ = false;
      return;
    }
  }

  // "to hold | Clinton aide Bo Ek", "they call | Republican Bo Ek", not "according to campaign manager Bo Ek"
  bool is_infinitive(std::uint32_t i) const {
    if (i <= floor_ || i >= head_ || t_.view[i].capital || w_.is_modifier(i) || w_.is_determiner(i)) return false;
    const std::string_view before = t_.phrases.word_class(i - 1);
    if (!t_.view.is(i - 1, "to") && before != "pron" && before != "aux") return false;
    return t_.phrases.name_at(i) == nullptr && (t_.view[i + 1].capital || is_number(t_.view.first(i + 1)));
  }

  // "to coach | Ann Lee", "they host | Ann Lee"
  bool may_be_verb() const {
    if (first_ <= floor_ || t_.view[head_].capital) return false;
    if (!is_any_of(t_.view.word(head_),
                   {"host",    "star",   "model", "chair",   "head",    "coach",  "partner",  "captain",
                    "witness", "anchor", "pilot", "guard",   "father",  "mother", "champion", "rival",
                    "author",  "judge",  "guide", "recruit", "sponsor", "tutor"})) {
      return false;
    }
    const std::string_view before = w_.word_class(first_ - 1);
    return t_.view.is(first_ - 1, "to") || before == "aux" || before == "pron";
  }

  const RoleText& t_;
  const RoleWords& w_;
  const Name& name_;
  std::uint32_t end_;
  std::uint32_t floor_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t head_ = 0;
  bool determined_ = false;
  bool coordinated_ = false;
};

}  // namespace

std::optional<RolePhrase> title_before(const RoleText& text, const Name& name, std::uint32_t floor) {
  return TitleReader(text, name, floor).run();
}

}  // namespace pressmark

#include "passes/role_phrases.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr std::uint32_t kLongestSegment = 40;  // tokens
constexpr std::uint32_t kLongestCore = 14;
constexpr std::uint32_t kLongestBracket = 6;
constexpr std::uint32_t kLongestMarked = 14;

bool is_place_or_body(const Name* name) {
  return name != nullptr &&
         (name->type == EntityType::loc || name->type == EntityType::org || name->type == EntityType::fac);
}

// Behind the comma at `comma`: a place that only says where the one before it lies. Where it ends; `comma` if none.
std::uint32_t place_behind(const RoleText& t, std::uint32_t comma, std::uint32_t ceiling) {
  const std::uint32_t i = comma + 1;
  if (i >= ceiling || comma == 0) return comma;
  const Name* name = t.phrases.name_at(i);
  if (name == nullptr || name->type != EntityType::loc || name->tokens.last > ceiling) return comma;
  if (!is_place_or_body(t.phrases.name_at(comma - 1))) return comma;
  const std::uint32_t end = name->tokens.last;
  return end == ceiling || t.words.is_border(end) ? end : comma;
}

// Behind the comma: "ethics and politics at Leeds", what is left of a list in lower case. Where its "and" stands.
std::uint32_t list_behind(const RoleText& t, std::uint32_t comma, std::uint32_t ceiling) {
  const std::uint32_t first = comma + 1;
  for (std::uint32_t i = first; i < std::min(ceiling, first + 5); ++i) {
    if (i + 1 < ceiling && i > first && is_any_of(t.view.word(i), {"and", "or"})) {
      const bool plain = t.phrases.name_at(i + 1) == nullptr && t.words.is_content(i + 1) && !t.view[i + 1].capital;
      return plain ? i + 1 : comma;
    }
    if (t.view.is(i, ",") && i > first) continue;
    if (t.view[i].capital || !t.view.is_word(i) || !t.words.is_content(i)) return comma;
  }
  return comma;
}

std::uint32_t mark_end(const RoleText& t, std::uint32_t i) { return t.marked.around(i).last; }

}  // namespace

Segment segment_from(const RoleText& t, std::uint32_t first, std::uint32_t ceiling) {
  const std::uint32_t limit = std::min(ceiling, first + kLongestSegment);
  const Index region = first < ceiling ? t.marked.index_at(first) : kNone;
  std::uint32_t i = first;
  while (i < limit) {
    const bool marked = t.marked.index_at(i) != region;
    if (marked && (!t.marked.contains(i) || i == first)) break;
    if (marked) {
      const std::uint32_t end = mark_end(t, i);
      if (end > limit || end - i > kLongestMarked || end < i + 3) break;
      // “..., as American houses put it,”
      if (t.view.is(end - 2, ",") || end == ceiling) return {{first, end}, end};
      i = end;
      continue;
    }
    if (!t.words.is_border(i)) {
      ++i;
      continue;
    }
    if (t.view.is(i, "(") && i > first) {
      std::uint32_t close = i + 1;
      while (close < limit && close - i < kLongestBracket && !t.view.is(close, ")")) ++close;
      if (close + 1 < limit && t.view.is(close, ")") && !t.words.is_border(close + 1)) {
        i = close + 1;
        continue;
      }
    }
    if (t.view.is(i, ",")) {
      const std::uint32_t place = place_behind(t, i, ceiling);
      const std::uint32_t more = place > i ? place : list_behind(t, i, ceiling);
      if (more > i) {
        i = more;
        continue;
      }
    }
    break;
  }
  if (i == limit && limit < ceiling) return {};
  return {{first, i}, i};
}

namespace {

// Reads one noun phrase from its start to the border of its segment.
class PhraseReader {
 public:
  PhraseReader(const RoleText& text, TokenRange segment, EntityType type, Complement complement)
      : t_(text), w_(text.words), segment_(segment), type_(type), complement_(complement), core_end_(segment.first) {}

  std::optional<RolePhrase> run() {
    std::uint32_t first = segment_.first;
    if (first >= segment_.last || w_.word_class(first) == "conj") return std::nullopt;
    if (is_any_of(t_.view.lower_word(first), {"himself", "herself", "itself", "also", "perhaps"})) ++first;
    std::uint32_t i = first;
    while (i < segment_.last && is_any_of(t_.view.lower_word(i), {"now", "then", "once", "currently", "formerly",
                                                                  "later", "still", "previously", "long"})) {
      ++i;
    }
    if (i + 2 < segment_.last && t_.view.lower_word(i) == "one" && t_.view.is(i + 1, "of")) {
      one_of_ = true;
      i += 2;
    }
    if (i < segment_.last && w_.is_determiner(i)) {
      indefinite_ = is_any_of(t_.view.lower_word(i), {"a", "an", "another"});
      determined_ = true;
      ++i;
    }
    if (!find_head(i)) return std::nullopt;
    const std::uint32_t last = end();
    if (last <= head_) return std::nullopt;
    return RolePhrase{{first, last}, head_};
  }

 private:
  bool is_head(std::uint32_t i) const {
    const Name* name = t_.phrases.name_at(i);
    if (name != nullptr && name->type == EntityType::norp) return type_ == EntityType::person && t_.view[i].capital;
    // A noun that is part of a name heads it, not the phrase: "Leeds University".
    if (name != nullptr && (name->type == EntityType::person || type_ != EntityType::person)) return false;
    // Headlines in capitals have no grammar to tell a phrase by.
    if (t_.view[i].all_caps && t_.view.word(i).size() > 3) return false;
    if (w_.is_head(i, type_)) return true;
    return one_of_ && w_.is_plural_head(i, type_);
  }

  // The core: modifiers and head, up to a preposition, conjunction, clause or participle.
  bool find_head(std::uint32_t start) {
    std::uint32_t head = kNone;
    std::uint32_t i = start;
    const std::uint32_t limit = std::min(segment_.last, start + kLongestCore);
    for (; i < limit; ++i) {
      const Name* name = t_.phrases.name_at(i);
      if (w_.is_possessive_mark(i) && i > start) {
        // What came before was the possessor.
        head = kNone;
        determined_ = true;
        continue;
      }
      if (t_.view.is(i, "and") || t_.view.is(i, "or")) {
        if (head == i - 1) break;
        continue;
      }
      if (opens_clause(t_.view.word(i)) || (head != kNone && w_.is_verb(i))) break;
      // "the best known chefs"
      if ((determined_ || one_of_) && w_.is_verb(i) && i + 1 < limit && w_.is_content(i + 1) &&
          w_.word_class(i) != "aux")
        continue;
      if (!w_.is_content(i) && !(name == nullptr && t_.view.is(i, "&"))) {
        if (head == kNone && i + 1 < limit && w_.word_class(i) == "adv") continue;
        break;
      }
      if (is_head(i)) head = i;
    }
    if (head == kNone && indefinite_ && type_ == EntityType::person && i > start && w_.looks_like_person(i - 1)) {
      head = i - 1;
    }
    if (head == kNone) return false;
    // "the actor Tom Hanks" is another person; of "the mayor resigned" and "the film director's cut" the head is none.
    for (std::uint32_t k = head + 1; k < i; ++k) {
      const Name* name = t_.phrases.name_at(k);
      if (name != nullptr && name->type == EntityType::person) return false;
    }
    if (head + 1 < i && !follows_head(head + 1)) return false;
    if (!determined_ && head - start > 6) return false;
    head_ = head;
    core_end_ = i;
    return true;
  }

  // "a professor emeritus", "a lawyer based in Leeds", "the director general"
  bool follows_head(std::uint32_t i) const {
    const std::string word = t_.view.lower_word(i);
    // "After talking to Lee, a teacher resigned."
    if (indefinite_) return !word.ends_with("ed") || i + 1 < segment_.last;
    return w_.word_class(i) == "adv" || word.ends_with("ing") || t_.view[i].capital || t_.view.is_number(i) ||
           is_any_of(word, {"emeritus", "emerita", "general", "elect", "designate", "responsible", "familiar", "close",
                            "based", "named", "known", "called"});
  }

  static bool opens_clause(std::string_view word) {
    return is_any_of(word, {"who", "which", "whose", "whom", "that", "where", "when", "while", "because"});
  }

  static bool says_little(std::string_view head) {
    return is_any_of(head, {"man", "woman", "person", "one", "boy", "girl", "people", "child", "someone"});
  }

  // Where the phrase ends: at its segment's end, a relative clause that tells what happened, or where a sentence goes
  // on. The head itself where a verb shows that it is no phrase.
  std::uint32_t end() const {
    for (std::uint32_t i = core_end_; i < segment_.last; ++i) {
      if (t_.marked.index_at(i) != t_.marked.index_at(segment_.first)) continue;
      if (opens_clause(t_.view.word(i))) {
        if (i > core_end_ && t_.view.is(i, "that") && i + 1 < segment_.last && !w_.is_verb(i + 1)) continue;
        return keeps_clause(i) ? segment_.last : trimmed(i);
      }
      if (complement_ == Complement::predicate) {
        if (is_any_of(t_.view.word(i),
                      {"but", "although", "though", "if", "so", "than", "whereas", "after", "before"})) {
          return trimmed(i);
        }
        const bool and_goes_on = t_.view.is(i, "and") && i + 1 < segment_.last &&
                                 (w_.is_verb(i + 1) || w_.word_class(i + 1) == "pron" ||
                                  t_.view.lower_word(i + 1).ends_with("ed") || w_.is_determiner(i + 1));
        if (and_goes_on) return trimmed(i);
      }
      const Name* name = t_.phrases.name_at(i);
      if (t_.view.is(i, "and") && i == core_end_ && i + 1 < segment_.last) {
        // "Smith, the mayor and Ann Lee" is a list.
        const Name* next = t_.phrases.name_at(i + 1);
        if (next != nullptr && next->type == EntityType::person) return 0;
      }
      if (name == nullptr && w_.is_verb(i) && !is_participle(i)) {
        return complement_ == Complement::predicate ? trimmed(i) : 0;
      }
    }
    return trimmed(segment_.last);
  }

  bool keeps_clause(std::uint32_t who) const {
    if (who + 2 >= segment_.last) return false;
    if (says_little(t_.view.lower_word(head_)) || one_of_) return true;
    std::uint32_t verb = who + 1;
    while (verb < segment_.last &&
           (w_.word_class(verb) == "adv" || is_any_of(t_.view.word(verb), {"has", "had", "have"})))
      ++verb;
    return verb < segment_.last && t_.view.is(who, "who") && w_.clause_verb(verb) == "clause";
  }

  // "to lead", "founded by", "accused of", "having"
  bool is_participle(std::uint32_t i) const {
    const std::string word = t_.view.lower_word(i);
    if (i > segment_.first && (t_.view.is(i - 1, "to") || w_.is_verb(i - 1))) return true;
    if (w_.word_class(i) == "aux") return false;
    if (word.ends_with("ing")) return true;
    if (i + 1 >= segment_.last || w_.word_class(i + 1) != "prep") return false;
    return word.ends_with("ed") || word.ends_with("en") || word.ends_with("wn") ||
           is_any_of(word, {"led", "run", "held", "made", "built", "set", "put", "sent", "taught", "sold", "born"});
  }

  // No preposition, conjunction or verb is left hanging at the end.
  std::uint32_t trimmed(std::uint32_t last) const {
    while (last > head_ + 1) {
      const std::string_view function = w_.word_class(last - 1);
      const bool hangs = t_.phrases.name_at(last - 1) == nullptr &&
                         (function == "prep" || function == "conj" || w_.is_determiner(last - 1) ||
                          t_.words.is_border(last - 1) || is_any_of(t_.view.lower_word(last - 1), {"also", "in"}));
      if (!hangs || t_.marked.index_at(last - 1) != t_.marked.index_at(segment_.first)) break;
      --last;
    }
    return last;
  }

  const RoleText& t_;
  const RoleWords& w_;
  TokenRange segment_;
  EntityType type_;
  Complement complement_;
  std::uint32_t core_end_;
  std::uint32_t head_ = 0;
  bool indefinite_ = false;
  bool determined_ = false;
  bool one_of_ = false;
};

}  // namespace

std::optional<RolePhrase> noun_phrase(const RoleText& text, TokenRange segment, EntityType type,
                                      Complement complement) {
  return PhraseReader(text, segment, type, complement).run();
}

std::optional<RolePhrase> relative_clause(const RoleText& t, TokenRange segment, EntityType type) {
  const bool who = t.view.is(segment.first, "who");
  if (who != (type == EntityType::person)) return std::nullopt;
  std::uint32_t verb = segment.first + 1;
  while (verb < segment.last && t.words.clause_verb(verb).empty() &&
         (t.words.word_class(verb) == "adv" || is_any_of(t.view.word(verb), {"has", "had", "have", "also", "been"}))) {
    ++verb;
  }
  if (verb + 1 >= segment.last) return std::nullopt;
  const std::string_view kind = t.words.clause_verb(verb);
  if (kind == "be") {
    if (const auto phrase = predicate(t, verb, segment.last, type)) return phrase;
    const std::string state = t.view.lower_word(verb + 1);
    if (!is_any_of(state, {"married", "born", "running", "based", "known", "descended", "divorced"}))
      return std::nullopt;
  } else if (kind != "clause" && (kind != "which" || who)) {
    return std::nullopt;
  }
  while (segment.last > verb + 1 && is_any_of(t.words.word_class(segment.last - 1), {"conj", "prep"})) --segment.last;
  return RolePhrase{segment, segment.first};
}

std::optional<RolePhrase> predicate(const RoleText& t, std::uint32_t verb, std::uint32_t ceiling, EntityType type) {
  std::uint32_t i = verb;
  const std::string word = t.view.lower_word(i);
  if (is_any_of(word, {"serves", "served", "works", "worked", "acts", "acted"})) {
    if (i + 1 >= ceiling || !t.view.is(i + 1, "as")) return std::nullopt;
    i += 2;
  } else if (t.words.clause_verb(i) == "be" || word == "been") {
    ++i;
    while (i < ceiling && is_any_of(t.view.word(i), {"also", "now", "still", "then", "once", "currently", "already"}))
      ++i;
    if (i < ceiling && is_any_of(t.view.word(i), {"elected", "appointed", "named", "chosen", "crowned", "hired"})) {
      ++i;
      if (i < ceiling && is_any_of(t.view.word(i), {"as", "to"})) ++i;
    }
  } else {
    return std::nullopt;
  }
  const Segment segment = i < ceiling ? segment_from(t, i, ceiling) : Segment{};
  auto phrase = noun_phrase(t, segment.tokens, type, Complement::predicate);
  // "became mayor in May": when it was is no part of what somebody is.
  if (phrase && phrase->tokens.last >= phrase->head + 3) {
    const std::uint32_t last = phrase->tokens.last - 1;
    const bool when = t.phrases.is_calendar_word(last) || t.view.is(last, "May") ||
                      (t.view.is_number(last) && t.view.word(last).size() == 4);
    if (when && is_any_of(t.view.word(last - 1), {"in", "on"})) phrase->tokens.last -= 2;
  }
  return phrase;
}

}  // namespace pressmark

#include "passes/role_appositions.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr int kMostInARow = 6;
constexpr std::uint32_t kLongestBracket = 10;  // tokens
constexpr std::uint32_t kLongestFront = 24;
constexpr std::uint32_t kLongestFrontOfBody = 8;

bool is_age(const TokenView& view, std::uint32_t i) {
  const std::string_view word = view.word(i);
  return view.is_number(i) && word.size() <= 3 && word.front() != '0' &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         (word.size() < 3 || word.front() == '1');
}

// "D-N.Y.", "R-Tex", "D", "Conservative"
bool is_party(std::string_view word) {
  if (word.empty() || (word.front() != 'D' && word.front() != 'R' && word.front() != 'I')) return false;
  return word.size() == 1 || word[1] == '-' || word.substr(1).starts_with("–") || word.substr(1).starts_with("‑");
}

RolePhrase whole(TokenRange tokens) { return {tokens, tokens.first}; }

class BehindReader {
 public:
  BehindReader(const RoleText& text, const Name& name, TokenRange sentence, bool titled)
      : t_(text), w_(text.words), type_(name.type), sentence_(sentence), titled_(titled), at_(name.tokens.last) {}

  std::vector<RolePhrase> run() {
    if (at_ < sentence_.last && t_.view.is(at_, "(")) read_bracket();
    if (type_ == EntityType::person) read_of();
    bool behind_name = false;
    for (int i = 0; i < kMostInARow && at_ + 1 < sentence_.last; ++i) {
      const bool dash = w_.is_dash(at_);
      if (!dash && !t_.view.is(at_, ",")) break;
      const Segment segment = segment_from(t_, at_ + 1, sentence_.last);
      if (segment.tokens.empty()) break;
      const auto role = read(segment.tokens);
      if (!role) break;
      // "president of the Forum, a think tank": what follows a name may be said of that name.
      if (behind_name && is_any_of(t_.view.word(segment.tokens.first), {"a", "an", "the"})) break;
      behind_name = w_.word_class(role->tokens.first) != "prep" && t_.phrases.name_at(role->tokens.last - 1) != nullptr;
      roles_.push_back(*role);
      at_ = std::max(segment.next, role->tokens.last);
      if (dash) break;
    }
    return std::move(roles_);
  }

 private:
  void read_bracket() {
    std::uint32_t close = at_ + 1;
    while (close < sentence_.last && close - at_ < kLongestBracket && !t_.view.is(close, ")")) ++close;
    if (close >= sentence_.last || !t_.view.is(close, ")") || close == at_ + 1) return;
    const TokenRange inside{at_ + 1, close};
    const Name* place = t_.phrases.name_at(inside.first);
    const bool is_state = titled_ && place != nullptr && place->type == EntityType::loc && place->tokens == inside;
    const bool short_state =
        titled_ && inside.size() <= 2 && t_.view[inside.first].capital && t_.view.word(inside.last - 1).ends_with('.');
    if (type_ == EntityType::person && (is_party(t_.view.text_of(inside)) || is_state || short_state ||
                                        (inside.size() == 1 && is_age(t_.view, inside.first)))) {
      roles_.push_back(whole(inside));
    } else if (const auto phrase = noun_phrase(t_, inside, type_, Complement::apposition)) {
      if (phrase->tokens == inside) roles_.push_back(*phrase);
    }
    at_ = close + 1;
  }

  // "Ann Lee of Harbour University", not "accused Lee of Leeds ties"
  void read_of() {
    if (at_ + 1 >= sentence_.last || !t_.view.is(at_, "of")) return;
    const std::uint32_t first = t_.view.is(at_ + 1, "the") ? at_ + 2 : at_ + 1;
    const Name* name = first < sentence_.last ? t_.phrases.name_at(first) : nullptr;
    if (name == nullptr || (name->type != EntityType::loc && name->type != EntityType::org)) return;
    std::uint32_t end = name->tokens.last;
    if (end < sentence_.last && !w_.is_border(end) && w_.word_class(end).empty() && !w_.is_verb(end)) return;
    if (end < sentence_.last && w_.is_possessive_mark(end)) return;
    if (end + 1 < sentence_.last && t_.view.is(end, ",")) {
      const Segment segment = segment_from(t_, first, sentence_.last);
      if (segment.tokens.last > end && t_.phrases.name_at(end + 1) != nullptr) end = segment.tokens.last;
    }
    roles_.push_back(whole({at_, end}));
    at_ = end;
  }

  std::optional<RolePhrase> read(TokenRange segment) const {
    if (t_.view.is(segment.first, "who") || t_.view.is(segment.first, "which")) {
      return relative_clause(t_, segment, type_);
    }
    if (type_ != EntityType::person) {
      if (!w_.is_determiner(segment.first)) return std::nullopt;
      return noun_phrase(t_, segment, type_, Complement::apposition);
    }
    if (segment.size() == 1 && is_age(t_.view, segment.first)) return whole(segment);
    if (segment.size() == 1 && is_party(t_.view.word(segment.first))) {
      // The full stop of "R-Ky." is a token of its own.
      const bool stop = segment.last + 1 < sentence_.last && t_.view.is(segment.last, ".");
      return whole({segment.first, segment.last + (stop ? 1U : 0U)});
    }
    if (segment.size() == 2 && t_.view.is(segment.first, "aged") && is_age(t_.view, segment.first + 1)) {
      return whole(segment);
    }
    if (const auto home = read_home(segment)) return home;
    // "54 of Leeds": the age first, the rest is no phrase of its own
    if (is_age(t_.view, segment.first) && is_any_of(t_.view.word(segment.first + 1), {"of", "from"})) {
      return whole({segment.first, segment.first + 1});
    }
    return noun_phrase(t_, segment, type_, Complement::apposition);
  }

  // "of Leeds", "from Leeds, England"
  std::optional<RolePhrase> read_home(TokenRange segment) const {
    if (!is_any_of(t_.view.word(segment.first), {"of", "from"}) || segment.size() < 2) return std::nullopt;
    for (std::uint32_t i = segment.first + 1; i < segment.last; ++i) {
      if (w_.is_verb(i) || w_.word_class(i) == "pron") return std::nullopt;
    }
    const std::uint32_t first = segment.first + (t_.view.is(segment.first + 1, "the") && segment.size() > 2 ? 2U : 1U);
    const Name* name = t_.phrases.name_at(first);
    const bool known = name != nullptr && (name->type == EntityType::loc || name->type == EntityType::org);
    return known ? std::optional(whole(segment)) : std::nullopt;
  }

  const RoleText& t_;
  const RoleWords& w_;
  EntityType type_;
  TokenRange sentence_;
  bool titled_;
  std::uint32_t at_;
  std::vector<RolePhrase> roles_;
};

// Finds where the phrase before the comma begins, and whether it stands for the name behind it.
class FrontReader {
 public:
  FrontReader(const RoleText& text, const Name& name, std::uint32_t first, TokenRange sentence)
      : t_(text), w_(text.words), name_(name), first_(first), sentence_(sentence) {}

  std::optional<RolePhrase> run() {
    if (first_ < sentence_.first + 3) return std::nullopt;
    end_ = first_ - 1;
    if (!t_.view.is(end_, ",") && !w_.is_dash(end_)) return std::nullopt;
    const auto phrase = find_phrase();
    if (!phrase || phrase->tokens.last != end_) return std::nullopt;
    return stands_for_name(phrase->tokens.first) ? phrase : std::nullopt;
  }

 private:
  // The widest one that ends at the comma: "an aide to the mayor" rather than "the mayor".
  std::optional<RolePhrase> find_phrase() const {
    std::optional<RolePhrase> best;
    const std::uint32_t longest = name_.type == EntityType::person ? kLongestFront : kLongestFrontOfBody;
    const std::uint32_t floor = std::max(sentence_.first, end_ > longest ? end_ - longest : 0);
    for (std::uint32_t i = end_; i > floor;) {
      --i;
      if (w_.is_border(i) || t_.marked.index_at(i) != t_.marked.index_at(end_)) break;
      if (w_.is_verb(i) || w_.word_class(i) == "pron" || (w_.word_class(i) == "conj" && !t_.view.is(i, "and"))) {
        if (!w_.is_determiner(i)) break;
      }
      const bool mark = w_.is_possessive_mark(i) && i > floor;
      const std::uint32_t first = mark ? possessor(i, floor) : i;
      const bool one_of = t_.view.lower_word(i) == "one" && t_.view.is(i + 1, "of");
      if (mark ? first == i : !w_.is_determiner(i) && !one_of) continue;
      const auto phrase = noun_phrase(t_, {first, end_}, name_.type, Complement::apposition);
      if (!phrase || phrase->tokens.last != end_) continue;
      if (best && !hangs_on(*phrase, best->tokens.first)) break;
      best = phrase;
      i = first;
    }
    return best;
  }

  // The narrower phrase begins behind a preposition that hangs on the wider one's head, or behind "one of".
  bool hangs_on(const RolePhrase& wider, std::uint32_t narrower) const {
    if (narrower <= wider.tokens.first) return true;
    if (t_.view.is(narrower - 1, "of") && t_.view.lower_word(wider.tokens.first) == "one") return true;
    return narrower == wider.head + 2 && w_.word_class(narrower - 1) == "prep";
  }

  std::uint32_t possessor(std::uint32_t mark, std::uint32_t floor) const {
    const Name* name = t_.phrases.name_at(mark - 1);
    if (name == nullptr || name->tokens.first < floor) return mark;
    std::uint32_t first = name->tokens.first;
    while (first > floor && t_.phrases.name_at(first - 1) == nullptr && t_.view[first - 1].capital &&
           w_.is_head(first - 1, EntityType::person)) {
      --first;
    }
    return first > floor && t_.view.lower_word(first - 1) == "the" ? first - 1 : first;
  }

  bool stands_for_name(std::uint32_t first) const {
    const std::uint32_t after = name_.tokens.last;
    const bool ends = after >= sentence_.last;
    if (!ends && (w_.is_possessive_mark(after) || is_any_of(t_.view.word(after), {"and", "or", "&"}))) return false;
    const bool comma = !ends && t_.view.is(after, ",");
    if (comma && after + 1 < sentence_.last) {
      const Name* next = t_.phrases.name_at(after + 1);
      if (next != nullptr && next->type == EntityType::person) return false;
    }
    if (first == sentence_.first || t_.marked.index_at(first - 1) != t_.marked.index_at(first)) return true;
    // "In a letter to the mayor, Ann Lee said" names two people.
    const bool closed = ends || w_.is_border(after);
    if (!closed) return is_any_of(t_.view.word(first - 1), {"that", ":"});
    if (!comma || after + 1 >= sentence_.last) return true;
    const bool own = t_.view.is_number(after + 1) || w_.is_determiner(after + 1);
    return !own || w_.word_class(first - 1) != "prep";
  }

  const RoleText& t_;
  const RoleWords& w_;
  const Name& name_;
  std::uint32_t first_;
  TokenRange sentence_;
  std::uint32_t end_ = 0;
};

}  // namespace

std::vector<RolePhrase> roles_behind(const RoleText& text, const Name& name, TokenRange sentence, bool titled) {
  return BehindReader(text, name, sentence, titled).run();
}

std::optional<RolePhrase> role_in_front(const RoleText& text, const Name& name, std::uint32_t first,
                                        TokenRange sentence) {
  return FrontReader(text, name, first, sentence).run();
}

std::optional<RolePhrase> role_by_verb(const RoleText& t, const Name& name, TokenRange sentence) {
  std::uint32_t verb = name.tokens.last;
  if (verb + 1 >= sentence.last || t.marked.contains(name.tokens.first) || t.marked.contains(verb)) return std::nullopt;
  for (std::uint32_t i = name.tokens.first; i > sentence.first && name.tokens.first - i < 4;) {
    if (is_any_of(t.view.lower_word(--i), {"if", "whether", "unless", "were", "was", "is", "of", "for", "to", "with",
                                           "by", "like", "than", "and", "or"})) {
      return std::nullopt;
    }
  }
  // "She says that Lee is the winner" is hers to say.
  if (name.tokens.first > sentence.first &&
      (t.view.is(name.tokens.first - 1, "that") || t.words.is_verb(name.tokens.first - 1))) {
    return std::nullopt;
  }
  while (verb + 1 < sentence.last &&
         is_any_of(t.view.word(verb), {"also", "now", "still", "then", "once", "later", "has", "had", "previously"})) {
    ++verb;
  }
  if (is_any_of(t.view.word(verb), {"'s", "’s"})) return std::nullopt;
  return predicate(t, verb, sentence.last, name.type);
}

}  // namespace pressmark

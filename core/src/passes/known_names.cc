#include "passes/known_names.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "passes/name_key.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kLongest = 5;  // words of a building's name
constexpr std::uint32_t kReach = 10;   // tokens back to the noun for whoever is called something
constexpr std::size_t kShortest = 4;   // letters of a name of one word that is one wherever it stands
constexpr Score kSure = 600;           // of a name
constexpr Score kKnown = 500;          // it is known, and yet the tagger saw none

class KnownNames {
 public:
  KnownNames(const TokenView& view, const std::vector<Sentence>& sentences, std::vector<Name> names,
             const Gazetteer& gazetteer, const Lexicons& lexicons)
      : view_(view), sentences_(sentences), gazetteer_(gazetteer), lexicons_(lexicons), all_(std::move(names)) {}

  std::vector<Name> run() {
    read_names();
    std::size_t next = 0;
    for (const Sentence& sentence : sentences_) {
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last;) {
        while (next < all_.size() && all_[next].tokens.last <= i) ++next;
        const std::uint32_t until =
            next == all_.size() ? sentence.tokens.last : std::min(sentence.tokens.last, all_[next].tokens.first);
        if (i < until) {
          i = add_from(i, sentence.tokens, until);
        } else {
          add_partner(i++, next);
        }
      }
    }
    all_.insert(all_.end(), found_.begin(), found_.end());
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Name& a, const Name& b) { return a.span.start < b.span.start; });
    return std::move(all_);
  }

 private:
  // What a person is called between marks is a person's name; what is sure in one place is a name in all.
  void read_names() {
    std::size_t sentence = 0;
    for (Name& name : all_) {
      while (sentence < sentences_.size() && sentences_[sentence].tokens.last <= name.tokens.first) ++sentence;
      if (sentence == sentences_.size()) return;
      if (is_called(name.tokens.first, name.tokens.last, sentences_[sentence].tokens)) name.type = EntityType::person;
      if (name.score < kSure || name.type == EntityType::money) continue;
      elsewhere_.emplace(view_.text().substr(name.span.start, name.span.length()), name.type);
    }
  }

  void add(TokenRange tokens, Span span, EntityType type) { found_.push_back({tokens, span, type, kKnown}); }

  // Adds the name that begins at token i and ends before `until`; gives the token behind it, or behind i.
  std::uint32_t add_from(std::uint32_t i, TokenRange sentence, std::uint32_t until) {
    if (!view_.is_word(i) || !view_[i].capital) return i + 1;
    if (is_any_of(view_.word(i), {"X", "X."}) && is_platform(i, sentence)) {
      add({i, i + 1}, {view_[i].span.start, view_[i].span.start + 1}, EntityType::org);
      return i + 1;
    }
    std::uint32_t last = i;
    while (last < until && last - i < kLongest && view_.is_word(last) && view_[last].capital) ++last;
    if (is_called(i, last, sentence)) {
      const std::uint32_t first = last - i > 1 && view_.lower_word(i) == "the" ? i + 1 : i;
      add({first, last}, view_.span({first, last}), EntityType::person);
      return last;
    }
    for (std::uint32_t end = last; end > i; --end) {
      const auto again = elsewhere_.find(view_.text_of({i, end}));
      if (again == elsewhere_.end() || (end == i + 1 && is_ordinary(i))) continue;
      add({i, end}, view_.span({i, end}), again->second);
      return end;
    }
    for (; last > i + 1; --last) {
      const TokenRange range{i, last};
      if ((gazetteer_.find(name_key(view_.text_of(range))) & kFacility) == 0) continue;
      add(range, view_.span(range), EntityType::fac);
      return last;
    }
    return i + 1;
  }

  bool is_ordinary(std::uint32_t i) const {
    return (gazetteer_.find(name_key(view_.word(i))) & kCommonWord) != 0 || view_.word(i).size() < kShortest;
  }

  // Between marks, with "called", "named" or the like before them, and a noun for a person before that.
  bool is_called(std::uint32_t first, std::uint32_t last, TokenRange sentence) const {
    if (first < sentence.first + 3 || last >= sentence.last) return false;
    const char32_t opening = view_.first(first - 1);
    const char32_t closing = view_.first(last);
    const auto is_mark = [](char32_t c) { return is_double_mark(c) || is_single_mark(c); };
    if (!is_mark(opening) || !(is_mark(closing) || closing == ',')) return false;
    if (!is_any_of(view_.lower_word(first - 2), {"name", "named", "called", "nicknamed", "dubbed", "labelled",
                                                 "labeled", "pseudonym", "alias", "username", "handle", "user"})) {
      return false;
    }
    // "going by the name"
    if (first >= sentence.first + 4 && view_.lower_word(first - 3) == "the" && view_.lower_word(first - 4) == "by")
      return true;
    const std::uint32_t least = std::max(sentence.first, first > kReach ? first - kReach : 0);
    for (std::uint32_t i = first - 1; i-- > least;) {
      const std::string word = view_.lower_word(i);
      const std::string_view role = lexicons_.role_nouns.find(word);
      if (word == "user" || role == "person" || role == "man" || role == "woman") return true;
      if (lexicons_.person_nouns.find(word) == "person") return true;
    }
    return false;
  }

  bool is_platform(std::uint32_t i, TokenRange sentence) const {
    const auto word = [&](std::uint32_t k) { return sentence.contains(k) ? view_.lower_word(k) : std::string(); };
    const std::string after = word(i + 1);
    if (after == "social" || after == "platform" || after == "account" || after == "post") return true;
    if (after == "," && (word(i + 2) == "formerly" || word(i + 3) == "formerly")) return true;
    if (i < 2) return false;
    if (word(i - 1) == "platform" || word(i - 1) == "network" || word(i - 1) == "site") return true;
    return word(i - 1) == "on" && is_any_of(word(i - 2), {"posted", "wrote", "said", "post", "posts", "statement",
                                                          "message", "published", "shared", "announced", "account",
                                                          "writing", "posting", "added", "it", "video", "photo"});
  }

  // "US-Russia": of a token with one hyphen a name is one half; the other may be a country, too.
  void add_partner(std::uint32_t i, std::size_t next) {
    const Span token = view_[i].span;
    const Name& name = all_[next];
    if (name.type != EntityType::loc || name.span.length() >= token.length() || !token.contains(name.span)) return;
    const bool front = name.span.start == token.start;
    const Span other = front ? Span{name.span.end + 1, token.end} : Span{token.start, name.span.start - 1};
    if (other.end <= other.start || view_.text()[front ? name.span.end : other.end] != '-') return;
    const bool taken = next + 1 < all_.size() && all_[next + 1].tokens.contains(i);
    const std::string key = name_key(view_.text().substr(other.start, other.length()));
    if (!taken && (gazetteer_.find(key) & kCountry) != 0) add({i, i + 1}, other, EntityType::loc);
  }

  const TokenView& view_;
  const std::vector<Sentence>& sentences_;
  const Gazetteer& gazetteer_;
  const Lexicons& lexicons_;
  std::unordered_map<std::string_view, EntityType> elsewhere_;  // names of which the tagger is sure somewhere
  std::vector<Name> all_;                                       // as they are, then with what is found
  std::vector<Name> found_;
};

}  // namespace

std::vector<Name> add_known_names(const TokenView& view, const std::vector<Sentence>& sentences,
                                  const std::vector<Name>& names, const Gazetteer& gazetteer,
                                  const Lexicons& lexicons) {
  return KnownNames(view, sentences, names, gazetteer, lexicons).run();
}

}  // namespace pressmark

#include "passes/known_names.h"

#include <algorithm>

#include "passes/name_key.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kLongest = 5;  // words of a building's name
constexpr Score kKnown = 500;          // it is known, and yet the tagger saw none

class KnownNames {
 public:
  KnownNames(const TokenView& view, const std::vector<Sentence>& sentences, const std::vector<Name>& names,
             const Gazetteer& gazetteer)
      : view_(view), sentences_(sentences), names_(names), gazetteer_(gazetteer) {}

  std::vector<Name> run() {
    std::size_t next = 0;
    for (const Sentence& sentence : sentences_) {
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last;) {
        while (next < names_.size() && names_[next].tokens.last <= i) ++next;
        const bool free = next == names_.size() || names_[next].tokens.first > i;
        const std::uint32_t until =
            next == names_.size() ? sentence.tokens.last : std::min(sentence.tokens.last, names_[next].tokens.first);
        if (free) {
          i = add_from(i, sentence.tokens, until);
        } else {
          add_partner(i, next);
          ++i;
        }
      }
    }
    std::vector<Name> all = names_;
    all.insert(all.end(), found_.begin(), found_.end());
    std::stable_sort(all.begin(), all.end(), [](const Name& a, const Name& b) { return a.span.start < b.span.start; });
    return all;
  }

 private:
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
    for (; last > i + 1; --last) {
      const TokenRange range{i, last};
      if ((gazetteer_.find(name_key(view_.text_of(range))) & kFacility) == 0) continue;
      add(range, view_.span(range), EntityType::fac);
      return last;
    }
    return i + 1;
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
    const Name& name = names_[next];
    if (name.type != EntityType::loc || name.span.length() >= token.length() || !token.contains(name.span)) return;
    const bool front = name.span.start == token.start;
    const Span other = front ? Span{name.span.end + 1, token.end} : Span{token.start, name.span.start - 1};
    if (other.end <= other.start || view_.text()[front ? name.span.end : other.end] != '-') return;
    const bool taken = next + 1 < names_.size() && names_[next + 1].tokens.contains(i);
    const std::string key = name_key(view_.text().substr(other.start, other.length()));
    if (!taken && (gazetteer_.find(key) & kCountry) != 0) add({i, i + 1}, other, EntityType::loc);
  }

  const TokenView& view_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Name>& names_;
  const Gazetteer& gazetteer_;
  std::vector<Name> found_;
};

}  // namespace

std::vector<Name> add_known_names(const TokenView& view, const std::vector<Sentence>& sentences,
                                  const std::vector<Name>& names, const Gazetteer& gazetteer) {
  return KnownNames(view, sentences, names, gazetteer).run();
}

}  // namespace pressmark

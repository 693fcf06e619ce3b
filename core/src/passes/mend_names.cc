#include "passes/mend_names.h"

#include <algorithm>

#include "passes/name_key.h"

namespace pressmark {

namespace {

class Mender {
 public:
  Mender(const TokenView& view, const std::vector<Sentence>& sentences, const std::vector<Name>& names,
         const Gazetteer& gazetteer)
      : view_(view), sentences_(sentences), names_(names), gazetteer_(gazetteer) {}

  std::vector<Name> run() {
    for (Name name : names_) {
      for (;;) {
        while (sentence_ < sentences_.size() && sentences_[sentence_].tokens.last <= name.tokens.first) ++sentence_;
        const std::uint32_t end = sentence_ < sentences_.size() ? sentences_[sentence_].tokens.last : name.tokens.last;
        if (name.tokens.last <= end) break;
        Name rest = name;
        rest.tokens.first = end;
        rest.span.start = view_[end].span.start;
        cut(name, end);
        add(name);
        name = rest;
      }
      add(name);
    }
    return std::move(out_);
  }

 private:
  void add(Name name) {
    // The name before may have taken in this one, with the nickname between them.
    if (name.tokens.empty() || (!out_.empty() && out_.back().tokens.last > name.tokens.first)) return;
    if (name.type == EntityType::person) hold_nickname(name);
    leave_out_affix(name);
    // "Ann Lee KC": what she has earned is no part of her name.
    const bool letters = name.type == EntityType::person && name.tokens.size() > 2 &&
                         is_any_of(view_.word(name.tokens.last - 1), {"KC", "QC", "MP", "MEP", "MSP", "TD", "OBE",
                                                                      "MBE", "CBE", "MD", "PhD", "Esq", "Esq."});
    if (letters) cut(name, name.tokens.last - 1);
    const std::uint32_t bracket = find(name.tokens, "(");
    if (bracket < name.tokens.last && find({bracket, name.tokens.last}, ")") == name.tokens.last) cut(name, bracket);
    if (!name.tokens.empty()) out_.push_back(name);
  }

  std::uint32_t find(TokenRange range, std::string_view word) const {
    std::uint32_t i = range.first;
    while (i < range.last && !view_.is(i, word)) ++i;
    return i;
  }

  // Leaves what stands before `last`, without the full stop that ends a sentence.
  void cut(Name& name, std::uint32_t last) const {
    while (last > name.tokens.first && view_.is_punctuation(last - 1)) --last;
    name.tokens.last = last;
    if (!name.tokens.empty()) name.span.end = std::min(name.span.end, view_[last - 1].span.end);
  }

  // "anti-Muslim", "Delhi-based": the name is what has the capital.
  void leave_out_affix(Name& name) const {
    if (name.tokens.size() != 1) return;
    const std::string_view word = view_.text().substr(name.span.start, name.span.length());
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || word.find('-', hyphen + 1) != std::string_view::npos) return;
    const std::string_view front = word.substr(0, hyphen);
    const std::string_view end = word.substr(hyphen + 1);
    if (end.empty()) return;
    if (is_any_of(front, {"anti", "pro", "non", "ex", "pre", "post", "mid", "un"})) {
      name.span.start += static_cast<std::uint32_t>(hyphen + 1);
    } else if (is_any_of(end, {"led", "based", "made", "backed", "born", "owned", "style", "era", "held", "run",
                               "controlled", "speaking", "occupied", "majority", "dominated", "trained", "funded"})) {
      name.span.end -= static_cast<std::uint32_t>(word.size() - hyphen);
    }
  }

  bool is_capital_word(std::uint32_t i) const { return i < view_.size() && view_.is_word(i) && view_[i].capital; }

  // "Robert (Bob) Jones": whatever part of it the name is.
  void hold_nickname(Name& name) {
    std::uint32_t open = find(name.tokens, "(");
    if (open == name.tokens.last) {
      const bool inside = name.tokens.first > 0 && view_.is(name.tokens.first - 1, "(");
      const bool before = name.tokens.size() == 1 && name.tokens.last < view_.size() && view_.is(name.tokens.last, "(");
      if (!inside && !before) return;
      open = inside ? name.tokens.first - 1 : name.tokens.last;
    }
    const std::uint32_t close = open + 2;
    if (open == 0 || close + 1 >= view_.size() || !view_.is(close, ")")) return;
    if (!is_capital_word(open - 1) || !is_capital_word(open + 1) || !is_capital_word(close + 1)) return;
    const std::uint32_t last = sentence_ < sentences_.size() ? sentences_[sentence_].tokens.last : view_.size();
    const bool given = (gazetteer_.find(name_key(view_.word(open - 1))) & kGiven) != 0;
    if (!given || close + 1 >= last) return;
    const std::uint32_t first = std::min(name.tokens.first, open - 1);
    if (!out_.empty() && out_.back().tokens.last > first) return;
    name.tokens = {first, std::max(name.tokens.last, close + 2)};
    const auto other =
        std::partition_point(names_.begin(), names_.end(), [&](const Name& n) { return n.tokens.first < close + 1; });
    const bool goes_on = other != names_.end() && other->tokens.first == close + 1 && other->tokens.last <= last;
    if (goes_on && other->type == EntityType::person) name.tokens.last = std::max(name.tokens.last, other->tokens.last);
    name.span = view_.span(name.tokens);
  }

  const TokenView& view_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Name>& names_;
  const Gazetteer& gazetteer_;
  std::size_t sentence_ = 0;
  std::vector<Name> out_;
};

}  // namespace

std::vector<Name> mend_names(const TokenView& view, const std::vector<Sentence>& sentences,
                             const std::vector<Name>& names, const Gazetteer& gazetteer) {
  return Mender(view, sentences, names, gazetteer).run();
}

}  // namespace pressmark

#include "passes/sentence_view.h"

#include <string>

namespace pressmark {

std::optional<std::uint32_t> SentenceView::before_adverbs(std::uint32_t i) const {
  while (i > sentence_.first) {
    const std::uint32_t before = i - 1;
    const std::string word = view_.lower_word(before);
    const bool date = phrases_.is_calendar_word(before);
    const bool to_date = i < sentence_.last && phrases_.is_calendar_word(i) &&
                         is_any_of(word, {"on", "in", "last", "late", "early", "earlier", "this", "next", "since"});
    const bool adverb = phrases_.word_class(before) == "adv" || (word.size() > 4 && word.ends_with("ly"));
    if (!date && !to_date && !adverb) return before;
    i = before;
  }
  return std::nullopt;
}

std::uint32_t SentenceView::floor_before(std::uint32_t i) const {
  std::uint32_t floor = i;
  while (floor > sentence_.first && !marked(floor - 1)) --floor;
  return floor;
}

std::uint32_t SentenceView::clause_begin(std::uint32_t i) const {
  std::uint32_t begin = i;
  while (begin > sentence_.first && !marked(begin - 1) && !view_.is_punctuation(begin - 1) &&
         phrases_.word_class(begin - 1) != "conj") {
    --begin;
  }
  return begin;
}

bool SentenceView::follows_marks(std::uint32_t begin) const {
  if (begin == sentence_.first) return false;
  if (marked(begin - 1)) return true;
  return begin - 1 > sentence_.first && is_comma(begin - 1) && marked(begin - 2);
}

std::uint32_t SentenceView::clause_end() const {
  std::uint32_t end = sentence_.last;
  while (end > sentence_.first && !marked(end - 1) && is_any_of(view_.word(end - 1), {".", "!", "?", "...", "…", ":"}))
    --end;
  return end;
}

bool SentenceView::is_headline() const {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
    words += view_.is_word(i) ? 1 : 0;
    capitals += view_[i].capital ? 1 : 0;
  }
  return capitals * 3 > words * 2;
}

}  // namespace pressmark

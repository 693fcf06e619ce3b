// Finds words again in a text that was edited since.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// Words, where they stood, and what stood around them: the text quote and text position selectors of W3C's Web
// Annotation in one.
struct Quote {
  std::uint32_t start = 0;  // in bytes
  std::string words;
  std::string before;
  std::string after;
};

// For one text. Say which words are wanted, search once for all of them, then ask:
//
//     finder.want(quote.words); ... finder.search(); finder.find(quote)
class QuoteFinder {
 public:
  explicit QuoteFinder(std::string_view text) : text_(text) {}

  // Do the words stand where they stood, with the same words on one side of them at least?
  bool stands(const Quote& quote) const;

  void want(const std::string& words) { starts_.try_emplace(words); }
  // One pass over the text, however many words are wanted (Aho and Corasick's automaton).
  void search();

  // Where the words stand, in the order of the text. They must have been wanted.
  const std::vector<std::uint32_t>& starts(const std::string& words) const { return starts_.find(words)->second; }

  // Of the places where the words stand the one that fits `before` and `after` best, and of equals the nearest to
  // `start`. None where they do not stand in the text.
  std::optional<Span> find(const Quote& quote) const;

 private:
  std::size_t fit(const Quote& quote, std::uint32_t at) const;

  std::string_view text_;
  std::map<std::string, std::vector<std::uint32_t>> starts_;
};

}  // namespace pressmark

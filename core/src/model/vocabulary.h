// The words that have vectors: one a line, each with the number of its line. The first of them, which news uses most,
// have a learned vector of their own beside (model/weights.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pressmark {

class Vocabulary {
 public:
  // `bytes` must outlive the vocabulary: words in lower case, apostrophes as ', each ended by a line feed. None where a
  // word stands there twice or a line is empty.
  static std::optional<Vocabulary> read(std::string_view bytes);

  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  // The word's line, counted from 0; size() for a word that is not there.
  std::uint32_t find(std::string_view word) const;

 private:
  std::size_t slot_of(std::string_view word) const;

  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> slots_;  // open addressing, a power of two; words_.size() where empty
};

}  // namespace pressmark

// Whom a definite description means: "the mayor" where "Mayor Ann Lee" stands before, "the ministry" for the Ministry
// of Fisheries, "the company" for Acme Inc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicons.h"
#include "pressmark/article.h"

namespace pressmark {

class Descriptions {
 public:
  // Reads names and roles. All must outlive it.
  Descriptions(std::string_view text, const std::vector<Token>& tokens, const std::vector<Entity>& entities,
               const Lexicons& lexicons);

  // The entity whose roles, or whose own name, have this noun, with all of these words about it; of several the one of
  // whom the text says no more than that ("President Smith" before a president of something), then the one that was
  // mentioned last. Where none was mentioned yet, the one whose title it is further down, if it is nobody else's: "The
  // mayor was asleep. ... Mayor Ann Lee". `seen`: for each entity when it was mentioned last, 0 where it was not yet.
  // kNone where there is none.
  Index find(const std::string& noun, const std::vector<std::string>& about, std::uint32_t start,
             const std::vector<std::uint32_t>& seen) const;

 private:
  struct Entry {
    Index entity = kNone;
    std::uint32_t start = 0;  // where the text says so
    Span words;               // what else it says there
    bool bare = false;        // nothing behind the noun
  };
  std::string lower_text(Span span) const;

  std::string_view text_;
  std::unordered_map<std::string, std::vector<Entry>> by_noun_;
};

}  // namespace pressmark

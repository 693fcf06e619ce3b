// tokens -> what each of them tells about names
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicons.h"
#include "model/model.h"
#include "pressmark/article.h"

namespace pressmark {

// What one token tells, looked up once. `key` is the form in which gazetteer and lexicons hold it.
struct Clue {
  std::string key;           // of the part that may be a name: lower case, apostrophes as '
  GazetteerFlags flags = 0;  // the token as a name of its own
  Span part;                 // that part, in bytes of the token
  std::string_view kinds;    // letters of name_words.tsv
  std::string_view title;    // class of titles.tsv
  bool capital = false;      // begins as names do
  bool common = false;       // an ordinary word or a function word
  bool function_word = false;
  bool free_capital = false;  // every word would have a capital here: sentence start, headline
  bool headline = false;      // stands in a line written in Capitals Throughout or in CAPITALS
  bool has_tail = false;      // "Delhi-based": no name goes on behind it

  bool is(GazetteerFlags wanted) const { return (flags & wanted) != 0; }
  bool heads(char kind) const { return kinds.find(kind) != std::string_view::npos; }
  bool is_title() const { return title.starts_with("before"); }
};

std::vector<Clue> find_clues(std::string_view text, const std::vector<Token>& tokens,
                             const std::vector<Sentence>& sentences, const Model& model, const Lexicons& lexicons);

// Lower case, with ' for every apostrophe.
std::string name_key(std::string_view word);

}  // namespace pressmark

// Who wrote it, as a byline says: "By Ann Lee and Bo Ek, Daily Bugle in Lagos | March 3, 2025".
#pragma once

#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// People by their names, without "by", title and place; bodies apart ("Reuters", "Staff Reports").
struct Byline {
  std::vector<Span> people;
  std::vector<Span> bodies;
  bool introduced = false;  // begins with "by"
  bool helper = false;      // "Edited by", "Photos by": not who wrote it
  bool bare = false;        // "By", and no name
};

Byline read_byline(const TokenView& view, const Block& block, const Lexicons& lexicons, const Gazetteer& gazetteer);

// Is it an agency or a paper rather than a person or a desk?
bool is_publisher(std::string_view name, const Lexicons& lexicons);

}  // namespace pressmark

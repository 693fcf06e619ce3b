// A quotation while it is put together: its content still in tokens.
#pragma once

#include <vector>

#include "passes/marked_tokens.h"
#include "pressmark/article.h"

namespace pressmark {

// A piece of content; `region` where it is just that region, marks included.
struct ContentPiece {
  TokenRange tokens;
  Index region = kNone;
};

struct Draft {
  Quotation quotation;
  std::vector<ContentPiece> pieces;
  TokenRange cue;          // empty where it has none
  bool in_marks = false;   // some of its content is
  bool inner = false;      // it is speech within speech
  bool by_layout = false;  // a label or a signature tells who speaks

  std::uint32_t first_token() const { return pieces.front().tokens.first; }
};

// The rows of another layer that belong to one block.
struct Rows {
  std::size_t first = 0;
  std::size_t last = 0;
};

}  // namespace pressmark

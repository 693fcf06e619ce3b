// Corrections that stand for themselves: time, metadata, and which blocks the reader told.
#pragma once

#include <vector>

#include "pins/pin.h"
#include "pressmark/article.h"

namespace pressmark {

// Each applies the operations of its kind whose places are found, or says in their problems why not.
void apply_time_pins(Article& article, std::vector<Pin>& pins);
void apply_metadata_pins(Article& article, std::vector<Pin>& pins);
void mark_told_blocks(Article& article, std::vector<Pin>& pins);

}  // namespace pressmark

// The log: which of its operations hold, and where each stands in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pins/pin.h"
#include "pressmark/article.h"

namespace pressmark {

// Those that hold, in the order of the log. What was taken back is left out, and so is what took it back; an operation
// that stands in the log twice counts once. The words of the others are found, or that they are not is their problem.
std::vector<Pin> read_log(std::string_view text, Offsets offsets, const std::vector<std::string>& log);

// What they say of blocks.
std::vector<BlockOverride> told_blocks(const std::vector<Pin>& pins);

}  // namespace pressmark

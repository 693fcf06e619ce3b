// The form in which gazetteer, vocabulary and lexicons hold a word.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// Lower case, with ' for every apostrophe.
std::string name_key(std::string_view word);

}  // namespace pressmark

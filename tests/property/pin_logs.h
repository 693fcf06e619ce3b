// Logs of corrections that no reader would make, the same ones for the same seed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"
#include "texts.h"

namespace pressmark::test {

// The JSON of a place: the words of the span with what stands around them.
std::string place_of(const Article& article, Span span);

// An operation of any kind at a mention, a quotation, a time, a token or anywhere; now and then one that is malformed,
// or whose words do not stand in the text.
std::string wild_pin(const Article& article, std::string_view id, Random& random, bool blocks);

// Some of them, with undos among them.
std::vector<std::string> wild_log(const Article& article, std::size_t length, Random& random, bool blocks = false);

}  // namespace pressmark::test

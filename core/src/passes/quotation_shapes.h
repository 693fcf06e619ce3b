// What is read off a quotation's spans: how much of it stands in marks, and what it is nested in.
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// By the share of the content's letters between marks; content and marks are both in the order of the text.
QuotationKind kind_of(std::string_view text, const Quotation& quotation);

// Sets each one's parent. They are in the order of their starts.
void find_parents(std::vector<Quotation>& quotations);

}  // namespace pressmark

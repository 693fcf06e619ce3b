// The archives' forms: each reader finds the articles of its own form in a text, or none. One file a form.
#pragma once

#include <vector>

#include "archive/draft.h"

namespace pressmark::archive {

std::vector<ArchivedArticle> read_nexis(const Export& of);
std::vector<ArchivedArticle> read_factiva(const Export& of);
std::vector<ArchivedArticle> read_proquest(const Export& of);

}  // namespace pressmark::archive

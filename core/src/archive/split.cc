#include <cstddef>
#include <utility>

#include "archive/forms.h"

namespace pressmark {

std::vector<ArchivedArticle> split_articles(std::string_view text) {
  const archive::Labels labels;
  const archive::Words words;
  const archive::Lines lines = archive::read_lines(text, labels);
  const archive::Export of{lines, words};
  std::vector<ArchivedArticle> best;
  for (const auto read : {archive::read_nexis, archive::read_factiva, archive::read_proquest}) {
    std::vector<ArchivedArticle> found = read(of);
    if (found.size() > best.size()) best = std::move(found);
  }
  return best;
}

Request request_for(std::string_view text, const ArchivedArticle& article) {
  Request request;
  request.text = text.substr(article.span.start, article.span.length());
  request.metadata = article.metadata;
  request.blocks = article.blocks;
  for (BlockOverride& block : request.blocks) {
    block.span.start -= article.span.start;
    block.span.end -= article.span.start;
  }
  return request;
}

}  // namespace pressmark

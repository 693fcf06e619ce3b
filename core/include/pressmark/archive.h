// Newspaper archives (Nexis, Factiva, ProQuest) hand out many articles in one text, each between lines of their own: a
// heading with its number, labels, a count of words, an end mark. This takes such a text apart.
//
//     for (const ArchivedArticle& article : pressmark::split_articles(text)) {
//       auto analysis = analyzer.analyze(pressmark::request_for(text, article));
//     }
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"

namespace pressmark {

// An article of an archive, with what the archive's own lines tell of it.
//
//     1 of 12 DOCUMENTS     span: from here ...      block: chrome
//     The Guardian          metadata.site                   chrome
//     January 5, 2019       metadata.published 2019-01-05   date
//     HEADLINE: Rain        metadata.title                  chrome, title
//     It rained.                                            body
//     LANGUAGE: ENGLISH     ... to here                     chrome
struct ArchivedArticle {
  Span span;                          // of the text; articles are in order and do not overlap
  PageMetadata metadata;              // `published` is YYYY-MM-DD, or empty
  std::vector<BlockOverride> blocks;  // within the span, in order; together they leave out only white space
};

// The articles of an archive's export, one where it holds one. Empty for any other text: an article as it was printed,
// however long, is none. `text` must be UTF-8. What stands before the first article and behind the last, tables of
// contents and search terms, belongs to none. Linear in the text.
std::vector<ArchivedArticle> split_articles(std::string_view text);

// What analyzes it: its part of the text, with metadata and blocks, offsets counted from the part's start.
Request request_for(std::string_view text, const ArchivedArticle& article);

}  // namespace pressmark

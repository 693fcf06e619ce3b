#include "archive/draft.h"

#include <cstddef>
#include <utility>

#include "archive/authors.h"

namespace pressmark::archive {

void Draft::mark(Span span, BlockKind kind) {
  if (span.empty()) return;
  // Nearly all come in the text's order.
  std::vector<BlockOverride>& blocks = article_.blocks;
  std::size_t at = blocks.size();
  while (at > 0 && blocks[at - 1].span.start > span.start) --at;
  blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(at), {span, kind});
}

void Draft::body(Rows rows) {
  std::size_t first = rows.first;
  for (std::size_t row = rows.first; row <= rows.last; ++row) {
    if (row < rows.last && !is_furniture(of_.lines[row])) continue;
    if (first < row) mark(cover(of_.lines, {first, row}), BlockKind::body);
    first = row + 1;
  }
}

// The words of one line or several, with single spaces.
std::string Draft::joined(Span span) const {
  std::string text;
  bool space = false;
  const std::string_view all = of_.lines.text_of(span);
  for (const char c : all) {
    const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    if (!white && space && !text.empty()) text += ' ';
    if (!white) text += c;
    space = white;
  }
  return text;
}

void Draft::title(Span span) {
  if (has_title() || span.empty()) return;
  mark(span, BlockKind::title);
  article_.metadata.title = joined(span);
}

void Draft::authors(Span span) {
  if (!article_.metadata.authors.empty()) return;
  mark(span, BlockKind::byline);
  article_.metadata.authors = read_authors(joined(span), of_.words);
}

void Draft::date(Span span) {
  const auto day = read_date(of_.lines.text_of(span), of_.words);
  if (has_date() || !day) return;
  date_ = day;
  mark(span, BlockKind::date);
}

void Draft::site(Span span) {
  if (article_.metadata.site.empty()) article_.metadata.site = joined(span);
}

void Draft::section(Span span) {
  // "NEWS; Pg. 12"
  const std::string value = joined(span);
  if (article_.metadata.section.empty()) {
    article_.metadata.section = trim(std::string_view(value).substr(0, value.find(';')));
  }
}

void Draft::loaded(std::optional<Date> day) {
  if (!loaded_) loaded_ = day;
}

void Draft::field(FieldKind field, Span value) {
  switch (field) {
    case FieldKind::title:
      title(value);
      return;
    case FieldKind::subtitle:
      mark(value, BlockKind::subtitle);
      return;
    case FieldKind::author:
      authors(value);
      return;
    case FieldKind::date:
      date(value);
      return;
    case FieldKind::site:
      site(value);
      return;
    case FieldKind::section:
      section(value);
      return;
    case FieldKind::url:
      if (article_.metadata.url.empty()) article_.metadata.url = joined(value);
      return;
    case FieldKind::copyright:
      mark(value, BlockKind::copyright);
      return;
    case FieldKind::caption:
      mark(value, BlockKind::caption);
      return;
    case FieldKind::dateline:
      mark(value, BlockKind::dateline);
      return;
    case FieldKind::loaded:
      loaded(read_date(of_.lines.text_of(value), of_.words));
      return;
    case FieldKind::text:
    case FieldKind::abstract:
    case FieldKind::length:
    case FieldKind::key:
    case FieldKind::other:
      return;
  }
}

ArchivedArticle Draft::finish(Rows rows) {
  ArchivedArticle article = std::move(article_);
  article.span = cover(of_.lines, rows);
  if (const auto day = date_ ? date_ : loaded_) article.metadata.published = to_string(*day);
  std::vector<BlockOverride> marked = std::move(article.blocks);
  article.blocks.clear();
  std::uint32_t at = article.span.start;
  const auto fill = [&](std::uint32_t end) {
    const std::string_view rest = trim(of_.lines.text_of({at, end}));
    if (rest.empty()) return;
    const auto start = static_cast<std::uint32_t>(rest.data() - of_.lines.text.data());
    article.blocks.push_back({{start, static_cast<std::uint32_t>(start + rest.size())}, BlockKind::chrome});
  };
  for (const BlockOverride& block : marked) {
    if (block.span.start < at) continue;
    fill(block.span.start);
    article.blocks.push_back(block);
    at = block.span.end;
  }
  fill(article.span.end);
  return article;
}

}  // namespace pressmark::archive

// An article while it is read: what its lines are, and what they tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/dates.h"
#include "archive/lines.h"
#include "pressmark/archive.h"

namespace pressmark::archive {

// What every form's reader needs.
struct Export {
  const Lines& lines;
  const Words& words;
};

class Draft {
 public:
  explicit Draft(const Export& of) : of_(of) {}

  // Says what a stretch is. Where none says so, the archive's own lines are chrome.
  void mark(Span span, BlockKind kind);
  // The article's own text: the rows, but for pages' numbers among them.
  void body(Rows rows);

  // These mark the stretch and keep what it tells; what is told twice is what was told first.
  void title(Span span);
  void authors(Span span);
  void date(Span span);
  void site(Span span);
  void section(Span span);
  // A field of the archive's table, at its value.
  void field(FieldKind field, Span value);

  bool has_title() const { return !article_.metadata.title.empty(); }
  bool has_date() const { return date_.has_value(); }

  // A date of less worth: when the archive took the article in.
  void loaded(std::optional<Date> day);

  ArchivedArticle finish(Rows rows);

 private:
  std::string joined(Span span) const;

  const Export& of_;
  ArchivedArticle article_;
  std::optional<Date> date_;
  std::optional<Date> loaded_;
};

}  // namespace pressmark::archive

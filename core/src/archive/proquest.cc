// ProQuest: articles between rules, or under "Document 3 of 12", with labels before the text and many more behind it.
//
//     ______ / title / Author: / Publication info: / Abstract: / Full text: text / Subject: / Title: / Publication
//     title: / Publication date: / ProQuest document ID: / Document URL: / Copyright: / Database: / ______
#include <algorithm>
#include <cstddef>

#include "archive/forms.h"

namespace pressmark::archive {

namespace {

constexpr char kProQuest = 'p';
constexpr std::size_t kEvidence = 3;  // labels, for rows to be an article

bool is_rule(std::string_view line) {
  return line.size() >= 10 && (line.find_first_not_of('_') == std::string_view::npos ||
                               line.find_first_not_of('*') == std::string_view::npos);
}

bool is_number(std::string_view line) { return is_count(line, "Document ", " of ", ""); }

class Reader {
 public:
  Reader(const Export& of, Rows rows) : lines_(of.lines), rows_(rows), draft_(of) {
    wraps_ = has_gaps(lines_, rows);
    tail_ = find_tail(lines_, rows, kProQuest);
  }

  ArchivedArticle read() {
    std::size_t row = rows_.first;
    if (row < rows_.last && is_number(lines_[row])) ++row;
    std::size_t top = row;
    while (top < rows_.last && lines_.label(top, kProQuest) == nullptr) ++top;
    const bool headed = top > row && top < rows_.last;
    if (headed) draft_.title(cover(lines_, {row, top}));
    row = top;
    Rows abstract;
    std::size_t text = rows_.last;
    while (row < rows_.last) {
      const Label* label = lines_.label(row, kProQuest);
      if (label != nullptr && label->field == FieldKind::text && row < tail_) {
        text = row;
        break;
      }
      if (label != nullptr && label->field == FieldKind::abstract) {
        abstract = {row, row + 1};
        while (abstract.last < rows_.last && lines_.label(abstract.last, kProQuest) == nullptr) ++abstract.last;
        row = abstract.last;
      } else {
        row = field(row);
      }
    }
    if (text < rows_.last) {
      body({text, std::max(tail_, text + 1)});
    } else if (!abstract.empty()) {
      body(abstract);
    }
    for (row = std::max(tail_, row); row < rows_.last;) row = field(row);
    return draft_.finish(rows_);
  }

 private:
  // The rest of the label's row, and the rows below it.
  void body(Rows rows) {
    draft_.mark(lines_.rows[rows.first].value, BlockKind::body);
    draft_.body({rows.first + 1, rows.last});
  }

  std::size_t field(std::size_t row) {
    const Label* label = lines_.label(row, kProQuest);
    if (label == nullptr) return row + 1;
    Value value = read_value(lines_, row, rows_.last, kProQuest, wraps_);
    // "The Tidal Post; Ostwick": paper and place.
    if (label->field == FieldKind::site) {
      const std::string_view name = lines_.text_of(value.span);
      value.span.end = value.span.start + static_cast<std::uint32_t>(trim(name.substr(0, name.find(';'))).size());
    }
    draft_.field(label->field, value.span);
    return value.next;
  }

  const Lines& lines_;
  Rows rows_;
  Draft draft_;
  bool wraps_ = false;
  std::size_t tail_ = 0;
};

// What was seen since the last article ended.
struct Seen {
  std::size_t labels = 0;
  bool own = false;  // a label that no one else uses, behind the text
  bool text = false;

  void add(const Label& label) {
    ++labels;
    own = own || label.field == FieldKind::site || label.field == FieldKind::key;
    text = text || label.field == FieldKind::text;
  }
};

}  // namespace

std::vector<ArchivedArticle> read_proquest(const Export& of) {
  const Lines& lines = of.lines;
  std::vector<ArchivedArticle> articles;
  std::size_t start = 0;
  Seen seen;
  for (std::size_t row = 0; row <= lines.size(); ++row) {
    const bool end = row == lines.size();
    const bool number = !end && is_number(lines[row]);
    if (!end && !number && !is_rule(lines[row])) {
      if (const Label* label = lines.label(row, kProQuest)) seen.add(*label);
      continue;
    }
    // A rule within the article's text.
    if (!end && seen.text && !seen.own) continue;
    // The last of several may be cut off.
    const bool cut_off = end && seen.text && !articles.empty();
    if (seen.labels >= kEvidence && (seen.own || cut_off)) articles.push_back(Reader(of, {start, row}).read());
    start = end || number ? row : row + 1;
    seen = {};
  }
  return articles;
}

}  // namespace pressmark::archive

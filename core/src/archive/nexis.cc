// Nexis, in two forms. The older one heads each article with its number and names every part in capitals:
//
//     1 of 12 DOCUMENTS / publication / date / SECTION: / LENGTH: 845 words / HEADLINE: / BYLINE: / text / LOAD-DATE:
//
// The newer one (Nexis Uni, Lexis+) closes each with a line, and sets title, publication and date without labels:
//
//     title / publication / date / Copyright / Section: / Length: / Byline: / Body / text / Load-Date: / End of
//     Document
#include <algorithm>
#include <cstddef>

#include "archive/forms.h"

namespace pressmark::archive {

namespace {

constexpr char kNexis = 'n';
constexpr std::size_t kLongestHeader = 24;   // rows
constexpr std::size_t kLongestTitle = 4;     // rows
constexpr std::size_t kLongestCaption = 12;  // rows
constexpr std::size_t kLongestLine = 90;     // bytes, of hard-wrapped text
constexpr std::size_t kEvidence = 2;         // labels, for rows to be an article

bool is_number(std::string_view line) {
  return is_count(line, "", " of ", " DOCUMENTS") || is_count(line, "", " of ", " DOCUMENT") ||
         is_count(line, "Dokument ", " von ", "") || is_count(line, "Document ", " de ", "") ||
         is_count(line, "Documento ", " de ", "") || is_count(line, "Documento ", " di ", "");
}

bool is_end(std::string_view line) {
  return line == "End of Document" || line == "Ende des Dokuments" || line == "Fin du document" ||
         line == "Fin de documento" || line == "Fin del documento";
}

class Reader {
 public:
  Reader(const Export& of, Rows rows) : of_(of), lines_(of.lines), rows_(rows), draft_(of) {
    wraps_ = has_gaps(lines_, rows);
    const std::size_t end = is_end(lines_[rows.last - 1]) ? rows.last - 1 : rows.last;
    tail_ = find_tail(lines_, {rows.first, end}, kNexis);
  }

  ArchivedArticle numbered() {
    std::size_t row = rows_.first + 1;
    bool named = false;
    for (; row < tail_ && row < rows_.first + kLongestHeader && lines_.label(row, kNexis) == nullptr; ++row) {
      const Span span = lines_.rows[row].span;
      if (is_copyright(lines_[row])) {
        draft_.mark(span, BlockKind::copyright);
      } else if (!draft_.has_date() && read_date_line(lines_[row], of_.words)) {
        draft_.date(span);
      } else if (!named) {
        draft_.site(span);
        named = true;
      }
    }
    close(fields(row));
    return draft_.finish(rows_);
  }

  // `first`: what stands before it may be search terms and a table of contents.
  ArchivedArticle closed(bool first) {
    const std::size_t anchor = find_anchor();
    std::size_t day = anchor;
    while (day > rows_.first && day + kLongestHeader > anchor && !is_date(day - 1)) --day;
    const bool dated = day > rows_.first && is_date(day - 1);
    // Undated, the publication is the last line before the labels.
    std::size_t site = dated ? day - 1 : anchor;
    while (!dated && site > rows_.first && !is_plain(site - 1)) --site;
    if (dated) draft_.date(lines_.rows[day - 1].span);
    const std::size_t after = dated ? day : site;
    Rows title{rows_.first, site > rows_.first + 1 ? site - 1 : site};
    if (first) title.first = top_of(title);
    if (title.last < site) draft_.site(lines_.rows[title.last].span);
    while (!title.empty() && is_furniture(lines_[title.first])) ++title.first;
    if (!title.empty()) draft_.title(cover(lines_, title));
    rows_.first = std::min(title.first, after);
    close(fields(after));
    return draft_.finish(rows_);
  }

 private:
  bool is_plain(std::size_t row) const {
    return lines_.label(row, kNexis) == nullptr && !is_copyright(lines_[row]) && !is_furniture(lines_[row]);
  }

  bool is_date(std::size_t row) const { return is_plain(row) && read_date_line(lines_[row], of_.words).has_value(); }

  // Where the text begins, or the last of the labels before it.
  std::size_t find_anchor() const {
    std::size_t labelled = rows_.last;
    for (std::size_t row = rows_.first; row < tail_; ++row) {
      const Label* label = lines_.label(row, kNexis);
      if (label == nullptr) continue;
      if (label->field == FieldKind::text) return row;
      if (labelled == rows_.last) labelled = row;
    }
    return std::min(labelled, tail_);
  }

  // The title's first row, where other things stand before it.
  std::size_t top_of(Rows title) const {
    if (title.empty()) return title.first;
    std::size_t top = title.last - 1;
    while (wraps_ && top > title.first && !lines_.rows[top].gap && title.last - top < kLongestTitle) --top;
    return top;
  }

  // Reads labels from the row on; gives the first row of the text.
  std::size_t fields(std::size_t row) {
    while (row < tail_) {
      const Label* label = lines_.label(row, kNexis);
      if (label != nullptr && label->field == FieldKind::text) {
        const Span value = lines_.rows[row].value;
        draft_.mark(value, BlockKind::body);
        return row + 1;
      }
      if (label != nullptr) {
        Value value = read_value(lines_, row, tail_, kNexis, wraps_);
        while (!wraps_ && goes_on(value.next)) value.span.end = lines_.rows[value.next++].span.end;
        draft_.field(label->field, value.span);
        row = value.next;
      } else if (is_copyright(lines_[row])) {
        draft_.mark(lines_.rows[row++].span, BlockKind::copyright);
      } else if (before_text(row)) {
        ++row;  // an edition
      } else {
        break;
      }
    }
    return row;
  }

  // A short line between two labels of the heading, where blank lines do not tell what it belongs to.
  bool goes_on(std::size_t row) const {
    if (row + 1 >= tail_ || !is_plain(row) || lines_[row].size() > kLongestLine) return false;
    const std::size_t next = row + (is_plain(row + 1) ? 2 : 1);
    const Label* label = next < tail_ ? lines_.label(next, kNexis) : nullptr;
    return label != nullptr && !label->ends(kNexis) && label->field != FieldKind::text;
  }

  // The newer form says where its text begins, so that until then all is heading.
  bool before_text(std::size_t row) const {
    for (std::size_t next = row; next < std::min(tail_, row + kLongestHeader); ++next) {
      const Label* label = lines_.label(next, kNexis);
      if (label != nullptr && label->field == FieldKind::text) return true;
    }
    return false;
  }

  // The text from the row on, and what stands behind it.
  void close(std::size_t row) {
    std::size_t tail = std::max(tail_, row);
    for (std::size_t back = 1; back <= kLongestCaption && tail > row + back; ++back) {
      const Label* label = lines_.label(tail - back, kNexis);
      if (label != nullptr && label->field == FieldKind::caption) {
        const Span from = lines_.rows[tail - back].value;
        const Rows rest{tail - back + 1, tail};
        const Span picture{from.empty() && !rest.empty() ? cover(lines_, rest).start : from.start,
                           cover(lines_, {tail - back, tail}).end};
        draft_.mark(picture, BlockKind::caption);
        tail -= back;
        break;
      }
    }
    draft_.body({row, tail});
    for (std::size_t at = tail_; at < rows_.last;) {
      const Label* label = lines_.label(at, kNexis);
      if (is_copyright(lines_[at])) draft_.mark(lines_.rows[at].span, BlockKind::copyright);
      const Value value = read_value(lines_, at, rows_.last, kNexis, wraps_);
      const bool tells = label != nullptr && (label->field == FieldKind::loaded || label->field == FieldKind::caption);
      if (tells) draft_.field(label->field, value.span);
      at = label != nullptr ? value.next : at + 1;
    }
  }

  const Export& of_;
  const Lines& lines_;
  Rows rows_;
  Draft draft_;
  bool wraps_ = false;
  std::size_t tail_ = 0;
};

std::vector<ArchivedArticle> read_numbered(const Export& of) {
  std::vector<ArchivedArticle> articles;
  std::size_t start = of.lines.size();
  std::size_t labels = 0;
  for (std::size_t row = 0; row <= of.lines.size(); ++row) {
    if (row < of.lines.size() && !is_number(of.lines[row])) {
      labels += of.lines.label(row, kNexis) != nullptr ? 1 : 0;
      continue;
    }
    if (start < row && labels >= kEvidence) articles.push_back(Reader(of, {start, row}).numbered());
    start = row;
    labels = 0;
  }
  return articles;
}

std::vector<ArchivedArticle> read_closed(const Export& of) {
  std::vector<ArchivedArticle> articles;
  std::size_t start = 0;
  std::size_t labels = 0;
  for (std::size_t row = 0; row < of.lines.size(); ++row) {
    labels += of.lines.label(row, kNexis) != nullptr ? 1 : 0;
    // A last article that was cut off has no end line.
    const bool cut_off = row + 1 == of.lines.size() && !articles.empty();
    if ((!cut_off && !is_end(of.lines[row])) || labels < kEvidence) continue;
    articles.push_back(Reader(of, {start, row + 1}).closed(articles.empty()));
    start = row + 1;
    labels = 0;
  }
  return articles;
}

}  // namespace

std::vector<ArchivedArticle> read_nexis(const Export& of) {
  std::vector<ArchivedArticle> numbered = read_numbered(of);
  std::vector<ArchivedArticle> closed = read_closed(of);
  return closed.size() > numbered.size() ? closed : numbered;
}

}  // namespace pressmark::archive

// Factiva, in two forms; both close each article with its number. The one sets the lines of the heading without labels:
//
//     section / title / By author / 845 words / 5 January 2019 / publication / code / English / Copyright / text /
//     Document GRDN000020190105ef150001x
//
// and the other names every part by a code in capitals: HD, BY, WC, PD, SN, LP (the first paragraphs), TD (the rest),
// AN.
#include <algorithm>
#include <cstddef>

#include "archive/authors.h"
#include "archive/forms.h"
#include "text/characters.h"

namespace pressmark::archive {

namespace {

constexpr char kFactiva = 'f';
constexpr std::size_t kLongestHeader = 16;  // rows behind the count of words
constexpr std::size_t kLongestTop = 6;      // rows before it, where a list of titles may stand before those
constexpr std::size_t kNumberLength = 18;   // characters of an article's number, at least
constexpr std::size_t kNumberDigits = 9;

// "GRDN000020190105ef150001x"
bool is_article_number(std::string_view word) {
  if (word.size() < kNumberLength || word.size() > 2 * kNumberLength) return false;
  const auto is_code = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  const auto digits = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return std::all_of(word.begin(), word.end(), is_code) && digits >= static_cast<std::ptrdiff_t>(kNumberDigits);
}

// "Document GRDN0000..."
bool is_end(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_article_number(trim(line.substr(space)))) return false;
  const std::string_view word = line.substr(0, space);
  return word == "Document" || word == "Dokument" || word == "Documento";
}

// "845 words", "1,204 words"
bool is_word_count(std::string_view line, const Words& words) {
  const std::size_t space = line.rfind(' ');
  if (space == std::string_view::npos || line.size() > 24 || line.find_first_of("0123456789") != 0) return false;
  return line.find_first_not_of("0123456789,. \xC2\xA0") > space && words.what(line.substr(space + 1)) == "words";
}

bool is_time(std::string_view line) {
  return line.size() <= 16 && line.find(':') <= 2 && line.find_first_of("0123456789") == 0;
}

class Reader {
 public:
  Reader(const Export& of, Rows rows) : of_(of), lines_(of.lines), rows_(rows), draft_(of) {
    wraps_ = has_gaps(lines_, rows);
    end_ = is_end(lines_[rows.last - 1]) ? rows.last - 1 : rows.last;
  }

  ArchivedArticle coded(std::size_t heading) {
    rows_.first = heading > rows_.first && is_section(heading - 1) ? heading - 1 : heading;
    std::size_t row = rows_.first;
    while (row < rows_.last) {
      const Label* label = lines_.label(row, kFactiva);
      if (label == nullptr) {
        ++row;
        continue;
      }
      if (label->field == FieldKind::text) {
        row = text(row);
        continue;
      }
      const Value value = read_value(lines_, row, rows_.last, kFactiva, true);
      draft_.field(label->field, value.span);
      row = value.next;
    }
    return draft_.finish(rows_);
  }

  // `count`: the row that counts the words. `first`: what stands before it may be a list of titles.
  ArchivedArticle displayed(std::size_t count, bool first) {
    Rows top{rows_.first, count};
    if (first) top.first = top_of(top);
    rows_.first = top.first;
    heading(top);
    draft_.body({below(count), end_});
    return draft_.finish(rows_);
  }

 private:
  bool is_section(std::size_t row) const {
    const Label* label = lines_.label(row, kFactiva);
    return label != nullptr && label->field == FieldKind::section;
  }

  // LP or TD: all paragraphs until another code that can follow. Gives that one's row.
  std::size_t text(std::size_t row) {
    std::size_t end = row + 1;
    while (end < rows_.last && lines_.label(end, kFactiva) == nullptr) ++end;
    draft_.mark(lines_.rows[row].value, BlockKind::body);
    draft_.body({row + 1, end});
    return end;
  }

  std::size_t top_of(Rows top) const {
    std::size_t at = top.last;
    while (at > top.first && top.last - at < kLongestTop) {
      --at;
      if (lines_.rows[at].gap && wraps_) break;
    }
    return at;
  }

  // Section, title, author: the last two are found from below and the first by its name, and what is left is the title.
  void heading(Rows rows) {
    while (!rows.empty() && is_furniture(lines_[rows.first])) ++rows.first;
    if (rows.size() > 1 && is_author_line(lines_[rows.last - 1], of_.words)) {
      draft_.authors(lines_.rows[--rows.last].span);
    }
    const std::string_view top = rows.empty() ? std::string_view() : lines_[rows.first];
    const bool short_top = top.size() <= 24 && rows.size() > 1 && lines_[rows.first + 1].size() > top.size();
    if (rows.size() > 1 && (of_.words.what(top) == "section" || short_top))
      draft_.section(lines_.rows[rows.first++].span);
    if (!rows.empty()) draft_.title(cover(lines_, rows));
  }

  // The lines below the count of words; gives the first row of the text.
  std::size_t below(std::size_t count) {
    const std::size_t limit = std::min(end_, count + 1 + kLongestHeader);
    std::size_t text = std::min(end_, count + 1);
    bool named = false;
    for (std::size_t row = count + 1; row < limit; ++row) {
      const Span span = lines_.rows[row].span;
      if (is_copyright(lines_[row])) {
        draft_.mark(span, BlockKind::copyright);
        while (row + 1 < limit && is_copyright(lines_[row + 1]))
          draft_.mark(lines_.rows[++row].span, BlockKind::copyright);
        return row + 1;
      }
      if (!draft_.has_date() && read_date_line(lines_[row], of_.words)) {
        draft_.date(span);
        text = row + 1;
      } else if (!named && draft_.has_date() && !is_time(lines_[row])) {
        draft_.site(span);
        named = true;
        text = row + 1;
      } else if (of_.words.what(lines_[row]) == "language") {
        text = row + 1;
      }
    }
    return text;
  }

  const Export& of_;
  const Lines& lines_;
  Rows rows_;
  Draft draft_;
  bool wraps_ = false;
  std::size_t end_ = 0;  // of the text
};

// What was seen since the last article ended.
struct Seen {
  std::size_t heading = 0;  // rows; 0 is before all, so that they count from 1
  std::size_t count = 0;
  bool text = false;
};

}  // namespace

std::vector<ArchivedArticle> read_factiva(const Export& of) {
  const Lines& lines = of.lines;
  std::vector<ArchivedArticle> articles;
  std::size_t start = 0;
  Seen seen;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (const Label* label = lines.label(row, kFactiva)) {
      if (label->field == FieldKind::title && seen.heading == 0) seen.heading = row + 1;
      seen.text = seen.text || label->field == FieldKind::text;
    }
    if (seen.count == 0 && is_word_count(lines[row], of.words)) seen.count = row + 1;
    const bool numbered = lines.label(row, kFactiva) != nullptr && is_end(lines.text_of(lines.rows[row].value));
    // A last article that was cut off has no number.
    const bool cut_off = row + 1 == lines.size() && !articles.empty();
    if (!cut_off && !numbered && !is_end(lines[row])) continue;
    const bool coded = seen.heading > 0 && seen.text;
    if (!coded && seen.count <= start + 1) continue;
    Reader reader(of, {start, row + 1});
    articles.push_back(coded ? reader.coded(seen.heading - 1) : reader.displayed(seen.count - 1, articles.empty()));
    start = row + 1;
    seen = {};
  }
  return articles;
}

}  // namespace pressmark::archive

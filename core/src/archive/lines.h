// A text's lines as the archives' lines are read: without white space at their ends, with the label that they begin
// with.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "archive/labels.h"
#include "pressmark/article.h"

namespace pressmark::archive {

struct Line {
  Span span;         // trimmed; lines of white space are left out
  bool gap = false;  // a line of white space, a page break or the text's start stands before it
  const Label* label = nullptr;
  Span value;  // behind the label, else empty
};

struct Lines {
  std::string_view text;
  std::vector<Line> rows;

  std::string_view text_of(Span span) const { return text.substr(span.start, span.length()); }
  std::string_view operator[](std::size_t row) const { return text_of(rows[row].span); }
  std::size_t size() const { return rows.size(); }

  // The label that the row begins with, where it is one of this archive's.
  const Label* label(std::size_t row, char archive) const {
    const Label* found = rows[row].label;
    return found != nullptr && found->of(archive) ? found : nullptr;
  }
};

// Lines [first, last) of Lines::rows.
struct Rows {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first >= last; }
  std::size_t size() const { return empty() ? 0 : last - first; }
};

Lines read_lines(std::string_view text, const Labels& labels);

// Whether blank lines part the rows' paragraphs. Pastes lose them all, or set one behind every line: then each line is
// a paragraph.
bool has_gaps(const Lines& lines, Rows rows);

// A label's value: the rest of its row, or the next row where nothing is left of it, with the rows that go on with it.
struct Value {
  Span span;
  std::size_t next = 0;  // the first row behind it
};
Value read_value(const Lines& lines, std::size_t row, std::size_t last, char archive, bool wraps);

// The first row of the labels that stand at the rows' end, behind the article's text.
std::size_t find_tail(const Lines& lines, Rows rows, char archive);

// Lines that stand anywhere: "Page 2 of 5", "© 2019 Factiva, Inc. All rights reserved.", rules.
bool is_furniture(std::string_view line);

// "Copyright 2019 The Tidal Post", "© ...", "All Rights Reserved"
bool is_copyright(std::string_view line);

// "3 of 12" behind the given words: "Page 3 of 12", "3 of 12 DOCUMENTS".
bool is_count(std::string_view line, std::string_view before, std::string_view between, std::string_view after);

// From the start of the first to the end of the last; `rows` must not be empty.
Span cover(const Lines& lines, Rows rows);

std::string_view trim(std::string_view text);

}  // namespace pressmark::archive

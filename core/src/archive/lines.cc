#include "archive/lines.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark::archive {

namespace {

constexpr std::size_t kLongestCopyright = 240;  // bytes
constexpr std::size_t kLongestRun = 2;          // rows with which a value at the end goes on

bool take(std::string_view& line, std::string_view words) {
  if (!line.starts_with(words)) return false;
  line.remove_prefix(words.size());
  return true;
}

bool take_number(std::string_view& line) {
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  line.remove_prefix(digits);
  return digits > 0;
}

}  // namespace

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  std::size_t end = text.size();
  while (start < end) {
    const CodePoint c = decode(text, start);
    if (!is_space(c.value)) break;
    start += c.length;
  }
  while (end > start) {
    const CodePoint c = decode_before(text, end);
    if (!is_space(c.value)) break;
    end -= c.length;
  }
  return text.substr(start, end - start);
}

Lines read_lines(std::string_view text, const Labels& labels) {
  Lines lines{text, {}};
  bool gap = true;
  std::size_t start = 0;
  const auto offset = [text](std::string_view part) { return static_cast<std::uint32_t>(part.data() - text.data()); };
  const auto end_line = [&](std::size_t end) {
    const std::string_view line = trim(text.substr(start, end - start));
    if (line.empty()) {
      gap = true;
      return;
    }
    const std::uint32_t from = offset(line);
    const auto to = static_cast<std::uint32_t>(from + line.size());
    const Labels::Found found = labels.find(line);
    const auto value = static_cast<std::uint32_t>(from + found.value);
    lines.rows.push_back({{from, to}, gap, found.label, found.label != nullptr ? Span{value, to} : Span{to, to}});
    gap = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_line_end(c.value)) {
      const bool second_of_two = c.value == '\n' && at > 0 && text[at - 1] == '\r';
      if (!second_of_two) end_line(at);
      if (c.value == '\f') gap = true;
      start = at + c.length;
    }
    at += c.length;
  }
  end_line(text.size());
  return lines;
}

bool has_gaps(const Lines& lines, Rows rows) {
  std::size_t gaps = 0;
  for (std::size_t row = rows.first + 1; row < rows.last; ++row) gaps += lines.rows[row].gap ? 1 : 0;
  return gaps > 0 && gaps + 1 < rows.size();
}

Value read_value(const Lines& lines, std::size_t row, std::size_t last, char archive, bool wraps) {
  Value value{lines.rows[row].value, row + 1};
  const auto goes_on = [&] { return value.next < last && lines.label(value.next, archive) == nullptr; };
  if (value.span.empty() && goes_on()) value.span = lines.rows[value.next++].span;
  while (wraps && !value.span.empty() && goes_on() && !lines.rows[value.next].gap) {
    value.span.end = lines.rows[value.next++].span.end;
  }
  return value;
}

std::size_t find_tail(const Lines& lines, Rows rows, char archive) {
  std::size_t tail = rows.last;
  std::size_t run = 0;
  for (std::size_t row = rows.last; row-- > rows.first;) {
    const Label* label = lines.label(row, archive);
    if (label != nullptr && label->field == FieldKind::text) break;
    if (label == nullptr && is_furniture(lines[row])) continue;
    if ((label != nullptr && label->ends(archive)) || is_copyright(lines[row])) {
      tail = row;
      run = 0;
    } else if (lines.rows[row].gap || ++run > kLongestRun) {
      break;
    }
  }
  return tail;
}

bool is_count(std::string_view line, std::string_view before, std::string_view between, std::string_view after) {
  return take(line, before) && take_number(line) && take(line, between) && take_number(line) && line == after;
}

bool is_furniture(std::string_view line) {
  if (line.size() >= 10 && line.find_first_not_of('_') == std::string_view::npos) return true;
  std::string_view rest = line;
  if (!take(rest, "Page ") || !take_number(rest))
    return is_copyright(line) && line.find("Factiva") != std::string_view::npos;
  return rest.empty() || (take(rest, " of ") && take_number(rest) && (rest.empty() || is_copyright(trim(rest))));
}

bool is_copyright(std::string_view line) {
  if (line.size() > kLongestCopyright) return false;
  const std::string start = lower(line.substr(0, 20));
  return start.starts_with("copyright ") || start.starts_with("\u00A9") || start.starts_with("(c) ") ||
         start.starts_with("all rights reserved") || start.starts_with("alle rechte vorbehalten") ||
         start.starts_with("tous droits r");
}

Span cover(const Lines& lines, Rows rows) {
  return {lines.rows[rows.first].span.start, lines.rows[rows.last - 1].span.end};
}

}  // namespace pressmark::archive

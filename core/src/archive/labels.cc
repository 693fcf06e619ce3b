#include "archive/labels.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace pressmark::archive {

namespace {

constexpr std::array<std::string_view, 16> kFields = {"title",  "subtitle",  "author",   "date",    "site", "section",
                                                      "url",    "copyright", "dateline", "caption", "text", "abstract",
                                                      "length", "loaded",    "key",      "other"};
constexpr std::size_t kLongestLabel = 32;  // bytes
constexpr std::size_t kShortestCode = 2;
constexpr std::size_t kLongestCode = 3;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  // A no-break space is what a table's empty cell is pasted as.
  while (at < line.size()) {
    if (is_blank(line[at])) {
      ++at;
    } else if (line.substr(at, 2) == "\xC2\xA0") {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

Labels::Labels() {
  for (const auto& row : read_table("archive_labels")) {
    if (row.size() < 4) continue;
    const auto* field = std::find(kFields.begin(), kFields.end(), row[2]);
    labels_.emplace(row[0], Label{static_cast<FieldKind>(field - kFields.begin()), row[1], row[3]});
  }
}

const Label* Labels::look_up(std::string_view name, char form) const {
  const auto found = labels_.find(lower(name));
  return found != labels_.end() && found->second.may(form) ? &found->second : nullptr;
}

Labels::Found Labels::find(std::string_view line) const {
  std::size_t code = 0;
  while (code < line.size() && code <= kLongestCode && is_capital(line[code])) ++code;
  const std::size_t behind = skip_blanks(line, code);
  const bool bounded = behind == line.size() || behind > code + 1 || line.substr(code, 1) == "\t";
  if (code >= kShortestCode && code <= kLongestCode && bounded) {
    if (const Label* label = look_up(line.substr(0, code), 'c')) return {label, behind};
  }
  const std::size_t colon = line.substr(0, kLongestLabel + 1).find(':');
  if (colon == std::string_view::npos) {
    return {line.size() <= kLongestLabel ? look_up(line, 'b') : nullptr, line.size()};
  }
  std::string_view name = line.substr(0, colon);
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  const std::size_t value = skip_blanks(line, colon + 1);
  const Label* label = look_up(name, 'v');
  if (label == nullptr && value == line.size()) label = look_up(name, 'b');
  return {label, value};
}

std::string_view Words::what(std::string_view word) const {
  const std::string key = lower(word);
  const std::string_view month = months.find(key);
  return month.empty() ? others.find(key) : month;
}

}  // namespace pressmark::archive

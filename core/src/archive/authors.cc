#include "archive/authors.h"

#include <algorithm>
#include <cstddef>

#include "archive/lines.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark::archive {

namespace {

constexpr std::size_t kLongestByline = 400;  // bytes
constexpr std::size_t kLongestName = 5;      // words

std::vector<std::string_view> cut(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
    const std::string_view part = trim(text.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
    start = end + 1;
  }
  return parts;
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_capital(std::string_view word) { return is_upper(decode(word, 0).value); }

bool is_small(std::string_view word) {
  return is_any_of(word, {"de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "ter"});
}

std::string join(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

// What stands between separators: a name, a job, a place. Names end where a preposition or a job begins.
class PartReader {
 public:
  PartReader(std::string_view part, const Words& lexicon) {
    for (const std::string_view word : cut(part, " \t")) {
      const std::string small = lower(word);
      if (is_any_of(small, {"in", "at", "for", "from", "on"})) {
        stops_ = true;
        break;
      }
      if (lexicon.what(word) == "job") {
        // "Ann Lee Political editor": the job's own adjective goes with it.
        if (words_.size() > 2) words_.pop_back();
        has_job_ = true;
        break;
      }
      words_.push_back(word);
    }
  }

  bool is_name() const {
    if (words_.size() < 2 || words_.size() > kLongestName) return false;
    return std::all_of(words_.begin(), words_.end(), [](auto word) { return has_capital(word) || is_small(word); }) &&
           has_capital(words_.back());
  }
  bool is_job() const { return has_job_ && words_.size() < 2; }
  // What follows, up to the next "and", is a place or a paper.
  bool stops() const { return stops_; }
  std::string name() const { return join(words_); }

 private:
  std::vector<std::string_view> words_;
  bool has_job_ = false;
  bool stops_ = false;
};

// "Lee, Ann" as catalogues have it; empty for anything else.
std::string turned_name(std::string_view part) {
  const auto halves = cut(part, ",");
  if (halves.size() != 2 || cut(halves[0], " ").size() > 3 || cut(halves[1], " ").size() > 3) return {};
  const bool surname = has_capital(halves[0]) || is_small(halves[0].substr(0, halves[0].find(' ')));
  if (!surname || !has_capital(halves[1])) return {};
  return std::string(halves[1]) + " " + std::string(halves[0]);
}

struct Byline {
  std::string_view text;
  bool by = false;
};

Byline without_by(std::string_view line, const Words& words) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || words.what(line.substr(0, space)) != "by") return {line, false};
  return {trim(line.substr(space)), true};
}

// "and", "&", "|" and the like, and "with" of a helper, become semicolons.
std::string with_semicolons(std::string_view line) {
  std::string out;
  for (const std::string_view word : cut(line, " \t")) {
    if (is_any_of(word, {"and", "AND", "&", "|", "und", "et", "y", "e", "with", "/", "•"})) {
      out += ';';
    } else {
      if (!out.empty() && out.back() != ';') out += ' ';
      out += word;
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> read_authors(std::string_view byline, const Words& words) {
  std::vector<std::string> authors;
  const std::string line = with_semicolons(without_by(trim(byline.substr(0, kLongestByline)), words).text);
  for (std::string_view group : cut(line, ";")) {
    if (group.size() > 2 && group.back() == '.' && group[group.size() - 3] != ' ') group.remove_suffix(1);
    const std::string_view head = group.substr(0, group.find(','));
    if (!PartReader(head, words).is_name() || is_small(head.substr(0, head.find(' ')))) {
      if (const std::string name = turned_name(group); !name.empty() && !PartReader(name, words).is_job()) {
        authors.push_back(name);
        continue;
      }
    }
    for (const std::string_view part : cut(group, ",")) {
      const PartReader reader(part, words);
      if (reader.is_name()) authors.push_back(reader.name());
      if (reader.stops()) break;
    }
  }
  return authors;
}

bool is_author_line(std::string_view line, const Words& words) {
  const Byline byline = without_by(line, words);
  const auto all = [&words](std::string_view text) {
    for (const std::string_view part : cut(text, ";,")) {
      const PartReader reader(part, words);
      if (!reader.is_name() && !reader.is_job()) return false;
    }
    return true;
  };
  const std::vector<std::string> names = read_authors(line, words);
  if (byline.by) return !names.empty() || cut(line, " ").size() <= kLongestName;
  return !names.empty() && all(with_semicolons(line));
}

}  // namespace pressmark::archive

// Values and the phrasings that mean them: tests/times/README.md tells the form of the files.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "project_analyzer.h"

namespace {

using namespace pressmark;

struct Phrasing {
  std::string place;  // file:line
  std::string text;   // without brackets
  std::optional<Date> reference;
  std::optional<Span> wanted;  // none: nothing is to be found
  std::vector<Span> others;
  std::string type, value, mod, begin, end;
  bool unsolved = false;
};

std::string field(const std::string& heading, const std::string& name) {
  const std::size_t at = heading.find(" " + name + "=");
  if (at == std::string::npos) return {};
  const std::size_t start = at + name.size() + 2;
  return heading.substr(start, heading.find(' ', start) - start);
}

void read_sentence(std::string line, Phrasing& phrasing) {
  line.erase(0, line.find_first_not_of(' '));
  phrasing.unsolved = line.starts_with('?');
  if (phrasing.unsolved) line.erase(0, 1);
  std::uint32_t open = 0;
  for (const char c : line) {
    const auto at = static_cast<std::uint32_t>(phrasing.text.size());
    if (c == '[' || c == '{') {
      open = at;
    } else if (c == ']') {
      phrasing.wanted = Span{open, at};
    } else if (c == '}') {
      phrasing.others.push_back({open, at});
    } else {
      phrasing.text += c;
    }
  }
}

std::vector<Phrasing> read_file(const std::filesystem::path& path) {
  std::vector<Phrasing> phrasings;
  std::ifstream file(path);
  std::optional<Date> reference;
  std::string heading;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("@ ")) {
      reference = date_from(line.substr(2, 10));
    } else if (line[0] != ' ') {
      heading = line;
    } else {
      Phrasing phrasing;
      phrasing.place = path.filename().string() + ":" + std::to_string(number);
      phrasing.reference = reference;
      const std::size_t space = heading.find(' ');
      phrasing.type = heading.substr(0, space);
      if (space != std::string::npos)
        phrasing.value = heading.substr(space + 1, heading.find(' ', space + 1) - space - 1);
      phrasing.mod = field(heading, "mod");
      phrasing.begin = field(heading, "begin");
      phrasing.end = field(heading, "end");
      read_sentence(line, phrasing);
      phrasings.push_back(std::move(phrasing));
    }
  }
  return phrasings;
}

// What is wrong, in a few words; empty where all is right.
std::string fault(const Phrasing& phrasing) {
  Request request;
  request.text = phrasing.text;
  request.clean = true;
  request.reference_date = phrasing.reference;
  auto article = test::project_analyzer().analyze(std::move(request));
  REQUIRE(article);
  std::string got;
  // A value without brackets would be tested for nothing.
  if (phrasing.wanted.has_value() == (phrasing.type == "NOTHING"))
    return phrasing.place + " wanted [ ] under a value, and only there";
  bool found = !phrasing.wanted;
  bool extra = false;
  for (const Span other : phrasing.others) {
    const bool told = std::any_of(article->times.begin(), article->times.end(),
                                  [other](const TimeExpression& time) { return time.span.overlaps(other); });
    if (!told) return phrasing.place + " wanted something in { }";
  }
  for (const TimeExpression& time : article->times) {
    const std::string type(to_string(time.type));
    got += " [" + std::string(article->text_of(time.span)) + "] " + type + " " + time.value + " " + time.mod;
    const bool other = std::any_of(phrasing.others.begin(), phrasing.others.end(),
                                   [&time](Span span) { return span.overlaps(time.span); });
    if (phrasing.wanted && time.span == *phrasing.wanted) {
      found = type == phrasing.type && time.value == phrasing.value &&
              (phrasing.mod.empty() || time.mod == phrasing.mod) &&
              (phrasing.begin.empty() || (time.begin == phrasing.begin && time.end == phrasing.end));
    } else if (!other) {
      extra = true;
    }
  }
  if (found && !extra) return {};
  return phrasing.place + " wanted " + phrasing.type + " " + phrasing.value + " " + phrasing.mod + " of \"" +
         phrasing.text + "\", got" + got;
}

}  // namespace

TEST_CASE("times: phrasings have the values that we wrote down") {
  std::vector<Phrasing> phrasings;
  for (const auto& entry : std::filesystem::directory_iterator(PRESSMARK_SOURCE_TIMES)) {
    if (entry.path().extension() != ".txt") continue;
    for (Phrasing& phrasing : read_file(entry.path())) phrasings.push_back(std::move(phrasing));
  }
  CHECK(phrasings.size() >= 600);
  std::size_t unsolved = 0;
  for (const Phrasing& phrasing : phrasings) {
    const std::string wrong = fault(phrasing);
    unsolved += phrasing.unsolved ? 1 : 0;
    if (phrasing.unsolved) {
      CHECK_MESSAGE(!wrong.empty(), phrasing.place << " is solved now: take its ? away");
    } else {
      CHECK_MESSAGE(wrong.empty(), wrong);
    }
  }
  MESSAGE(phrasings.size() << " phrasings, " << unsolved << " of them not solved");
}

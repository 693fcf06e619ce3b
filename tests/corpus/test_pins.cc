// Runs pins.txt: a text, the reader's corrections of it, and what then is who and who says what.
//
//   == title of the case
//   the text, or nothing: that of the case before
//   @ same | at: Berg | as: Ana Lund#2        one operation: words (the second "Ana Lund" of the text) and other fields
//   --
//   - PERSON Ana Lund: Ana Lund               what the machine has, and is so no more
//   + PERSON Ana Lund*: Ana Lund + Berg       an entity with its mentions; * is the reader's
//   + direct* "We are ready" < Ana Lund*      a quotation and its speakers
//   + Tuesday* = 2025-03-11                   a time
//   ! 2: a sentence                           a correction that was not placed, and why
//
// Without a correction the whole is shown.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "pressmark/analyzer.h"
#include "pressmark/pins.h"
#include "project_analyzer.h"

namespace {

using namespace pressmark;

struct Case {
  std::string title;
  std::string text;
  std::vector<std::string> pins;
  std::string dump;
};

std::vector<Case> read_cases() {
  std::ifstream file(std::string(PRESSMARK_CORPORA) + "/pins.txt");
  std::vector<Case> cases;
  bool in_dump = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), "", {}, ""});
      in_dump = false;
    } else if (line == "--") {
      in_dump = true;
    } else if (!in_dump && line.starts_with("@ ")) {
      cases.back().pins.push_back(line.substr(2));
    } else if (!cases.empty()) {
      (in_dump ? cases.back().dump : cases.back().text) += line + "\n";
    }
  }
  for (std::size_t i = 1; i < cases.size(); ++i) {
    if (cases[i].text.empty()) cases[i].text = cases[i - 1].text;
  }
  return cases;
}

std::vector<std::string> parts_of(const std::string& line, const std::string& border) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t at = line.find(border); at != std::string::npos; at = line.find(border, start)) {
    parts.push_back(line.substr(start, at - start));
    start = at + border.size();
  }
  parts.push_back(line.substr(start));
  return parts;
}

// "Lund#2": the second one. No words here need an escape in JSON.
std::string place_of(const std::string& text, const std::string& words) {
  const std::vector<std::string> parts = parts_of(words, "#");
  std::size_t at = text.find(parts[0]);
  for (int n = parts.size() > 1 ? std::stoi(parts[1]) : 1; n > 1; --n) at = text.find(parts[0], at + 1);
  if (at == std::string::npos) at = 0;
  std::string json = "{\"start\":";
  json.append(std::to_string(at)).append(",\"end\":").append(std::to_string(at + parts[0].size()));
  return json.append(",\"quote\":\"").append(parts[0]).append("\"}");
}

std::string json_of(const std::string& text, const std::string& line, std::size_t number) {
  const std::vector<std::string> parts = parts_of(line, " | ");
  std::string json = "{\"op\":\"";
  json.append(parts[0]).append("\",\"id\":\"").append(std::to_string(number)).append("\"");
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t colon = parts[i].find(": ");
    const std::string name = parts[i].substr(0, colon);
    const std::string value = parts[i].substr(colon + 2);
    const bool place = name == "at" || name == "as" || name == "speaker" || name == "role";
    const bool literal = value == "true" || value == "null" || value.starts_with('{') || value.starts_with('[');
    json.append(",\"").append(name).append("\":");
    if (literal) {
      json += value;
    } else if (place) {
      json += place_of(text, value);
    } else {
      json.append("\"").append(value).append("\"");
    }
  }
  return json + "}";
}

std::string star(bool by_reader) { return by_reader ? "*" : ""; }

std::string dump_of(const Article& a) {
  std::string dump;
  for (Index e = 0; e < a.entities.size(); ++e) {
    const Entity& entity = a.entities[e];
    std::multimap<std::uint32_t, std::string> mentions;
    for (const Mention& mention : entity.mentions) {
      mentions.emplace(mention.span.start, std::string(a.text_of(mention.span)) + star(mention.by_reader));
    }
    for (const Reference& reference : a.references) {
      if (reference.entity != e) continue;
      const Mention& mention = reference.mention;
      std::string words = "<";
      words.append(a.text_of(mention.span)).append(star(mention.by_reader)).append(">");
      mentions.emplace(mention.span.start, words);
    }
    dump.append(to_string(entity.type)).append(" ").append(entity.name).append(star(entity.by_reader)).append(":");
    for (const auto& [start, words] : mentions) {
      dump.append(dump.back() == ':' ? " " : " + ").append(words);
    }
    for (const Role& role : entity.roles) dump.append(" (").append(a.text_of(role.span)).append(")");
    if (e < a.geo.size() && a.geo[e]) dump += " @" + std::to_string(a.geo[e]->latitude);
    dump += "\n";
  }
  for (std::size_t q = 0; q < a.quotations.size(); ++q) {
    const Quotation& quotation = a.quotations[q];
    dump.append(to_string(quotation.kind)).append(star(quotation.by_reader));
    for (const Span piece : quotation.content) dump.append(" \"").append(a.text_of(piece)).append("\"");
    if (quotation.speaker) {
      dump += " <";
      for (const Index entity : a.speakers[q].speaker) dump.append(" ").append(a.entities[entity].name);
      if (a.speakers[q].speaker.empty()) dump.append(" ").append(to_string(quotation.speaker->speaker_class));
      dump += star(quotation.speaker->by_reader);
    }
    dump += "\n";
  }
  for (const TimeExpression& time : a.times) {
    dump.append(a.text_of(time.span)).append(star(time.by_reader)).append(" = ").append(time.value) += "\n";
  }
  return dump;
}

// The lines of `a` that are not in `b`.
std::string lines_only_in(const std::string& a, const std::string& b, const std::string& sign) {
  std::string lines;
  std::vector<std::string> others = parts_of(b, "\n");
  for (const std::string& line : parts_of(a, "\n")) {
    const auto same = std::find(others.begin(), others.end(), line);
    if (same == others.end()) {
      lines.append(sign).append(line).append("\n");
    } else {
      others.erase(same);
    }
  }
  return lines;
}

std::string corrected(const Article& machine, const Article& article) {
  if (article.pins.empty()) return dump_of(article);
  std::string dump = lines_only_in(dump_of(machine), dump_of(article), "- ");
  dump += lines_only_in(dump_of(article), dump_of(machine), "+ ");
  for (const PinReport& pin : article.pins) {
    if (!pin.placed) dump.append("! ").append(pin.id).append(": ").append(pin.why) += "\n";
  }
  return dump;
}

}  // namespace

TEST_CASE("pins") {
  const std::vector<Case> cases = read_cases();
  REQUIRE_FALSE(cases.empty());
  for (const Case& c : cases) {
    Request request = make_request(c.text);
    request.offsets = Offsets::utf8;
    const auto machine = test::project_analyzer().analyze(request);
    for (const std::string& pin : c.pins) request.pins.push_back(json_of(c.text, pin, request.pins.size() + 1));
    const auto article = test::project_analyzer().analyze(std::move(request));
    REQUIRE(article);
    const std::string actual = corrected(*machine, *article);
    INFO("== ", c.title, "\n", actual);
    CHECK(actual == c.dump);
  }
}

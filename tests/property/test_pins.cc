// What pins.h promises holds for logs that no reader would make.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "pin_logs.h"
#include "pressmark/analyzer.h"
#include "pressmark/output.h"
#include "pressmark/pins.h"
#include "project_analyzer.h"
#include "properties.h"
#include "texts.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

constexpr std::string_view kNews =
    "Harbour to reopen ⛰️\n\nThe old harbour of Port Ellery will reopen on Tuesday, the town said. “We are "
    "ready,” "
    "said "
    "Ana Lund, the port's director. Lund said the cranes “work again.” Mayor Carl Berg told reporters that the cost "
    "was "
    "high. “It is too much,” he said. “But we said ‘never again’ and we meant it.”\n\nLund University will study the "
    "harbour for two years, its rector, Ivo Hale, wrote. “Nobody did that before,” she added. Hale came to Port Ellery "
    "in March.\n\n“Boats will come back,” an official said. Berg and Lund agreed: “They will.”\n\nShare this "
    "article\n\nAccording to the Tidal Post, Berg wanted $3 million; the Post said officials in London had asked him "
    "to "
    "wait. “Wait for what?” Berg asked.";

std::string text_for(int i, Random& random) {
  std::string text(kNews);
  switch (i % 3) {
    case 0:
      return text;
    case 1:
      return wild_text(random);
    default:
      return wild_text(random) + "\n\n" + text + "\n\n" + wild_text(random);
  }
}

Article machine_of(const std::string& text, const std::vector<std::string>& log = {}, bool places = false) {
  Request request = make_request(text);
  request.pins = log;
  auto article = project_analyzer().analyze_before_pins(std::move(request));
  REQUIRE(article);
  if (places) resolve_places(*article, project_places());
  return *std::move(article);
}

Article pinned(const Article& machine, const std::vector<std::string>& log) {
  auto article = apply_pins(machine, log);
  REQUIRE(article);
  return *std::move(article);
}

std::string joined(const std::vector<std::string>& log) {
  std::string lines;
  for (const std::string& pin : log) lines.append(pin).append("\n");
  return lines;
}

std::size_t count_placed(const Article& article) {
  return static_cast<std::size_t>(
      std::count_if(article.pins.begin(), article.pins.end(), [](const PinReport& pin) { return pin.placed; }));
}

}  // namespace

TEST_CASE("Any log keeps what every layer promises, and says of each correction what became of it") {
  Random random(61);
  std::size_t told = 0;
  std::size_t placed = 0;
  for (int i = 0; i < 300; ++i) {
    const Article machine = machine_of(text_for(i, random), {}, true);
    const std::vector<std::string> log = wild_log(machine, 1 + random.below(30), random);
    CAPTURE(machine.text);
    CAPTURE(to_json(machine));
    CAPTURE(joined(log));
    Article article = pinned(machine, log);
    resolve_places(article, project_places());
    Properties(article).check();
    told += article.pins.size();
    placed += count_placed(article);
    for (const PinReport& pin : article.pins) CHECK(pin.placed == pin.why.empty());
  }
  CHECK(placed * 3 > told);
}

TEST_CASE("The verb gives what the analysis gives, blocks and all") {
  Random random(62);
  for (int i = 0; i < 60; ++i) {
    const Article plain = machine_of(text_for(i, random));
    Request request = make_request(plain.text);
    request.pins = wild_log(plain, 1 + random.below(20), random, true);
    const std::vector<std::string> log = request.pins;
    const Article machine = machine_of(plain.text, log);
    const auto whole = project_analyzer().analyze(std::move(request));
    REQUIRE(whole);
    CHECK(to_json(*whole) == to_json(pinned(machine, log)));
    Article resolved = *whole;
    resolve_places(resolved, project_places());
    Properties(resolved).check();
    CHECK(apply_pins(plain, log).has_value() == machine.told_blocks.empty());
  }
}

TEST_CASE("A log of which all is undone changes no byte, and one that stands there twice counts once") {
  Random random(63);
  for (int i = 0; i < 120; ++i) {
    const Article machine = machine_of(text_for(i, random), {}, i % 2 == 0);
    std::vector<std::string> undone;
    for (std::size_t n = 1 + random.below(20); n > 0; --n) {
      undone.push_back(wild_pin(machine, std::to_string(undone.size()), random, true));
    }
    for (std::size_t n = undone.size(); n-- > 0;) {
      undone.push_back(R"({"op":"undo","id":"u)" + std::to_string(n) + R"(","of":")" + std::to_string(n) + "\"}");
    }
    CHECK(to_json(pinned(machine, undone)) == to_json(machine));

    const std::vector<std::string> kept = wild_log(machine, 1 + random.below(20), random);
    std::vector<std::string> twice = kept;
    twice.insert(twice.end(), kept.begin(), kept.end());
    CHECK(to_json(pinned(machine, twice)) == to_json(pinned(machine, kept)));
  }
}

TEST_CASE("What cannot be placed changes nothing but the list of corrections") {
  Random random(65);
  for (int i = 0; i < 90; ++i) {
    const Article machine = machine_of(text_for(i, random), {}, i % 2 == 0);
    Article article =
        pinned(machine, {R"({"op":"frobnicate","id":"1","at":{"start":0,"end":1,"quote":"x"}})",
                         R"({"op":"no_name","id":"2","at":{"start":0,"end":1,"quote":"no such words"}})", R"([1])"});
    CHECK(article.pins.size() == 3);
    CHECK(count_placed(article) == 0);
    article.pins.clear();
    CHECK(to_json(article) == to_json(machine));
  }
}

TEST_CASE("An edit elsewhere loses no correction whose words still stand") {
  Random random(64);
  std::size_t words = 0;
  std::size_t moved = 0;
  std::size_t wrong = 0;
  for (int i = 0; i < 200; ++i) {
    const Article machine = machine_of(std::string(kNews));
    std::vector<std::string> log;
    std::vector<Span> spans;
    for (const Entity& entity : machine.entities) {
      for (const Mention& mention : entity.mentions) spans.push_back(mention.span);
    }
    for (const Quotation& quotation : machine.quotations) spans.push_back(quotation.content.front());
    for (std::size_t n = 0; n < spans.size(); ++n) {
      log.push_back(R"({"op":"metadata","field":"title","value":"x","id":")" + std::to_string(n) + R"(","at":)" +
                    place_of(machine, spans[n]) + "}");
    }
    // Some sentences between others, some words out.
    std::string text = machine.text;
    std::size_t at = random.below(text.size());
    while (at < text.size() && text[at] != ' ') ++at;
    const std::string inserted = random.below(2) == 0 ? " Berg, he said, is not Lund." : "";
    const std::size_t erased = random.below(2) == 0 ? std::min<std::size_t>(random.below(80), text.size() - at) : 0;
    std::size_t end = at + erased;
    while (end < text.size() && text[end] != ' ') ++end;
    text.replace(at, end - at, inserted);

    Article edited;
    edited.text = text;
    edited.offsets = machine.offsets;
    const Article result = pinned(edited, log);
    REQUIRE(result.pins.size() == spans.size());
    for (std::size_t n = 0; n < spans.size(); ++n) {
      const Span span = spans[n];
      if (span.overlaps({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)})) continue;
      ++words;
      if (!result.pins[n].placed || !result.pins[n].span) continue;
      ++moved;
      const std::uint32_t start =
          span.start < at ? span.start : static_cast<std::uint32_t>(span.start - (end - at) + inserted.size());
      wrong += result.pins[n].span->start == start ? 0 : 1;
    }
  }
  MESSAGE(words << " places in 200 edits, " << moved << " found, " << wrong << " elsewhere");
  CHECK(words > 1000);
  CHECK(moved == words);
  CHECK(wrong * 500 < words);
}

TEST_CASE("Time grows with text and log in a straight line") {
  const auto seconds = [](int copies, int pins) {
    std::string text = "Moved. ";
    for (int i = 0; i < copies; ++i) text += "No. " + std::to_string(i) + ": Lund said that the cost was high. ";
    Article article;
    article.text = text;
    std::vector<std::string> log;
    for (int i = 0; i < pins; ++i) {
      const std::string number = std::to_string(i * (copies / pins));
      log.push_back(R"({"op":"type","type":"ORG","id":")" + std::to_string(i) + R"(","at":{"start":)" + number +
                    R"(,"end":0,"quote":"Lund","before":"No. )" + number + R"(: ","after":" said that"}})");
    }
    const std::clock_t start = std::clock();
    CHECK(apply_pins(article, log)->pins.size() == log.size());
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  seconds(1000, 100);
  const double once = std::max(seconds(2000, 250), 0.004);
  CHECK(seconds(16'000, 2000) < 40 * once);
}

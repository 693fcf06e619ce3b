#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pins/pin_log.h"
#include "pressmark/analyzer.h"
#include "pressmark/pins.h"

using namespace pressmark;

namespace {

constexpr std::string_view kText = "😀 Ana Lund met Lund.";

// "same 2, type": the operations that hold; of one with a problem that.
std::string holds(const std::vector<std::string>& log, Offsets offsets = Offsets::utf16) {
  std::string all;
  for (const Pin& pin : read_log(kText, offsets, log)) {
    if (!all.empty()) all += ", ";
    all.append(pin.op_name).append(" ").append(pin.id);
    if (!pin.problem.empty()) all.append(": ").append(pin.problem);
  }
  return all;
}

std::string type(std::string_view id) {
  std::string json = R"({"op":"type","type":"ORG","at":{"start":3,"end":11,"quote":"Ana Lund"},"id":")";
  return json.append(id).append("\"}");
}

std::string undo(std::string_view id, std::string_view of) {
  std::string json = R"({"op":"undo","id":")";
  return json.append(id).append(R"(","of":")").append(of).append("\"}");
}

Span place(std::string_view json, Offsets offsets) {
  std::string pin = R"({"op":"no_name","id":"1","at":)";
  const std::vector<Pin> pins = read_log(kText, offsets, {pin.append(json).append("}")});
  REQUIRE(pins.size() == 1);
  CHECK(pins[0].problem.empty());
  return pins[0].at->span;
}

}  // namespace

TEST_CASE("log: what is undone is out, with its undo; an undo may be undone") {
  CHECK(holds({type("1"), type("2"), undo("3", "1")}) == "type 2");
  CHECK(holds({type("1"), undo("2", "1"), undo("3", "2")}) == "type 1");
  CHECK(holds({type("1"), undo("2", "1"), undo("3", "2"), undo("4", "3")}).empty());
  CHECK(holds({type("1"), undo("2", "1"), undo("3", "1"), undo("4", "2")}).empty());
  CHECK(holds({undo("1", "2"), type("2")}) == "undo 1: No operation before it has the id \"2\"., type 2");
  CHECK(holds({undo("1", "1")}) == "undo 1: No operation before it has the id \"1\".");
}

TEST_CASE("log: an operation that stands there twice counts once, two of one id do not both") {
  CHECK(holds({type("1"), type("1"), undo("2", "1")}).empty());
  CHECK(holds({type("1"), undo("2", "1"), type("1")}).empty());
  CHECK(holds({type("1"), R"({"op":"no_quotation","id":"1","at":{"start":0,"end":2,"quote":"met"}})"}) ==
        "type 1, no_quotation 1: Another operation before it has the id \"1\".");
}

TEST_CASE("log: what is malformed has a sentence, and the others hold") {
  CHECK(holds({"[]", type("2")}) == " : The operation must be a JSON object., type 2");
  CHECK(holds({R"({"op":)"}) == " : The operation must be a JSON object.");
  CHECK(holds({R"({"op":"same","id":"1"})"}) == "same 1: \"at\" is missing; it is required.");
  CHECK(holds({R"({"op":"no_name","id":"1","at":{"start":0,"end":1}})"}) ==
        "no_name 1: \"at.quote\" is missing; it is required.");
  CHECK(holds({R"({"op":"no_name","id":"1","at":{"start":-1,"end":1,"quote":"x"}})"}) ==
        "no_name 1: \"at.start\" is -1, but must be a whole number from 0 to 4294967295.");
  CHECK(holds({R"({"op":"no_name","id":"1","at":{"start":0,"end":1,"quote":" "}})"}) ==
        "no_name 1: The words at its place are white space.");
  CHECK(holds({R"({"op":"metadata","id":"1","field":"published","value":"May"})"}) ==
        "metadata 1: \"value\" is \"May\", but must begin with a day as YYYY-MM-DD.");
  CHECK(holds({R"({"op":"no_name","id":"1","colour":[1],"at":{"start":3,"end":6,"quote":"Ana","x":{}}})"}) ==
        "no_name 1");
}

TEST_CASE("log: places are counted as the article is") {
  CHECK(place(R"({"start":16,"end":20,"quote":"Lund"})", Offsets::utf16) == Span{18, 22});
  CHECK(place(R"({"start":15,"end":19,"quote":"Lund"})", Offsets::codepoint) == Span{18, 22});
  CHECK(place(R"({"start":18,"end":22,"quote":"Lund"})", Offsets::utf8) == Span{18, 22});
  CHECK(place(R"({"start":1,"end":9,"quote":"Lund"})", Offsets::utf16) == Span{9, 13});     // within the emoji
  CHECK(place(R"({"start":999,"end":1,"quote":"Lund"})", Offsets::utf16) == Span{18, 22});  // beyond the text
  CHECK(place(R"({"start":7,"end":12,"quote":" Lund "})", Offsets::codepoint) == Span{9, 13});
}

TEST_CASE("log: what it says of blocks wants another analysis") {
  Article article;
  article.text = kText;
  const std::string block = R"({"op":"block","kind":"chrome","id":"1","at":{"start":3,"end":11,"quote":"Ana Lund"}})";
  CHECK_FALSE(apply_pins(article, {block}));
  CHECK(apply_pins(article, {block, undo("2", "1")}));
  article.told_blocks = {{{5, 13}, BlockKind::chrome}};
  CHECK(apply_pins(article, {block}));
  CHECK_FALSE(apply_pins(article, {}));
}

TEST_CASE("log: it is read from a list") {
  CHECK(*read_pins(R"([{"op": "x"}, 1])") == std::vector<std::string>{R"({"op":"x"})", "1"});
  CHECK(read_pins("[]")->empty());
  CHECK(read_pins("{}").error().message == "The log is an object, but must be an array.");
  CHECK(read_pins("[").error().code == ErrorCode::bad_json);
  CHECK(read_pins(std::string(200, '[') + std::string(200, ']')).error().code == ErrorCode::bad_request);
}

TEST_CASE("A session is a request whose text is another one") {
  Request defaults;
  defaults.clean = true;
  const auto request = read_session(R"({"text":"old","pins":[{}],"reference_date":"2025-03-12"})", "new", defaults);
  REQUIRE(request);
  CHECK(request->text == "new");
  CHECK(request->pins.size() == 1);
  CHECK(request->clean);
  CHECK(to_string(*request->reference_date) == "2025-03-12");
  CHECK_FALSE(read_session("[]", "new"));
  CHECK(read_session(R"({"schema":"pressmark.session/1"})", ""));
  CHECK(read_session(R"({"schema":"x"})", "").error().message ==
        R"("schema" is "x", but must start with "pressmark.session/1".)");
}

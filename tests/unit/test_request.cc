#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "pressmark/analyzer.h"

using namespace pressmark;

namespace {

Request read(std::string_view json) {
  Result<Request> request = read_request(json);
  if (!request) FAIL(request.error().message);
  return *std::move(request);
}

// The sentence that says why the request is none.
std::string refusal(std::string_view json, ErrorCode code = ErrorCode::bad_request) {
  const Result<Request> request = read_request(json);
  REQUIRE_FALSE(request);
  CHECK(request.error().code == code);
  CHECK(request.error().line == 0);
  return request.error().message;
}

}  // namespace

TEST_CASE("read_request takes a text and leaves all else at its default") {
  const Request request = read(R"({"text": "Hello"})");
  CHECK(request.text == "Hello");
  CHECK(request.id.empty());
  CHECK_FALSE(request.reference_date);
  CHECK_FALSE(request.clean);
  CHECK(request.offsets == Offsets::utf16);
  CHECK(request.hints.empty());
  CHECK(request.blocks.empty());
  CHECK(request.dictionary.empty());
  CHECK(request.pins.empty());
  CHECK(request.warnings.empty());
}

TEST_CASE("read_request takes every field, and passes over those that it does not know") {
  const Request request = read(R"({
    "schema": "pressmark.request/1", "id": "a/1", "text": "“Yes” 😀 said Ana", "reference_date": "2024-02-29",
    "clean": true, "offsets": "utf16", "colour": {"deep": [1, {"x": null}]},
    "hints": [{"start": 0, "end": 5, "heading": 2, "link_density": 0.1234},
              {"start": 6, "end": 8, "list": true, "quote": true, "caption": true, "author": true, "date": true,
               "content": true}],
    "metadata": {"title": "T", "authors": ["A", "B"], "site": "S", "published": "P", "updated": "U", "section": "C",
                 "url": "L", "mood": "good"},
    "blocks": [{"start": 9, "end": 17, "kind": "pull_quote"}],
    "dictionary": [{"name": "Ana", "type": "PERSON", "aliases": ["Ann"]}, {"name": "Yes", "type": "ORG", "not": true}],
    "pins": [{"op": "merge", "n": [1, 2.5]}, "x"]
  })");
  CHECK(request.id == "a/1");
  CHECK(request.reference_date == Date{2024, 2, 29});
  CHECK(request.clean);
  REQUIRE(request.hints.size() == 2);
  CHECK(request.hints[0].span == Span{0, 9});
  CHECK(request.hints[0].heading == 2);
  CHECK(request.hints[0].link_density == 123);
  CHECK_FALSE(request.hints[0].list);
  CHECK(request.hints[1].span == Span{10, 14});
  CHECK(request.hints[1].heading == 0);
  CHECK(request.hints[1].list);
  CHECK(request.hints[1].quote);
  CHECK(request.hints[1].caption);
  CHECK(request.hints[1].author);
  CHECK(request.hints[1].date);
  CHECK(request.hints[1].content);
  CHECK_FALSE(request.hints[0].content);
  CHECK(request.metadata.title == "T");
  CHECK(request.metadata.authors == std::vector<std::string>{"A", "B"});
  CHECK(request.metadata.site == "S");
  CHECK(request.metadata.published == "P");
  CHECK(request.metadata.updated == "U");
  CHECK(request.metadata.section == "C");
  CHECK(request.metadata.url == "L");
  REQUIRE(request.blocks.size() == 1);
  CHECK(request.blocks[0].span == Span{15, 23});
  CHECK(request.blocks[0].kind == BlockKind::pull_quote);
  REQUIRE(request.dictionary.size() == 2);
  CHECK(request.dictionary[0].name == "Ana");
  CHECK(request.dictionary[0].type == EntityType::person);
  CHECK(request.dictionary[0].aliases == std::vector<std::string>{"Ann"});
  CHECK_FALSE(request.dictionary[0].is_not);
  CHECK(request.dictionary[1].is_not);
  CHECK(request.pins == std::vector<std::string>{R"({"op":"merge","n":[1,2.5]})", R"("x")"});
}

TEST_CASE("null stands for a field that is absent, and the last of a name counts") {
  const Request request =
      read(R"({"text": "a", "text": "b", "id": null, "hints": null, "metadata": null, "clean": null})");
  CHECK(request.text == "b");
  CHECK(request.id.empty());
}

TEST_CASE("Offsets are counted as the request asks") {
  const auto span = [](std::string_view offsets, int start, int end) {
    return read(R"({"text": "é😀é", "offsets": ")" + std::string(offsets) +
                R"(", "blocks": [{"kind": "body", "start": )" + std::to_string(start) + R"(, "end": )" +
                std::to_string(end) + "}]}")
        .blocks[0]
        .span;
  };
  CHECK(span("utf8", 2, 6) == Span{2, 6});
  CHECK(span("utf16", 1, 3) == Span{2, 6});
  CHECK(span("codepoint", 1, 2) == Span{2, 6});
}

TEST_CASE("What the request is silent about stays as the defaults have it") {
  Request defaults;
  defaults.clean = true;
  defaults.offsets = Offsets::codepoint;
  defaults.reference_date = Date{2020, 1, 2};
  const auto silent = read_request(R"({"text": ""})", std::nullopt, nullptr, defaults);
  REQUIRE(silent);
  CHECK(silent->clean);
  CHECK(silent->offsets == Offsets::codepoint);
  CHECK(silent->reference_date == Date{2020, 1, 2});
  const auto own = read_request(R"({"text": "", "clean": false, "offsets": "utf8", "reference_date": "2021-03-04"})",
                                std::nullopt, nullptr, defaults);
  REQUIRE(own);
  CHECK_FALSE(own->clean);
  CHECK(own->offsets == Offsets::utf8);
  CHECK(own->reference_date == Date{2021, 3, 4});
}

TEST_CASE("The text may travel beside the object") {
  const auto request = read_request(R"({"id": "x", "blocks": [{"start": 1, "end": 2, "kind": "body"}]})", "“a\xFF");
  REQUIRE(request);
  CHECK(request->text == "“a�");
  CHECK(request->blocks[0].span == Span{3, 4});
  REQUIRE(request->warnings.size() == 1);
  CHECK(request->warnings[0].code == "invalid_utf8");
  const auto twice = read_request(R"({"text": "a"})", "a");
  REQUIRE_FALSE(twice);
  CHECK(twice.error().message == R"("text" is given twice, in the request and beside it.)");
}

TEST_CASE("A zero character in the text survives") {
  CHECK(read("{\"text\": \"a\\u0000b\"}").text == std::string("a\0b", 3));
  const auto beside = read_request("{}", std::string_view("a\0b", 3));
  REQUIRE(beside);
  CHECK(beside->text == std::string("a\0b", 3));
}

TEST_CASE("Bytes that are not UTF-8 become U+FFFD, with a warning that counts them") {
  const Request request = read("{\"text\": \"a\xFF \xE2\x80 b\"}");
  CHECK(request.text == "a� � b");
  REQUIRE(request.warnings.size() == 1);
  CHECK(request.warnings[0].code == "invalid_utf8");
  CHECK(request.warnings[0].message == "2 byte sequences were not UTF-8 and became U+FFFD.");
  CHECK(request.warnings[0].count == 2);
}

TEST_CASE("Unpaired surrogate escapes become U+FFFD, with a warning that counts them") {
  const Request request = read(R"({"text": "\ud83d \ude00 \ud83d\ude00 \uD83D\uD83D\uDE00 \\ud83d \\\ud83d"})");
  CHECK(request.text == "� � 😀 �😀 \\ud83d \\�");
  REQUIRE(request.warnings.size() == 1);
  CHECK(request.warnings[0].code == "unpaired_surrogate");
  CHECK(request.warnings[0].message == "4 surrogate escapes had no partner and became U+FFFD.");
  CHECK(request.warnings[0].count == 4);
}

TEST_CASE("make_request takes any bytes") {
  const Request request = make_request("\xEF\xBB\xBF“a”\r\n\xFF");
  CHECK(request.text == "\xEF\xBB\xBF“a”\r\n�");
  REQUIRE(request.warnings.size() == 1);
  CHECK(request.warnings[0].message == "1 byte sequence was not UTF-8 and became U+FFFD.");
  CHECK(make_request("").warnings.empty());
}

TEST_CASE("What is not JSON is refused, with the place") {
  CHECK(refusal("{\"text\": \"“é\", nope}", ErrorCode::bad_json) ==
        "The request is not JSON: Missing a name for object member (at character 16).");
  for (const std::string_view json :
       {"", " ", "{", "{\"text\": \"a\"} x", "{\"text\": \"a\\ud8\"}", "{\"text\": 1e999}", "{'text': 'a'}", "\"",
        "{\"text\": \"a\nb\"}", "{\"text\": \"\\u12\"}", "[1, 2"}) {
    CAPTURE(json);
    CHECK(refusal(json, ErrorCode::bad_json).starts_with("The request is not JSON: "));
  }
  CHECK(refusal(std::string_view("{\"text\": \"a\"}\0{", 16), ErrorCode::bad_json) ==
        "The request is not JSON: A zero byte; in strings it is written \\u0000 (at character 14).");
}

TEST_CASE("JSON that is no request is refused by a sentence that names the field and what would be right") {
  CHECK(refusal("[1]") == R"(The request is an array, but must be an object with a "text".)");
  CHECK(refusal("null") == R"(The request is null, but must be an object with a "text".)");
  CHECK(refusal("{}") == R"("text" is missing; it is required.)");
  CHECK(refusal(R"({"text": 5})") == R"("text" is 5, but must be a string.)");
  CHECK(refusal(R"({"text": ["a"]})") == R"("text" is an array, but must be a string.)");
  CHECK(refusal(R"({"id": 7, "text": ""})") == R"("id" is 7, but must be a string.)");
  CHECK(refusal(R"({"text": "", "clean": "yes"})") == R"("clean" is a string, but must be true or false.)");
  CHECK(refusal(R"({"text": "", "offsets": "utf-8"})") ==
        R"("offsets" is "utf-8", but must be utf8, utf16 or codepoint.)");
  CHECK(refusal(R"({"text": "", "reference_date": "2023-02-29"})") ==
        R"("reference_date" is "2023-02-29", but must be a day of the calendar as YYYY-MM-DD.)");
  CHECK(refusal(R"({"text": "", "reference_date": 20230228})") ==
        R"("reference_date" is 20230228, but must be a day as YYYY-MM-DD.)");
  CHECK(refusal(R"({"text": "", "schema": "pressmark.request/2"})") ==
        R"("schema" is "pressmark.request/2", but must start with "pressmark.request/1".)");
  CHECK(refusal(R"({"text": "", "hints": {}})") == R"("hints" is an object, but must be an array.)");
  CHECK(refusal(R"({"text": "", "hints": [{"start": 0, "end": 0}, 3]})") ==
        R"("hints[1]" is 3, but must be an object.)");
  CHECK(refusal(R"({"text": "", "hints": [{"start": 0, "end": 0, "heading": 7}]})") ==
        R"("hints[0].heading" is 7, but must be a whole number from 1 to 6.)");
  CHECK(refusal(R"({"text": "", "hints": [{"start": 0, "end": 0, "link_density": 1.5}]})") ==
        R"("hints[0].link_density" is 1.5, but must be a number from 0 to 1.)");
  CHECK(refusal(R"({"text": "", "metadata": "x"})") == R"("metadata" is a string, but must be an object.)");
  CHECK(refusal(R"({"text": "", "metadata": {"authors": ["A", 2]}})") ==
        R"("metadata.authors[1]" is 2, but must be a string.)");
  CHECK(refusal(R"({"text": "", "metadata": {"title": true}})") ==
        R"("metadata.title" is true, but must be a string.)");
  CHECK(refusal(R"({"text": "", "blocks": [{"start": 0, "end": 0}]})") ==
        R"("blocks[0].kind" is missing; it is required.)");
  CHECK(refusal(R"({"text": "", "blocks": [{"start": 0, "end": 0, "kind": "menu"}]})") ==
        R"("blocks[0].kind" is "menu", but must be title, subtitle, kicker, byline, dateline, date, body, section, )"
        R"(list, pull_quote, caption, copyright or chrome.)");
  CHECK(refusal(R"({"text": "", "dictionary": [{"type": "ORG"}]})") ==
        R"("dictionary[0].name" is missing; it is required.)");
  CHECK(refusal(R"({"text": "", "dictionary": [{"name": "", "type": "ORG"}]})") ==
        R"("dictionary[0].name" is empty, but must be a name.)");
  CHECK(refusal(R"({"text": "", "dictionary": [{"name": "X", "type": "person"}]})") ==
        R"("dictionary[0].type" is "person", but must be PERSON, ORG, LOC, FAC, NORP, MISC, PRODUCT or MONEY.)");
  CHECK(refusal(R"({"text": "", "pins": 1})") == R"("pins" is 1, but must be an array.)");
}

TEST_CASE("Spans out of bounds are refused") {
  const auto block = [](std::string_view start, std::string_view end) {
    return refusal(R"({"text": "a😀b", "blocks": [{"kind": "body", "start": )" + std::string(start) + R"(, "end": )" +
                   std::string(end) + "}]}");
  };
  CHECK(block("0", "912") == R"("blocks[0].end" is 912, but the text has 4 UTF-16 units.)");
  CHECK(block("2", "3") ==
        R"("blocks[0].start" is 2, but that lies inside a character, as the text is counted in UTF-16 units.)");
  CHECK(block("3", "1") == R"("blocks[0].end" is before "blocks[0].start"; a span must not end before it starts.)");
  CHECK(block("-1", "1") == R"("blocks[0].start" is -1, but must be a whole number from 0 to 4294967295.)");
  CHECK(block("0.5", "1") == R"("blocks[0].start" is 0.5, but must be a whole number from 0 to 4294967295.)");
  CHECK(block("null", "1") == R"("blocks[0].start" is missing; it is required.)");
}

TEST_CASE("What a sentence quotes stands on one line and is cut") {
  const std::string message = refusal(R"({"text": "", "offsets": "a\nb)" + std::string(500, 'x') + "\"}");
  CHECK(message.starts_with(R"("offsets" is "a bxxx)"));
  CHECK(message.size() < 150);
}

TEST_CASE("The id is told where the rest fails") {
  std::string id;
  CHECK_FALSE(read_request(R"({"id": "x7", "text": 5})", std::nullopt, &id));
  CHECK(id == "x7");
}

TEST_CASE("Deep nesting is refused without recursion") {
  const auto deep = [](std::size_t levels) {
    return R"({"text": "", "pins": )" + std::string(levels, '[') + std::string(levels, ']') + "}";
  };
  CHECK(read(deep(99)).pins.size() == 1);
  CHECK(refusal(deep(100)) == "The request is nested deeper than 100 levels.");
  CHECK(refusal(deep(1000000)) == "The request is nested deeper than 100 levels.");
  CHECK(read(R"({"text": ")" + std::string(200, '[') + "\\\"" + std::string(200, '{') + "\"}").text.size() == 401);
}

TEST_CASE("A text beside that is too long is refused before it is read") {
  const std::string text(Analyzer::kMaxTextBytes + 1, 'a');
  const auto request = read_request("{}", text);
  REQUIRE_FALSE(request);
  CHECK(request.error().code == ErrorCode::text_too_long);
}

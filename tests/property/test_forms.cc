// What goes in and out as JSON: whatever the text and however it is counted, the analysis is valid JSON and the same.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pressmark/output.h"
#include "project_analyzer.h"
#include "rapidjson.h"
#include "text/offset_map.h"
#include "texts.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

std::string analysis(const std::string& text, Offsets offsets) {
  Request request = make_request(text);
  request.offsets = offsets;
  const Result<Article> article = project_analyzer().analyze(std::move(request));
  REQUIRE(article);
  return to_json(*article);
}

bool is_offset(const std::string& path) {
  return path.ends_with(".start") || path.ends_with(".end") || path == ".text.length" ||
         path.starts_with(".sentences[]");
}

// Turns the offsets of an analysis into bytes; false where one of them has none.
bool into_bytes(rapidjson::Value& value, const OffsetMap& map, const std::string& path = "") {
  if (value.IsObject()) {
    for (auto& member : value.GetObject()) {
      if (!into_bytes(member.value, map, path + "." + member.name.GetString())) return false;
    }
  } else if (value.IsArray()) {
    for (auto& element : value.GetArray()) {
      if (!into_bytes(element, map, path + "[]")) return false;
    }
  } else if (value.IsUint() && is_offset(path)) {
    const auto byte = map.to_byte(value.GetUint());
    if (!byte) return false;
    value.SetUint(*byte);
  } else if (path == ".offsets") {
    value.SetNull();
  }
  return true;
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

}  // namespace

TEST_CASE("The analysis is JSON, the same for the same text, and the same however it is counted") {
  Random random(3);
  for (int i = 0; i < 400; ++i) {
    const std::string text = make_request(wild_bytes(random)).text;
    CAPTURE(text);
    const std::string bytes = analysis(text, Offsets::utf8);
    CHECK(bytes == analysis(text, Offsets::utf8));
    rapidjson::Document expected = parsed(bytes);
    REQUIRE(into_bytes(expected, OffsetMap(text, Offsets::utf8)));
    for (const Offsets offsets : {Offsets::utf16, Offsets::codepoint}) {
      rapidjson::Document counted = parsed(analysis(text, offsets));
      REQUIRE(into_bytes(counted, OffsetMap(text, offsets)));
      CHECK(counted == expected);
    }
  }
}

TEST_CASE("A text comes through a request as it is") {
  Random random(4);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = make_request(wild_bytes(random)).text;
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::ASCII<>> ascii(buffer);  // all escaped
    ascii.StartObject();
    ascii.Key("text");
    ascii.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    ascii.EndObject();
    const Result<Request> request = read_request({buffer.GetString(), buffer.GetSize()});
    REQUIRE(request);
    CHECK(request->text == text);
    CHECK(request->warnings.empty());
  }
}

TEST_CASE("A request that is knocked about is read or refused by a sentence") {
  const std::string request =
      R"({"schema":"pressmark.request/1","id":"x","text":"“é\ud83d\ude00\u0000” said","reference_date":"2024-02-29",)"
      R"("clean":false,"offsets":"utf16","hints":[{"start":0,"end":2,"heading":2,"link_density":0.5}],"metadata":)"
      R"({"title":"T","authors":["A"]},"blocks":[{"start":1,"end":4,"kind":"body"}],"dictionary":[{"name":"Ann",)"
      R"("type":"ORG","aliases":["B"],"not":true}],"pins":[{"op":[1,-2.5e3,null]}]})";
  REQUIRE(read_request(request));
  Random random(5);
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string json = request;
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
      const std::size_t at = random.below(json.size());
      switch (random.below(4)) {
        case 0:
          json[at] = static_cast<char>(random.below(256));
          break;
        case 1:
          json.erase(at, 1 + random.below(4));
          break;
        case 2:
          json.insert(at, json.substr(random.below(json.size()), random.below(12)));
          break;
        default:
          json[at] = "{}[]\",:\\0-9u"[random.below(12)];
      }
    }
    const Result<Request> result = read_request(json);
    if (result) continue;
    ++refused;
    const std::string& sentence = result.error().message;
    CAPTURE(json);
    CHECK(sentence.ends_with('.'));
    CHECK(sentence.find('\n') == std::string::npos);
  }
  CHECK(refused > 10'000);
}

#include "pin_logs.h"

#include <algorithm>

#include "rapidjson.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace pressmark::test {

namespace {

std::string quoted(std::string_view text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

std::uint32_t border(std::string_view text, std::size_t at) {
  while (at < text.size() && is_continuation(text[at])) ++at;
  return static_cast<std::uint32_t>(at);
}

std::string_view before(std::string_view text, std::uint32_t at) {
  std::uint32_t start = at;
  for (int i = 0; i < 32 && start > 0; ++i) start -= decode_before(text, start).length;
  return text.substr(start, at - start);
}

std::string_view after(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  for (int i = 0; i < 32 && end < text.size(); ++i) end += decode(text, end).length;
  return text.substr(at, end - at);
}

Span wild_span(const Article& a, Random& random) {
  const auto size = static_cast<std::uint32_t>(a.text.size());
  switch (random.below(6)) {
    case 0:
    case 1:
      if (a.entities.empty()) break;
      {
        const Entity& entity = a.entities[random.below(a.entities.size())];
        return entity.mentions[random.below(entity.mentions.size())].span;
      }
    case 2:
      if (a.quotations.empty()) break;
      {
        const Quotation& quotation = a.quotations[random.below(a.quotations.size())];
        if (quotation.speaker && random.below(3) == 0 && !quotation.speaker->span.empty())
          return quotation.speaker->span;
        return {quotation.content.front().start, quotation.content.back().end};
      }
    case 3:
      if (a.references.empty() || random.below(2) == 0) break;
      return a.references[random.below(a.references.size())].mention.span;
    case 4:
      if (a.times.empty() || random.below(2) == 0) break;
      return a.times[random.below(a.times.size())].span;
    default:
      break;
  }
  if (a.tokens.empty()) return {0, size};
  const std::size_t first = random.below(a.tokens.size());
  const std::size_t last = std::min(a.tokens.size() - 1, first + random.below(random.below(4) == 0 ? 40 : 3));
  Span span{a.tokens[first].span.start, a.tokens[last].span.end};
  if (random.below(6) == 0) span.start = border(a.text, span.start + random.below(3));  // within a word
  if (random.below(6) == 0) span.end = border(a.text, std::min<std::size_t>(size, span.end + random.below(3)));
  return span.start < span.end ? span : a.tokens[first].span;
}

std::string wild_place(const Article& article, Random& random) {
  if (random.below(40) == 0) return R"({"start":3,"end":9,"quote":"no such words"})";
  if (random.below(60) == 0) return R"({"start":-1})";
  return place_of(article, wild_span(article, random));
}

}  // namespace

std::string place_of(const Article& article, Span span) {
  const OffsetMap map(article.text, article.offsets);
  std::string json = "{\"start\":";
  json.append(std::to_string(map.from_byte(span.start))).append(",\"end\":");
  json.append(std::to_string(map.from_byte(span.end))).append(",\"quote\":").append(quoted(article.text_of(span)));
  json.append(",\"before\":").append(quoted(before(article.text, span.start)));
  json.append(",\"after\":").append(quoted(after(article.text, span.end))).append("}");
  return json;
}

std::string wild_pin(const Article& article, std::string_view id, Random& random, bool blocks) {
  constexpr std::string_view kOps[] = {"name",  "no_name", "type",      "rename",  "same",
                                       "other", "role",    "quotation", "speaker", "no_quotation",
                                       "time",  "place",   "metadata",  "block",   "frobnicate"};
  constexpr std::string_view kTypes[] = {"PERSON", "ORG", "LOC", "FAC", "NORP", "MISC", "PRODUCT", "MONEY", "TOWN"};
  constexpr std::string_view kValues[] = {"2025-03-11", "P2D", "2025-03-11T09:00", "XXXX-WXX-2", "soon"};
  constexpr std::string_view kFields[] = {"title", "authors", "published", "dateline", "colour"};
  constexpr std::string_view kKinds[] = {"chrome", "body", "title", "caption"};
  const std::string_view op = kOps[random.below(blocks ? 15 : 13)];
  const auto pick = [&](const auto& list) { return std::string(list[random.below(std::size(list))]); };
  std::string json = "{\"op\":";
  json.append(quoted(op)).append(",\"id\":").append(quoted(id)).append(",\"at\":").append(wild_place(article, random));
  const auto add = [&](std::string_view name, const std::string& value) {
    json.append(",").append(quoted(name)).append(":").append(value);
  };
  const bool is_as = op == "same" || ((op == "name" || op == "other" || op == "speaker") && random.below(2) == 0);
  if (is_as) add("as", wild_place(article, random));
  if (random.below(3) == 0) add("all", "true");
  if (op == "name" || op == "type") add("type", quoted(pick(kTypes)));
  if (op == "rename" || (op == "name" && random.below(5) == 0)) add("name", quoted("Né 😀 Known"));
  if (op == "role") add("role", random.below(3) == 0 ? "null" : wild_place(article, random));
  if (op == "speaker" && random.below(4) > 0) add("speaker", wild_place(article, random));
  if (op == "speaker" && random.below(5) == 0) add("unnamed", "true");
  if (op == "quotation" && random.below(4) == 0) add("kind", quoted("indirect"));
  if (op == "quotation" && random.below(4) == 0) add("act", quoted("sang"));
  if (op == "time") add("value", random.below(3) == 0 ? "null" : quoted(pick(kValues)));
  if (op == "place") add("geo", random.below(3) == 0 ? "null" : R"({"lat":51.5,"lon":-0.1,"country":"GB"})");
  if (op == "block") add("kind", quoted(pick(kKinds)));
  if (op == "metadata") {
    add("field", quoted(pick(kFields)));
    add("value", random.below(3) == 0 ? "null" : random.below(2) == 0 ? R"("2024-02-29")" : R"(["A","B"])");
  }
  return json + "}";
}

std::vector<std::string> wild_log(const Article& article, std::size_t length, Random& random, bool blocks) {
  std::vector<std::string> log;
  for (std::size_t i = 0; i < length; ++i) {
    if (i > 0 && random.below(6) == 0) {
      log.push_back(R"({"op":"undo","id":")" + std::to_string(i) + R"(","of":")" + std::to_string(random.below(i)) +
                    "\"}");
    } else {
      log.push_back(wild_pin(article, std::to_string(i), random, blocks));
    }
  }
  return log;
}

}  // namespace pressmark::test

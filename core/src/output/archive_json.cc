// Requests, and the articles of an archive as what is left of requests without their texts.
#include <string>
#include <string_view>
#include <vector>

#include "output/json_writer.h"
#include "pressmark/output.h"
#include "text/offset_map.h"

namespace pressmark {

namespace {

void write_metadata(Json& json, const PageMetadata& page) {
  const auto one = [&json](std::string_view name, const std::string& value) {
    if (!value.empty()) json.key(name).text(value);
  };
  json.object([&] {
    one("title", page.title);
    if (!page.authors.empty()) {
      json.key("authors");
      json.array(page.authors, [&json](const std::string& author) { json.text(author); });
    }
    one("site", page.site);
    one("published", page.published);
    one("updated", page.updated);
    one("section", page.section);
    one("url", page.url);
  });
}

// Offsets from the code point at byte `start` on.
void write_blocks(Json& json, const std::vector<BlockOverride>& blocks, const OffsetMap& map, std::uint32_t start) {
  const std::uint32_t zero = map.from_byte(start);
  json.array(blocks, [&](const BlockOverride& block) {
    json.object([&] {
      json.key("start").number(map.from_byte(block.span.start) - zero);
      json.key("end").number(map.from_byte(block.span.end) - zero);
      json.key("kind").text(to_string(block.kind));
    });
  });
}

}  // namespace

std::string to_json(const Request& request) {
  const OffsetMap map(request.text, request.offsets);
  Json json;
  json.object([&] {
    json.key("schema").text("pressmark.request/1");
    if (!request.id.empty()) json.key("id").text(request.id);
    json.key("text").text(request.text);
    json.key("offsets").text(to_string(request.offsets));
    json.key("metadata");
    write_metadata(json, request.metadata);
    json.key("blocks");
    write_blocks(json, request.blocks, map, 0);
  });
  return json.take();
}

std::string to_json(const std::vector<ArchivedArticle>& articles, std::string_view text, Offsets offsets) {
  const OffsetMap map(text, offsets);
  Json json;
  json.array(articles, [&](const ArchivedArticle& article) {
    json.object([&] {
      json.key("start").number(map.from_byte(article.span.start));
      json.key("end").number(map.from_byte(article.span.end));
      json.key("metadata");
      write_metadata(json, article.metadata);
      json.key("blocks");
      write_blocks(json, article.blocks, map, article.span.start);
    });
  });
  return json.take();
}

}  // namespace pressmark

// The request reader: the JSON of `pressmark.request/1` (core/schema/) becomes a Request, or a sentence that says why
// not.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "input/fields.h"
#include "input/repair.h"
#include "pressmark/analyzer.h"
#include "pressmark/pins.h"
#include "rapidjson.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr std::string_view kSchema = "pressmark.request/1";
constexpr std::string_view kSessionSchema = "pressmark.session/1";  // may stand in a session's file instead

// Every character of the longest text may be an escape of six bytes, and other fields stand beside it.
constexpr std::size_t kMaxJsonBytes = 8 * Analyzer::kMaxTextBytes;

// What lies deeper is no field of a request; without a bound the writing of pins would recurse on input.
constexpr int kMaxDepth = 100;

// How deep the arrays and objects of valid JSON lie within each other.
int depth_of(std::string_view json) {
  int depth = 0;
  int deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string) {
      if (c == '\\') ++at;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return deepest;
}

Error not_json(std::string_view source, std::string_view why, std::size_t at) {
  std::size_t character = 1;
  for (std::size_t i = 0; i < at && i < source.size(); ++i) character += is_continuation(source[i]) ? 0 : 1;
  if (why.ends_with('.')) why.remove_suffix(1);
  return {ErrorCode::bad_json,
          "The request is not JSON: " + std::string(why) + " (at character " + std::to_string(character) + ").", 0};
}

std::string_view unit_of(Offsets offsets) {
  if (offsets == Offsets::utf8) return "bytes";
  return offsets == Offsets::utf16 ? "UTF-16 units" : "code points";
}

void read_schema(Fields& fields, bool session) {
  const std::string schema = fields.text("schema", std::string(kSchema));
  const std::string_view view = schema;
  if (!view.starts_with(kSchema) && !(session && view.starts_with(kSessionSchema))) {
    fields.complain("schema", "is " + Fields::quote(schema) + ", but must start with " +
                                  Fields::quote(session ? kSessionSchema : kSchema));
  }
}

void read_hints(Fields& fields, const OffsetMap& map, Request& request) {
  for (Fields& row : fields.objects("hints")) {
    Hint& hint = request.hints.emplace_back();
    hint.span = row.span(map, unit_of(request.offsets));
    hint.heading = static_cast<std::uint8_t>(row.whole("heading", 1, 6, 0));
    hint.list = row.flag("list");
    hint.quote = row.flag("quote");
    hint.caption = row.flag("caption");
    hint.author = row.flag("author");
    hint.date = row.flag("date");
    hint.content = row.flag("content");
    hint.link_density = row.share("link_density");
  }
}

void read_metadata(Fields& fields, PageMetadata& page) {
  std::optional<Fields> row = fields.object("metadata");
  if (!row) return;
  page.title = row->text("title");
  page.authors = row->texts("authors");
  page.site = row->text("site");
  page.published = row->text("published");
  page.updated = row->text("updated");
  page.section = row->text("section");
  page.url = row->text("url");
}

void read_blocks(Fields& fields, const OffsetMap& map, Request& request) {
  for (Fields& row : fields.objects("blocks")) {
    BlockOverride& block = request.blocks.emplace_back();
    block.span = row.span(map, unit_of(request.offsets));
    row.require("kind");
    block.kind = row.choice("kind", block_kind_from, BlockKind::chrome, BlockKind::body);
  }
}

void read_dictionary(Fields& fields, Request& request) {
  for (Fields& row : fields.objects("dictionary")) {
    DictionaryEntry& entry = request.dictionary.emplace_back();
    row.require("name");
    entry.name = row.text("name");
    if (row.has("name") && entry.name.empty()) row.complain("name", "is empty, but must be a name");
    row.require("type");
    entry.type = row.choice("type", entity_type_from, EntityType::money, EntityType::person);
    entry.aliases = row.texts("aliases");
    entry.is_not = row.flag("not");
  }
}

std::optional<Error> parse(const std::string& source, rapidjson::Document& document) {
  // RapidJSON takes a zero byte for the end of its input.
  if (const std::size_t zero = source.find('\0'); zero != std::string::npos) {
    return not_json(source, "A zero byte; in strings it is written \\u0000.", zero);
  }
  document.Parse<rapidjson::kParseIterativeFlag>(source.data(), source.size());
  if (!document.HasParseError()) return std::nullopt;
  return not_json(source, rapidjson::GetParseError_En(document.GetParseError()), document.GetErrorOffset());
}

Error too_deep(std::string_view what) {
  std::string message = "The ";
  message.append(what).append(" is nested deeper than ").append(std::to_string(kMaxDepth)).append(" levels.");
  return {ErrorCode::bad_request, std::move(message), 0};
}

// Where the text of a request comes from: out of it, from beside it only, or from beside it though it has one, too.
enum class TextFrom : std::uint8_t { within, beside, beside_anyway };

Result<Request> read(std::string_view json, TextFrom from, std::string_view text, std::string* id, Request defaults) {
  if (json.size() > kMaxJsonBytes || text.size() > Analyzer::kMaxTextBytes) {
    return Error{ErrorCode::text_too_long,
                 "The request is longer than 512 MiB, or the text beside it than 64 MiB; "
                 "split it into several documents.",
                 0};
  }
  Repairs repairs;
  const std::string source = repair_json(json, repairs);
  rapidjson::Document document;
  if (std::optional<Error> error = parse(source, document)) return *std::move(error);
  if (!document.IsObject()) {
    return Error{ErrorCode::bad_request,
                 "The request is " + describe(document) + ", but must be an object with a \"text\".", 0};
  }

  std::string problem;
  Fields fields(document, "", problem);
  Request request = std::move(defaults);
  request.id = fields.text("id", std::move(request.id));
  if (id != nullptr) *id = request.id;
  if (depth_of(source) > kMaxDepth) return too_deep("request");
  read_schema(fields, from == TextFrom::beside_anyway);
  if (from == TextFrom::within) {
    fields.require("text");
    request.text = fields.text("text");
  } else {
    if (from == TextFrom::beside && fields.has("text")) {
      fields.complain("text", "is given twice, in the request and beside it");
    }
    request.text = repair_text(text, repairs);
  }
  request.reference_date = fields.date("reference_date", request.reference_date);
  request.clean = fields.flag("clean", request.clean);
  request.offsets = fields.choice("offsets", offsets_from, Offsets::codepoint, request.offsets);
  const OffsetMap map(request.text, request.offsets);
  read_hints(fields, map, request);
  read_metadata(fields, request.metadata);
  read_blocks(fields, map, request);
  read_dictionary(fields, request);
  request.pins = fields.as_json("pins");
  request.warnings = repairs.warnings();
  if (!problem.empty()) return Error{ErrorCode::bad_request, std::move(problem), 0};
  return request;
}

}  // namespace

Result<Request> read_request(std::string_view json, std::optional<std::string_view> text, std::string* id,
                             Request defaults) {
  return read(json, text ? TextFrom::beside : TextFrom::within, text.value_or(""), id, std::move(defaults));
}

Result<Request> read_session(std::string_view json, std::string_view text, Request defaults) {
  return read(json, TextFrom::beside_anyway, text, nullptr, std::move(defaults));
}

Result<std::vector<std::string>> read_pins(std::string_view json) {
  if (json.size() > kMaxJsonBytes) return Error{ErrorCode::text_too_long, "The log is longer than 512 MiB.", 0};
  Repairs repairs;
  const std::string source = repair_json(json, repairs);
  rapidjson::Document document;
  if (std::optional<Error> error = parse(source, document)) return *std::move(error);
  if (!document.IsArray()) {
    return Error{ErrorCode::bad_request, "The log is " + describe(document) + ", but must be an array.", 0};
  }
  if (depth_of(source) > kMaxDepth) return too_deep("log");
  std::vector<std::string> log;
  for (const rapidjson::Value& pin : document.GetArray()) log.push_back(json_of(pin));
  return log;
}

Request make_request(std::string_view bytes) {
  Repairs repairs;
  Request request;
  request.text = repair_text(bytes, repairs);
  request.warnings = repairs.warnings();
  return request;
}

}  // namespace pressmark

#include "pins/pin.h"

#include <algorithm>
#include <array>

#include "input/fields.h"
#include "input/repair.h"
#include "passes/time_values.h"
#include "rapidjson.h"

namespace pressmark {

namespace {

constexpr std::array<std::string_view, 15> kOps = {"name",  "no_name", "type",      "rename",       "same",
                                                   "other", "role",    "quotation", "no_quotation", "speaker",
                                                   "time",  "place",   "block",     "metadata",     "undo"};
constexpr std::array<std::string_view, 12> kFields = {"title",   "subtitle", "kicker",    "authors",
                                                      "agency",  "site",     "section",   "published",
                                                      "updated", "dateline", "copyright", "url"};

class Reader {
 public:
  Reader(Fields fields, const OffsetMap& map, Pin& pin) : in_(std::move(fields)), map_(map), pin_(pin) {}

  void read() {
    in_.require("id");
    pin_.id = in_.text("id");
    in_.require("op");
    pin_.op_name = in_.text("op");
    const auto found = std::find(kOps.begin(), kOps.end(), pin_.op_name);
    if (found == kOps.end()) return in_.complain("op", "is " + Fields::quote(pin_.op_name) + ", which is no operation");
    pin_.op = static_cast<PinOp>(found - kOps.begin());
    if (pin_.op == PinOp::undo) {
      in_.require("of");
      pin_.of = in_.text("of");
      return;
    }
    if (pin_.op != PinOp::metadata) in_.require("at");
    pin_.at = place("at");
    pin_.all = in_.flag("all");
    read_rest();
  }

 private:
  void read_rest() {
    switch (pin_.op) {
      case PinOp::name:
        pin_.as = place("as");
        pin_.name = in_.text("name");
        if (!pin_.as) in_.require("type");
        return read_type();
      case PinOp::type:
        in_.require("type");
        return read_type();
      case PinOp::rename:
        in_.require("name");
        pin_.name = in_.text("name");
        if (in_.has("name") && pin_.name.empty()) in_.complain("name", "is empty, but must be a name");
        return;
      case PinOp::same:
        in_.require("as");
        pin_.as = place("as");
        return;
      case PinOp::other:
        pin_.as = place("as");
        return;
      case PinOp::role:
        pin_.words = place("role");
        return;
      case PinOp::quotation:
        if (in_.has("kind")) {
          pin_.kind = in_.choice("kind", quotation_kind_from, QuotationKind::indirect, QuotationKind::direct);
        }
        pin_.act = in_.text("act");
        return;
      case PinOp::speaker:
        pin_.words = place("speaker");
        pin_.as = place("as");
        pin_.unnamed = in_.flag("unnamed");
        return;
      case PinOp::time:
        return read_time_value();
      case PinOp::place:
        return read_geo();
      case PinOp::block:
        in_.require("kind");
        pin_.block = in_.choice("kind", block_kind_from, BlockKind::chrome, BlockKind::body);
        return;
      case PinOp::metadata:
        return read_field();
      case PinOp::no_name:
      case PinOp::no_quotation:
      case PinOp::undo:
        return;
    }
  }

  void read_type() {
    if (in_.has("type")) pin_.type = in_.choice("type", entity_type_from, EntityType::money, EntityType::person);
  }

  // Of an offset beyond the text, or within a character, the nearest that is one: the text may have been edited.
  std::uint32_t byte_at(std::uint32_t offset) const {
    offset = std::min(offset, map_.length());
    std::optional<std::uint32_t> byte = map_.to_byte(offset);
    while (!byte && offset > 0) byte = map_.to_byte(--offset);
    return byte.value_or(0);
  }

  std::optional<PinPlace> place(std::string_view name) {
    std::optional<Fields> fields = in_.object(name);
    if (!fields) return std::nullopt;
    for (const std::string_view field : {"start", "end", "quote"}) fields->require(field);
    PinPlace place;
    place.quote.start = byte_at(fields->whole("start", 0, 0xFFFFFFFF, 0));
    fields->whole("end", 0, 0xFFFFFFFF, 0);
    place.quote.words = fields->text("quote");
    if (fields->has("quote") && place.quote.words.empty()) fields->complain("quote", "is empty, but must be words");
    place.quote.before = fields->text("before");
    place.quote.after = fields->text("after");
    return place;
  }

  void read_time_value() {
    pin_.value = in_.text("value");
    if (in_.has("type")) pin_.time_type = in_.choice("type", time_type_from, TimeType::set, TimeType::date);
    if (!in_.has("value")) return;
    constexpr std::string_view kSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:./+_";
    if (pin_.value.empty() || pin_.value.find_first_not_of(kSigns) != std::string::npos) {
      in_.complain("value", "is " + Fields::quote(pin_.value) + ", but must be a value of TIMEX3, such as 2025-03-11");
    }
  }

  void read_geo() {
    std::optional<Fields> fields = in_.object("geo");
    if (!fields) return;
    Geo geo;
    fields->require("lat");
    fields->require("lon");
    geo.latitude = fields->thousandths("lat", 90);
    geo.longitude = fields->thousandths("lon", 180);
    geo.geonames_id = fields->whole("geonames_id", 1, 0xFFFFFFFF, 0);
    geo.country = fields->text("country");
    const bool letters = geo.country.size() == 2 && std::all_of(geo.country.begin(), geo.country.end(),
                                                                [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!geo.country.empty() && !letters) {
      fields->complain("country", "is " + Fields::quote(geo.country) + ", but must be two letters of ISO 3166-1");
    }
    geo.kind = fields->choice("kind", place_kind_from, PlaceKind::district, PlaceKind::city);
    geo.score = 1000;
    geo.by_reader = true;
    pin_.geo = geo;
  }

  void read_field() {
    in_.require("field");
    pin_.field = in_.text("field");
    if (in_.has("field") && std::find(kFields.begin(), kFields.end(), pin_.field) == kFields.end()) {
      return in_.complain("field", "is " + Fields::quote(pin_.field) + ", which is no field of the metadata");
    }
    if (!in_.has("value")) return;
    if (pin_.field == "authors" && !in_.is_text("value")) {
      pin_.values = in_.texts("value");
    } else {
      pin_.values = {in_.text("value")};
    }
    for (const std::string& value : pin_.values) {
      if (value.empty()) in_.complain("value", "is empty; where the article has no such field it must be null");
      if (pin_.field != "published" && pin_.field != "updated") continue;
      if (!date_from(std::string_view(value).substr(0, 10))) {
        in_.complain("value", "is " + Fields::quote(value) + ", but must begin with a day as YYYY-MM-DD");
      }
    }
  }

  Fields in_;
  const OffsetMap& map_;
  Pin& pin_;
};

}  // namespace

Pin read_pin(std::string_view json, const OffsetMap& map) {
  Pin pin;
  Repairs repairs;
  const std::string source = repair_json(json, repairs);
  rapidjson::Document document;
  // RapidJSON takes a zero byte for the end of its input.
  if (source.find('\0') == std::string::npos) {
    document.Parse<rapidjson::kParseIterativeFlag>(source.data(), source.size());
  }
  if (document.HasParseError() || !document.IsObject()) {
    pin.problem = "The operation must be a JSON object.";
    return pin;
  }
  Reader(Fields(document, "", pin.problem), map, pin).read();
  return pin;
}

}  // namespace pressmark

// One operation of the log: its JSON read and checked, and its words found in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pins/quote_finder.h"
#include "pressmark/article.h"
#include "text/offset_map.h"

namespace pressmark {

enum class PinOp : std::uint8_t {
  name,
  no_name,
  type,
  rename,
  same,
  other,
  role,
  quotation,
  no_quotation,
  speaker,
  time,
  place,
  block,
  metadata,
  undo,
};

// A place of the text: the words as the operation has them, and where they stand now.
struct PinPlace {
  Quote quote;
  Span span;  // without white space at its ends; empty until it is found
};

struct Pin {
  std::string id;
  std::string op_name;
  std::string problem;  // why it cannot be placed; it is then not applied

  std::optional<PinPlace> at;
  std::optional<PinPlace> as;         // a mention of the entity that is meant
  std::optional<PinPlace> words;      // of a role, or of who speaks
  std::vector<std::uint32_t> starts;  // of a name for all: wherever its words stand

  std::string name;
  std::string act;
  std::string value;  // of a time; empty: it is none
  std::string field;
  std::vector<std::string> values;  // of a field; none: it has none
  std::string of;
  std::optional<Geo> geo;
  std::optional<EntityType> type;
  std::optional<QuotationKind> kind;
  std::optional<TimeType> time_type;
  BlockKind block = BlockKind::body;
  PinOp op = PinOp::undo;
  bool all = false;
  bool unnamed = false;
};

// Reads the JSON of one operation. Whatever it is, a Pin comes out; what is wrong with it is its problem.
Pin read_pin(std::string_view json, const OffsetMap& map);

}  // namespace pressmark

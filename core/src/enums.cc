// The names of the enumerators as JSON writes them: one table an enum, in the order of the enum.
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

namespace {

template <std::size_t n>
using Names = std::array<std::string_view, n>;

constexpr Names<3> kOffsets = {"utf8", "utf16", "codepoint"};
constexpr Names<13> kBlockKinds = {"title",   "subtitle", "kicker",     "byline",  "dateline",  "date",  "body",
                                   "section", "list",     "pull_quote", "caption", "copyright", "chrome"};
constexpr Names<8> kEntityTypes = {"PERSON", "ORG", "LOC", "FAC", "NORP", "MISC", "PRODUCT", "MONEY"};
constexpr Names<3> kMentionKinds = {"name", "nominal", "pronoun"};
constexpr Names<8> kPlaceKinds = {"continent", "region", "country", "capital", "admin1", "admin2", "city", "district"};
constexpr Names<3> kQuotationKinds = {"direct", "mixed", "indirect"};
constexpr Names<5> kSpeakerClasses = {"person", "organization", "unnamed", "collective", "document"};
constexpr Names<4> kTimeTypes = {"DATE", "TIME", "DURATION", "SET"};
constexpr Names<6> kErrorCodes = {"bad_json", "bad_request", "bad_model", "bad_places", "text_too_long", "cancelled"};

template <typename Enum, std::size_t n>
std::string_view name_in(const Names<n>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t n>
std::optional<Enum> value_in(const Names<n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Offsets offsets) { return name_in(kOffsets, offsets); }
std::string_view to_string(BlockKind kind) { return name_in(kBlockKinds, kind); }
std::string_view to_string(EntityType type) { return name_in(kEntityTypes, type); }
std::string_view to_string(MentionKind kind) { return name_in(kMentionKinds, kind); }
std::string_view to_string(PlaceKind kind) { return name_in(kPlaceKinds, kind); }
std::string_view to_string(QuotationKind kind) { return name_in(kQuotationKinds, kind); }
std::string_view to_string(SpeakerClass speaker_class) { return name_in(kSpeakerClasses, speaker_class); }
std::string_view to_string(TimeType type) { return name_in(kTimeTypes, type); }
std::string_view to_string(ErrorCode code) { return name_in(kErrorCodes, code); }

std::optional<Offsets> offsets_from(std::string_view name) { return value_in<Offsets>(kOffsets, name); }
std::optional<BlockKind> block_kind_from(std::string_view name) { return value_in<BlockKind>(kBlockKinds, name); }
std::optional<EntityType> entity_type_from(std::string_view name) { return value_in<EntityType>(kEntityTypes, name); }
std::optional<PlaceKind> place_kind_from(std::string_view name) { return value_in<PlaceKind>(kPlaceKinds, name); }
std::optional<QuotationKind> quotation_kind_from(std::string_view name) {
  return value_in<QuotationKind>(kQuotationKinds, name);
}
std::optional<TimeType> time_type_from(std::string_view name) { return value_in<TimeType>(kTimeTypes, name); }

}  // namespace pressmark

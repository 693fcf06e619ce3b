#include <doctest/doctest.h>

#include "pressmark/article.h"
#include "pressmark/error.h"

using namespace pressmark;

TEST_CASE("The names of kinds and types lead back to them") {
  for (int i = 0; i <= static_cast<int>(BlockKind::chrome); ++i) {
    const auto kind = static_cast<BlockKind>(i);
    CHECK(block_kind_from(to_string(kind)) == kind);
  }
  for (int i = 0; i <= static_cast<int>(EntityType::money); ++i) {
    const auto type = static_cast<EntityType>(i);
    CHECK(entity_type_from(to_string(type)) == type);
  }
  for (const Offsets offsets : {Offsets::utf8, Offsets::utf16, Offsets::codepoint}) {
    CHECK(offsets_from(to_string(offsets)) == offsets);
  }
}

TEST_CASE("Enumerators are named as the schema names them") {
  CHECK(to_string(BlockKind::pull_quote) == "pull_quote");
  CHECK(to_string(BlockKind::chrome) == "chrome");
  CHECK(to_string(EntityType::norp) == "NORP");
  CHECK(to_string(EntityType::money) == "MONEY");
  CHECK(to_string(MentionKind::pronoun) == "pronoun");
  CHECK(to_string(QuotationKind::indirect) == "indirect");
  CHECK(to_string(SpeakerClass::document) == "document");
  CHECK(to_string(TimeType::set) == "SET");
  CHECK(to_string(ErrorCode::cancelled) == "cancelled");
}

TEST_CASE("Another name is none") {
  CHECK_FALSE(block_kind_from("paragraph"));
  CHECK_FALSE(entity_type_from("person"));
  CHECK_FALSE(offsets_from("utf-8"));
  CHECK_FALSE(offsets_from(""));
}

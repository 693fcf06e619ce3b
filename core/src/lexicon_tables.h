// What core/cmake/EmbedTables.cmake generates from core/lexicons/. Only lexicons.cc reads it.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

struct EmbeddedTable {
  std::string_view name;
  std::string_view text;
};

extern const EmbeddedTable kTables[];
extern const std::size_t kTableCount;
extern const std::string_view kTablesHash;

}  // namespace pressmark

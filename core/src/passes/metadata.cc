#include "passes/metadata.h"

namespace pressmark {

Metadata find_metadata(std::string_view, const std::vector<Token>&, const std::vector<Block>&, const PageMetadata&) {
  return {};
}

ReferenceDate find_reference_date(const std::optional<Date>& given, const Metadata&) {
  if (given) return {given, "given"};
  return {};
}

}  // namespace pressmark

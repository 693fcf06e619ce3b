// The verb of times, as places.cc has that of places.
#include "pressmark/times.h"

#include "passes/metadata.h"

namespace pressmark {

void resolve_times(Article& article, std::optional<Date> reference_date) {
  article.reference_date = find_reference_date(reference_date, article.metadata);
}

}  // namespace pressmark

// The verb of times, as places.cc has that of places.
#include "pressmark/times.h"

#include "passes/metadata.h"
#include "passes/time_values.h"

namespace pressmark {

void resolve_times(Article& article, std::optional<Date> reference_date) {
  article.reference_date = find_reference_date(reference_date, article.metadata);
  for (std::size_t row = 0; row < article.times.size(); ++row) {
    if (!article.times[row].by_reader) set_time_value(article.times, row, article.reference_date.value);
  }
}

}  // namespace pressmark

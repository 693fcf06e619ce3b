// The verb of places, as analyzer.cc has those of the analysis.
#include "passes/places.h"

#include <utility>

#include "lexicons.h"
#include "model/place_table.h"
#include "pressmark/analyzer.h"

namespace pressmark {

struct Places::Resources {
  PlaceTable table;
  WordMap words;
};

Places::Places(std::unique_ptr<const Resources> resources) : resources_(std::move(resources)) {}
Places::Places(Places&&) noexcept = default;
Places& Places::operator=(Places&&) noexcept = default;
Places::~Places() = default;

Result<Places> Places::load(std::span<const std::byte> file) {
  Result<PlaceTable> table = PlaceTable::read(file);
  if (!table) return table.error();
  auto resources = std::make_unique<Resources>();
  resources->table = *std::move(table);
  resources->words = WordMap("place_words");
  return Places(std::move(resources));
}

void resolve_places(Article& article, const Places& places) {
  article.geo =
      find_places(article.text, article.tokens, article.entities, places.resources_->table, places.resources_->words);
  for (std::size_t i = 0; i < article.entities.size(); ++i) {
    if (article.entities[i].geo_told) article.geo[i] = article.entities[i].told_geo;
  }
}

}  // namespace pressmark

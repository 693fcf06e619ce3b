// What JavaScript sees of the core: six functions on bytes. They only marshal. Strings go in as Uint8Array, which
// Embind copies verbatim into std::string (a JavaScript string with a lone surrogate it would corrupt); what comes out
// is JSON.
#include <emscripten/bind.h>

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "pressmark/analyzer.h"
#include "pressmark/archive.h"
#include "pressmark/output.h"
#include "pressmark/times.h"

namespace {

std::optional<pressmark::Analyzer> analyzer;
std::optional<pressmark::Places> places;
std::optional<pressmark::Article> last_article;

std::string load(const std::string& model) {
  auto loaded = pressmark::Analyzer::load(std::as_bytes(std::span(model)));
  if (!loaded) return pressmark::to_json(loaded.error(), "");
  analyzer.emplace(*std::move(loaded));
  return {};
}

std::string load_places(const std::string& file) {
  auto loaded = pressmark::Places::load(std::as_bytes(std::span(file)));
  if (!loaded) return pressmark::to_json(loaded.error(), "");
  places.emplace(*std::move(loaded));
  return {};
}

std::string analyze(const std::string& json) {
  last_article.reset();
  std::string id;
  auto request = pressmark::read_request(json, std::nullopt, &id);
  if (!request) return pressmark::to_json(request.error(), id);
  auto article = analyzer->analyze(*std::move(request));
  if (!article) return pressmark::to_json(article.error(), id);
  last_article.emplace(*std::move(article));
  if (places) pressmark::resolve_places(*last_article, *places);
  return pressmark::to_json(*last_article);
}

std::string resolve_places() {
  if (!places || !last_article) return {};
  pressmark::resolve_places(*last_article, *places);
  return pressmark::to_json(*last_article);
}

std::string resolve_times(const std::string& id, const std::string& date) {
  if (!last_article || last_article->id != id) return {};
  pressmark::resolve_times(*last_article, pressmark::date_from(date));
  return pressmark::to_json(*last_article);
}

std::string split(const std::string& bytes) {
  const std::string text = pressmark::make_request(bytes).text;
  return pressmark::to_json(pressmark::split_articles(text), text, pressmark::Offsets::utf16);
}

}  // namespace

EMSCRIPTEN_BINDINGS(pressmark) {
  emscripten::function("load", &load);
  emscripten::function("analyze", &analyze);
  emscripten::function("load_places", &load_places);
  emscripten::function("resolve_places", &resolve_places);
  emscripten::function("resolve_times", &resolve_times);
  emscripten::function("split", &split);
}

// What JavaScript sees of the core: two functions on bytes. They only marshal. Strings go in as Uint8Array, which
// Embind copies verbatim into std::string (a JavaScript string with a lone surrogate it would corrupt); what comes out
// is JSON.
#include <emscripten/bind.h>

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "pressmark/analyzer.h"
#include "pressmark/output.h"

namespace {

std::optional<pressmark::Analyzer> analyzer;

std::string load(const std::string& model) {
  auto loaded = pressmark::Analyzer::load(std::as_bytes(std::span(model)));
  if (!loaded) return pressmark::to_json(loaded.error(), "");
  analyzer.emplace(*std::move(loaded));
  return {};
}

std::string analyze(const std::string& json) {
  std::string id;
  auto request = pressmark::read_request(json, std::nullopt, &id);
  if (!request) return pressmark::to_json(request.error(), id);
  auto article = analyzer->analyze(*std::move(request));
  if (!article) return pressmark::to_json(article.error(), id);
  return pressmark::to_json(*article);
}

}  // namespace

EMSCRIPTEN_BINDINGS(pressmark) {
  emscripten::function("load", &load);
  emscripten::function("analyze", &analyze);
}

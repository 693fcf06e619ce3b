// What JavaScript sees of the core: seven functions on bytes. They only marshal. Strings go in as Uint8Array, which
// Embind copies verbatim into std::string (a JavaScript string with a lone surrogate it would corrupt); what comes out
// is JSON.
#include <emscripten/bind.h>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pressmark/analyzer.h"
#include "pressmark/archive.h"
#include "pressmark/output.h"
#include "pressmark/pins.h"
#include "pressmark/times.h"

namespace {

std::optional<pressmark::Analyzer> analyzer;
std::optional<pressmark::Places> places;
std::optional<pressmark::Article> last_article;  // as the machine has it, and what the reader corrects in it:
std::vector<std::string> last_log;

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

// Empty where the log wants another analysis.
std::string corrected() {
  auto article = pressmark::apply_pins(*last_article, last_log);
  if (!article) return {};
  if (places) pressmark::resolve_places(*article, *places);
  return pressmark::to_json(*article);
}

std::string analyze(const std::string& json) {
  last_article.reset();
  std::string id;
  auto request = pressmark::read_request(json, std::nullopt, &id);
  if (!request) return pressmark::to_json(request.error(), id);
  last_log = request->pins;
  auto article = analyzer->analyze_before_pins(*std::move(request));
  if (!article) return pressmark::to_json(article.error(), id);
  last_article.emplace(*std::move(article));
  return corrected();
}

std::string resolve_places() {
  if (!places || !last_article) return {};
  return corrected();
}

std::string resolve_times(const std::string& id, const std::string& date) {
  if (!last_article || last_article->id != id) return {};
  pressmark::resolve_times(*last_article, pressmark::date_from(date));
  return corrected();
}

std::string apply_pins(const std::string& id, const std::string& json) {
  auto log = pressmark::read_pins(json);
  if (!log || !last_article || last_article->id != id) return {};
  std::swap(last_log, *log);
  std::string shown = corrected();
  if (shown.empty()) std::swap(last_log, *log);
  return shown;
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
  emscripten::function("apply_pins", &apply_pins);
  emscripten::function("split", &split);
}

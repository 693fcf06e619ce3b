// The verbs. A program needs four lines:
//
//     auto analyzer = pressmark::Analyzer::load(model_bytes);           // core/model/en.pmk, once
//     auto request = pressmark::read_request(R"({"text": "..."})");
//     auto article = analyzer->analyze(*std::move(request));
//     std::string json = pressmark::to_json(*article);                  // output.h
//
// and two more to put its places on the map, which may come later:
//
//     auto places = pressmark::Places::load(places_bytes);              // core/model/places.pmp, once
//     pressmark::resolve_places(*article, *places);
//
// An Analyzer is a value without hidden state: analyze() is const and gives the same Article for the same Request, on
// every machine. The core reads no file and no clock; the model's bytes and the reference date are arguments.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

std::string_view version();

// Reads a `pressmark.request/1` (core/schema/). Unknown fields are passed over. `text`, where given, is the text that
// travels beside the object as bytes; the object then has no "text". Bytes that are not UTF-8 and unpaired surrogate
// escapes become U+FFFD, which the Request's warnings count. On failure `id` (if asked for) still holds the
// request's id where it could be read, so that an error can be sent back in its place. What the object is silent about
// stays as it is in `defaults`.
Result<Request> read_request(std::string_view json, std::optional<std::string_view> text = std::nullopt,
                             std::string* id = nullptr, Request defaults = {});

// A Request for `text`, and for all else what a session says: a request that may have another, older text of its own,
// which is passed over. Its corrections (pins.h) find their words again.
Result<Request> read_session(std::string_view json, std::string_view text, Request defaults = {});

// A Request for bytes of unknown quality, all else at its default: what is not UTF-8 becomes U+FFFD, with a warning.
Request make_request(std::string_view bytes);

struct Progress {
  std::string_view pass;  // the name of the pass that is done
  std::uint32_t done = 0;
  std::uint32_t total = 0;
};

class Analyzer {
 public:
  static constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;

  // Reads the model (src/model/format.h). The bytes are copied; they need not outlive the call.
  static Result<Analyzer> load(std::span<const std::byte> model);

  // Runs every pass and applies the reader's corrections (pins.h). `keep_going`, where given, is called after each of
  // them and stops the analysis by false; the result is then ErrorCode::cancelled.
  Result<Article> analyze(Request request, const std::function<bool(const Progress&)>& keep_going = {}) const;

  // As analyze, but of the corrections only what they say of blocks is heeded. apply_pins (pins.h) does the rest, as
  // often as the log grows.
  Result<Article> analyze_before_pins(Request request,
                                      const std::function<bool(const Progress&)>& keep_going = {}) const;

  const Engine& engine() const;

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

 private:
  struct Resources;  // model and lexicons, read once
  explicit Analyzer(std::unique_ptr<const Resources> resources);
  std::unique_ptr<const Resources> resources_;
};

// The places of the world by their names.
class Places {
 public:
  // Reads the file of places (src/model/place_table.h). The bytes are copied; they need not outlive the call.
  static Result<Places> load(std::span<const std::byte> file);

  Places(Places&&) noexcept;
  Places& operator=(Places&&) noexcept;
  ~Places();

 private:
  friend void resolve_places(Article& article, const Places& places);
  struct Resources;
  explicit Places(std::unique_ptr<const Resources> resources);
  std::unique_ptr<const Resources> resources_;
};

// Fills in article.geo: which place of the map each entity of type LOC is (and FAC, where its name is a place's), or in
// which a public body or a building (ORG, FAC) is that is named after it, as far as the article tells. Where two places
// may as well be meant there is none, for a wrong one is worse.
void resolve_places(Article& article, const Places& places);

}  // namespace pressmark

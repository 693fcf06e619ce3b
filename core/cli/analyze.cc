#include "analyze.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "data_files.h"
#include "pressmark/analyzer.h"
#include "pressmark/output.h"
#include "streams.h"

namespace pressmark::cli {

namespace {

constexpr std::size_t kMaxSessionBytes = std::size_t{512} << 20;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

class Run {
 public:
  Run(const AnalyzeOptions& options, const Analyzer& analyzer, const std::optional<Places>& places)
      : options_(options), analyzer_(analyzer), places_(places) {}

  bool all() {
    for (const std::string& name : options_.files) {
      Input input(name);
      if (input.problem().empty()) options_.jsonl ? lines(input, name) : article(input, name);
      if (!input.problem().empty()) fail(input.problem());
      if (closed_) break;
    }
    return well_ && !output_.failed();
  }

 private:
  // The whole input is one article.
  void article(Input& input, const std::string& name) {
    const std::string bytes = input.read(Analyzer::kMaxTextBytes + 1);
    if (!input.problem().empty()) return;
    Request request = make_request(bytes);
    if (name != "-") request.id = name;
    request.clean = options_.defaults.clean;
    request.offsets = options_.defaults.offsets;
    request.reference_date = options_.defaults.reference_date;
    const std::string id = request.id;
    const Result<Article> article = options_.session.empty() ? analyze(std::move(request)) : corrected(request);
    if (article) {
      write(to_json(*article));
    } else {
      fail(name == "-" ? article.error().message : fmt::format("{}: {}", name, article.error().message));
      write(to_json(article.error(), id));
    }
  }

  // With the corrections of the session.
  Result<Article> corrected(const Request& plain) const {
    Input session(options_.session);
    const std::string json = session.read(kMaxSessionBytes);
    if (!session.problem().empty()) return Error{ErrorCode::bad_request, session.problem()};
    Result<Request> request = read_session(json, plain.text, plain);
    if (!request) {
      Error error = request.error();
      error.message = fmt::format("{}: {}", options_.session, error.message);
      return error;
    }
    request->id = plain.id;
    request->warnings.insert(request->warnings.begin(), plain.warnings.begin(), plain.warnings.end());
    return analyze(*std::move(request));
  }

  // Every line is a request.
  void lines(Input& input, const std::string& name) {
    std::string line;
    for (std::uint32_t number = 1; !closed_ && input.next_line(line); ++number) {
      if (is_blank(line)) continue;
      std::string id;
      Result<Request> request = read_request(line, std::nullopt, &id, options_.defaults);
      const Result<Article> article = request ? analyze(*std::move(request)) : request.error();
      if (article) {
        write(to_json(*article));
        continue;
      }
      Error error = article.error();
      error.line = number;
      const std::string place = name == "-" ? "" : name + ", ";
      fail(fmt::format("{}line {}: {}", place, number, error.message));
      write(to_json(error, id));
    }
  }

  Result<Article> analyze(Request request) const {
    Result<Article> article = analyzer_.analyze(std::move(request));
    if (article && places_) resolve_places(*article, *places_);
    return article;
  }

  void write(std::string_view line) { closed_ = !output_.write_line(line); }

  void fail(std::string_view message) {
    well_ = false;
    complain(message);
  }

  const AnalyzeOptions& options_;
  const Analyzer& analyzer_;
  const std::optional<Places>& places_;
  Output output_;
  bool well_ = true;
  bool closed_ = false;  // nothing more can be written
};

}  // namespace

bool analyze(const AnalyzeOptions& options) {
  const Result<Analyzer> analyzer = load_analyzer(options.model);
  if (!analyzer) {
    complain(analyzer.error().message);
    return false;
  }
  Result<std::optional<Places>> places = std::optional<Places>();
  if (!options.no_places) places = load_places(options.places, options.model);
  if (!places) {
    complain(places.error().message);
    return false;
  }
  return Run(options, *analyzer, *places).all();
}

}  // namespace pressmark::cli

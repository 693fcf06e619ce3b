// The pipeline: one line a pass, in order. This is the table of contents of the core.
#include "pressmark/analyzer.h"

#include <utility>

#include "lexicons.h"
#include "model/model.h"
#include "model/samples.h"
#include "passes/blocks.h"
#include "passes/entities.h"
#include "passes/features.h"
#include "passes/figures.h"
#include "passes/known_names.h"
#include "passes/language.h"
#include "passes/marks.h"
#include "passes/mend_names.h"
#include "passes/metadata.h"
#include "passes/names.h"
#include "passes/pieces.h"
#include "passes/quotations.h"
#include "passes/references.h"
#include "passes/repeated_quotations.h"
#include "passes/sentences.h"
#include "passes/settle_names.h"
#include "passes/shown_pronouns.h"
#include "passes/speakers.h"
#include "passes/sums.h"
#include "passes/tags.h"
#include "passes/times.h"
#include "passes/tokens.h"
#include "pins/pin_log.h"
#include "pressmark/pins.h"

namespace pressmark {

struct Analyzer::Resources {
  Model model;
  Lexicons lexicons;
  Engine engine;
};

std::string_view version() { return PRESSMARK_VERSION; }

Analyzer::Analyzer(std::unique_ptr<const Resources> resources) : resources_(std::move(resources)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const Engine& Analyzer::engine() const { return resources_->engine; }

Result<Analyzer> Analyzer::load(std::span<const std::byte> bytes) {
  Result<Model> model = Model::read(bytes);
  if (!model) return model.error();
  auto resources = std::make_unique<Resources>();
  resources->model = *std::move(model);
  resources->lexicons = Lexicons::load();
  if (const auto error = check_samples(resources->model, resources->lexicons)) return *error;
  resources->engine = {std::string(version()), resources->model.hash(), lexicons_hash()};
  return Analyzer(std::move(resources));
}

Result<Article> Analyzer::analyze(Request request, const std::function<bool(const Progress&)>& keep_going) const {
  const std::vector<std::string> log = request.pins;
  Result<Article> machine = analyze_before_pins(std::move(request), keep_going);
  if (!machine || log.empty()) return machine;
  return *apply_pins(*machine, log);
}

Result<Article> Analyzer::analyze_before_pins(Request request,
                                              const std::function<bool(const Progress&)>& keep_going) const {
  if (request.text.size() > kMaxTextBytes) {
    return Error{ErrorCode::text_too_long, "The text is longer than 64 MiB; split it into several documents."};
  }
  const Model& model = resources_->model;
  const Lexicons& lexicons = resources_->lexicons;
  Article article;
  article.told_blocks = told_blocks(read_log(request.text, request.offsets, request.pins));
  request.blocks.insert(request.blocks.end(), article.told_blocks.begin(), article.told_blocks.end());
  article.id = std::move(request.id);
  article.text = std::move(request.text);
  article.offsets = request.offsets;
  article.engine = resources_->engine;
  article.warnings = std::move(request.warnings);
  const std::string_view text = article.text;
  Article& a = article;
  Pieces pieces;
  Features features;
  Tags tags;
  std::vector<TokenRange> sums;
  std::vector<Name> settled;

  struct Pass {
    std::string_view name;
    std::function<void()> run;
  };
  const Pass passes[] = {
      {"tokens", [&] { a.tokens = tokenize(text, lexicons); }},
      {"blocks", [&] { a.blocks = find_blocks(text, a.tokens, request, model.blocks(), model.gazetteer(), lexicons); }},
      {"language", [&] { a.language = find_language(text, a.tokens, a.blocks, lexicons); }},
      {"sentences", [&] { a.sentences = split_sentences(text, a.tokens, a.blocks, lexicons); }},
      {"marks", [&] { a.marks = pair_marks(text, a.tokens, a.blocks); }},
      {"pieces", [&] { pieces = cut_pieces(text, a.tokens, a.sentences); }},
      {"features", [&] { features = find_features(text, a.tokens, a.marks, pieces, model.knowledge(lexicons)); }},
      {"tags", [&] { tags = tag(a.tokens.size(), pieces, features, model.weights()); }},
      {"sums", [&] { sums = find_sums(text, a.tokens, a.sentences, lexicons); }},
      {"settled names",
       [&] {
         const TokenView view(text, a.tokens);
         settled = mend_names(view, a.sentences, settle_names(text, tags.names, lexicons), model.gazetteer());
         settled = add_known_names(view, a.sentences, settled, model.gazetteer(), lexicons);
       }},
      {"names", [&] { a.names = find_names(text, a.tokens, a.sentences, settled, sums, request.dictionary); }},
      {"entities",
       [&] {
         a.entities = link_names(text, a.tokens, a.sentences, a.marks, a.names, request.dictionary, model, lexicons);
       }},
      {"quotations",
       [&] {
         a.quotations =
             find_quotations({text, a.tokens, a.blocks, a.sentences, a.marks, a.names, tags.parts, lexicons});
         mark_repeated_quotations(text, a.tokens, a.blocks, a.quotations);
       }},
      {"references",
       [&] {
         a.references = resolve_references(
             {text, a.tokens, a.blocks, a.sentences, a.entities, a.quotations, tags.functions, model, lexicons});
       }},
      {"pronouns", [&] { a.pronouns = find_shown_pronouns(text, a.entities, a.references); }},
      {"speakers", [&] { a.speakers = find_speakers(text, a.tokens, a.quotations, a.entities, a.references); }},
      {"metadata",
       [&] { a.metadata = find_metadata(text, a.tokens, a.blocks, request.metadata, lexicons, model.gazetteer()); }},
      {"reference date", [&] { a.reference_date = find_reference_date(request.reference_date, a.metadata); }},
      {"times", [&] { a.times = find_times(text, a.tokens, a.sentences, a.names, a.reference_date.value, lexicons); }},
      {"figures", [&] { a.figures = find_figures(text, a.tokens, a.sentences, sums, a.times, lexicons); }},
  };
  Progress progress{{}, 0, static_cast<std::uint32_t>(std::size(passes))};
  for (const Pass& pass : passes) {
    pass.run();
    progress.pass = pass.name;
    ++progress.done;
    if (keep_going && !keep_going(progress)) return Error{ErrorCode::cancelled, "The analysis was stopped."};
  }
  return article;
}

}  // namespace pressmark

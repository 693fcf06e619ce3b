// What each pronoun of a text may mean, as the core sees it, for training: antecedents.py runs it.
//
//     pressmark_antecedents MODEL < documents.jsonl > choices.jsonl
//     pressmark_antecedents --bits    prints how many bits there are
//
// Takes a request a line and gives a line for each: {"id", "entities":
// [[[start, end], ...], ...], "pronouns": [{"at": [start, end], "chosen", "choices": [[referent, gender, start, end,
// [bits]], ...], "blind": likewise}, ...]}. Offsets are code points. A referent is a row of "entities" or, behind them,
// something unnamed; -1 for "none of them". start and end: where it is mentioned last, or next; bits: those that are
// set of passes/antecedent_bits.h; blind: as antecedents.h tells.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "model/model.h"
#include "passes/features.h"
#include "passes/pieces.h"
#include "passes/references.h"
#include "passes/tags.h"
#include "pressmark/analyzer.h"
#include "rapidjson.h"
#include "text/utf8.h"

namespace {

using namespace pressmark;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

// The code points before each byte of a text.
std::vector<std::uint32_t> count_code_points(std::string_view text) {
  std::vector<std::uint32_t> counts(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) counts[i + 1] = counts[i] + (is_continuation(text[i]) ? 0U : 1U);
  // A span ends behind the last byte of a code point, where the count is right; within one it counts the next.
  return counts;
}

class Printer {
 public:
  Printer(const Article& article, const Model& model, const Lexicons& lexicons)
      : article_(article), model_(model), lexicons_(lexicons), points_(count_code_points(article.text)) {}

  void run() {
    json_.StartObject();
    json_.Key("id");
    json_.String(article_.id.c_str());
    json_.Key("entities");
    json_.StartArray();
    for (const Entity& entity : article_.entities) {
      json_.StartArray();
      for (const Mention& mention : entity.mentions) {
        json_.StartArray();
        write(mention.span);
        json_.EndArray();
      }
      json_.EndArray();
    }
    json_.EndArray();
    json_.Key("pronouns");
    json_.StartArray();
    const Pieces pieces = cut_pieces(article_.text, article_.tokens, article_.sentences);
    const Features features =
        find_features(article_.text, article_.tokens, article_.marks, pieces, model_.knowledge(lexicons_));
    const Tags tags = tag(article_.tokens.size(), pieces, features, model_.weights());
    resolve_references({article_.text, article_.tokens, article_.blocks, article_.sentences, article_.entities,
                        article_.quotations, tags.functions, model_, lexicons_},
                       [this](const Resolution& resolution) { add(resolution); });
    json_.EndArray();
    json_.EndObject();
    std::cout << buffer_.GetString() << '\n';
  }

 private:
  void write(Span span) {
    json_.Uint(points_[span.start]);
    json_.Uint(points_[span.end]);
  }

  void add(const Resolution& resolution) {
    json_.StartObject();
    json_.Key("at");
    json_.StartArray();
    write(resolution.pronoun);
    json_.EndArray();
    json_.Key("chosen");
    json_.Uint64(resolution.chosen);
    write_choices("choices", resolution, resolution.choices);
    write_choices("blind", resolution, resolution.blind_choices);
    json_.EndObject();
  }

  void write_choices(const char* name, const Resolution& resolution, const std::vector<Choice>& choices) {
    json_.Key(name);
    json_.StartArray();
    for (const Choice& choice : choices) {
      Span where;
      for (const Site& site : resolution.sites) {
        if (site.referent != choice.referent) continue;
        const bool behind = site.span.start > resolution.pronoun.start;
        if (behind && !where.empty()) break;
        where = site.span;
      }
      json_.StartArray();
      json_.Int(choice.referent == kNone ? -1 : static_cast<int>(choice.referent));
      json_.Int(choice.referent == kNone ? 0 : resolution.referents[choice.referent].gender);
      write(where);
      json_.StartArray();
      for (std::uint32_t bit = 0; bit < kAntecedentBits; ++bit) {
        if (choice.bits.has(bit)) json_.Uint(bit);
      }
      json_.EndArray();
      json_.EndArray();
    }
    json_.EndArray();
  }

  const Article& article_;
  const Model& model_;
  const Lexicons& lexicons_;
  const std::vector<std::uint32_t> points_;
  rapidjson::StringBuffer buffer_;
  Writer json_{buffer_};
};

int fail(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fail("pressmark_antecedents MODEL < documents.jsonl; pressmark_antecedents --bits");
  if (std::string_view(argv[1]) == "--bits") {
    std::cout << kAntecedentBits << '\n';
    return 0;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto model = Model::read(std::as_bytes(std::span(bytes)));
  if (!model) return fail(model.error().message);
  const auto analyzer = Analyzer::load(std::as_bytes(std::span(bytes)));
  if (!analyzer) return fail(analyzer.error().message);
  const Lexicons lexicons = Lexicons::load();
  std::string line;
  while (std::getline(std::cin, line)) {
    auto request = read_request(line);
    if (!request) return fail(request.error().message);
    const auto article = analyzer->analyze(*std::move(request));
    if (!article) return fail(article.error().message);
    Printer(*article, *model, lexicons).run();
  }
  return 0;
}

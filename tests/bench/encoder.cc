// How fast the tagger is, part by part, natively and in WebAssembly (README.md), beside the bare recurrent kernel that
// bounds it. Not part of what ships.
//
//     encoder_bench MODEL TEXT        natively
//     node tests/bench/encoder.mjs build/wasm/tests/bench/encoder_bench.mjs MODEL TEXT
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "kernels/kernels.h"
#include "lexicons.h"
#include "model/crc32.h"
#include "model/format.h"
#include "model/model.h"
#include "model/tagger.h"
#include "passes/blocks.h"
#include "passes/marks.h"
#include "passes/sentences.h"
#include "passes/tokens.h"
#include "pressmark/analyzer.h"
#include "sha256.h"

namespace {

using namespace pressmark;

// The best of several runs, in milliseconds.
template <typename Run>
double time_of(int runs, const Run& run) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count());
  }
  return best;
}

// One layer of 128 a side over 4 sequences of 30 pieces with 160 inputs each: the row of the design notes.
double reference_rate(const Kernels& kernels) {
  constexpr std::size_t kInputs = 160;
  constexpr std::size_t kUnits = 128;
  constexpr std::size_t kSteps = 30;
  constexpr std::size_t kSequences = 4;
  Panels input(kInputs, 4 * kUnits);
  Panels back(kUnits, 4 * kUnits);
  for (std::size_t i = 0; i < 4 * kUnits; ++i) {
    input.set_scale(i, 0.01F);
    back.set_scale(i, 0.01F);
    for (std::size_t k = 0; k < kInputs; ++k) input.set(k, i, static_cast<std::int16_t>((i * 7 + k * 3) % 17 - 8));
    for (std::size_t k = 0; k < kUnits; ++k) back.set(k, i, static_cast<std::int16_t>((i * 5 + k * 11) % 19 - 9));
  }
  const Floats x(kSteps * kSequences * kInputs, 0.5F);
  Floats gates(kSteps * kSequences * 4 * kUnits);
  Floats cells(kSequences * kUnits);
  Floats hidden(kSequences * kUnits);
  const double taken = time_of(200, [&] {
    for (int side = 0; side < 2; ++side) {
      std::fill(gates.begin(), gates.end(), 0.1F);
      std::fill(cells.begin(), cells.end(), 0.0F);
      std::fill(hidden.begin(), hidden.end(), 0.0F);
      kernels.multiply(kSteps * kSequences, x.data(), kInputs, input.view(), gates.data(), 4 * kUnits);
      for (std::size_t t = 0; t < kSteps; ++t) {
        float* now = &gates[t * kSequences * 4 * kUnits];
        kernels.multiply(kSequences, hidden.data(), kUnits, back.view(), now, 4 * kUnits);
        for (std::size_t i = 0; i < kSequences; ++i) {
          kernels.lstm_cell(kUnits, now + i * 4 * kUnits, &cells[i * kUnits], &hidden[i * kUnits]);
        }
      }
    }
  });
  return kSteps * kSequences / taken * 1000;
}

// Billions of multiplications and additions a second.
double multiply_rate(const Kernels& kernels, std::size_t rows, std::size_t depth, std::size_t columns) {
  Panels b(depth, columns);
  const Floats a(rows * depth, 0.5F);
  Floats c(rows * b.width());
  const double taken = time_of(400, [&] {
    for (int i = 0; i < 8; ++i) kernels.multiply(rows, a.data(), depth, b.view(), c.data(), b.width());
  });
  return 8.0 * 2.0 * static_cast<double>(rows * depth * columns) / taken / 1e6;
}

std::string digest(const Emissions& emissions, const TagScores& tags) {
  const auto bytes = [](const auto& rows) {
    return std::string(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof rows[0]);
  };
  std::string all = bytes(emissions.entity) + bytes(emissions.attribution);
  for (const PieceTags& t : tags) {
    for (const Decision& d : {t.entity, t.source, t.cue, t.content}) {
      all += static_cast<char>(d.tag);
      all.append(reinterpret_cast<const char*>(&d.probability), sizeof d.probability);
    }
  }
  return sha256(all).substr(0, 16);
}

class Report {
 public:
  void line(const char* what, double figure, const char* unit) {
    char text[128];
    std::snprintf(text, sizeof text, "%-34s %12.2f %s\n", what, figure, unit);
    text_ += text;
  }
  void line(const std::string& text) { text_ += text + "\n"; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void measure_loading(const std::string& file, const Model& model, Report& report) {
  report.line("load: all", time_of(5, [&] { (void)Model::read(std::as_bytes(std::span(file))); }), "ms");
  report.line("load: CRC-32", time_of(5, [&] { (void)crc32(file); }), "ms");
  report.line("load: SHA-256", time_of(5, [&] { (void)sha256(file); }), "ms");
  const auto sections = read_sections(file);
  for (const Section& section : *sections) {
    const std::string_view bytes = section.bytes;
    if (section.name == "gazetteer")
      report.line("load: gazetteer", time_of(5, [&] { (void)Gazetteer::read(bytes); }), "ms");
    if (section.name == "vocabulary")
      report.line("load: vocabulary", time_of(5, [&] { (void)Vocabulary::read(bytes); }), "ms");
    if (section.name == "weights") {
      const std::string_view codes = model.weights().codes;
      const std::size_t words = model.vocabulary().size();
      report.line("load: weights", time_of(5, [&] { (void)Weights::read(bytes, codes, words); }), "ms");
    }
  }
}

std::string measure(const std::string& file, const std::string& text) {
  const auto model = Model::read(std::as_bytes(std::span(file)));
  if (!model) return model.error().message + "\n";
  Report report;
  measure_loading(file, *model, report);

  const Lexicons lexicons = Lexicons::load();
  const Knowledge knowledge{model->vocabulary(), model->gazetteer(), lexicons};
  Request request = make_request(text);
  request.clean = true;
  const std::vector<Token> tokens = tokenize(request.text, lexicons);
  const std::vector<Block> blocks =
      find_blocks(request.text, tokens, request, model->blocks(), model->gazetteer(), lexicons);
  const std::vector<Sentence> sentences = split_sentences(request.text, tokens, blocks, lexicons);
  const std::vector<MarkedRegion> marks = pair_marks(request.text, tokens, blocks);
  Pieces pieces;
  Features features;
  const double finding = time_of(5, [&] {
    pieces = cut_pieces(request.text, tokens, sentences);
    features = find_features(request.text, tokens, marks, pieces, knowledge);
  });
  const auto count = static_cast<double>(pieces.all.size());
  report.line("pieces", count, "");
  report.line("distinct words", static_cast<double>(features.words.size()), "");
  report.line("paragraphs", static_cast<double>(pieces.paragraphs.size()), "");
  report.line("pieces and features", count / finding * 1000, "pieces/s");
  const KernelList kernels = all_kernels();
  for (std::size_t i = 0; i < kernels.count; ++i) {
    const Kernels& k = *kernels.variants[i];
    report.line("-- kernels: " + std::string(k.name));
    Emissions emissions;
    TagScores tags;
    const double encoding = time_of(i == 0 ? 2 : 7, [&] { emissions = encode(features, pieces, model->weights(), k); });
    const double decoding = time_of(i == 0 ? 2 : 7, [&] { tags = decode(emissions, pieces, model->weights(), k); });
    report.line("encoder", count / encoding * 1000, "pieces/s");
    report.line("decoders", count / decoding * 1000, "pieces/s");
    report.line("both", count / (encoding + decoding) * 1000, "pieces/s");
    report.line("bare LSTM", reference_rate(k), "pieces/s");
    report.line("multiply 4 x 128 x 512", multiply_rate(k, 4, 128, 512), "GFLOPS");
    report.line("multiply 3 x 128 x 512", multiply_rate(k, 3, 128, 512), "GFLOPS");
    report.line("multiply 8 x 128 x 512", multiply_rate(k, 8, 128, 512), "GFLOPS");
    report.line("multiply 32 x 256 x 64", multiply_rate(k, 32, 256, 64), "GFLOPS");
    report.line("multiply 32 x 128 x 1024", multiply_rate(k, 32, 128, 1024), "GFLOPS");
    report.line("digest " + digest(emissions, tags));
  }
  return report.text();
}

}  // namespace

#ifdef __EMSCRIPTEN__
#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(encoder_bench) { emscripten::function("measure", &measure); }
#else
#include <fstream>
#include <iterator>

namespace {

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("encoder_bench MODEL TEXT\n", stderr), 1;
  std::fputs(measure(read_file(argv[1]), read_file(argv[2])).c_str(), stdout);
  return 0;
}
#endif

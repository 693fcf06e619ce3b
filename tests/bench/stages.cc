// How long each pass takes: stages_bench MODEL PLACES TEXT gives a line "<pass> TAB <milliseconds>" for each, the best
// of many analyses; "places" is what comes behind them. measure.ts runs it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/analyzer.h"

namespace {

using namespace pressmark;
using Clock = std::chrono::steady_clock;

constexpr int kRuns = 20;

struct Stage {
  std::string name;
  double best = 1e9;  // milliseconds
};

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void measure(const Analyzer& analyzer, const Places& places, const std::string& text, std::vector<Stage>& stages) {
  Clock::time_point start = Clock::now();
  std::size_t passed = 0;
  const auto note = [&](std::string_view name) {
    const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
    if (stages.size() <= passed) stages.resize(passed + 1);
    Stage& stage = stages[passed++];
    stage.name = name;
    stage.best = std::min(stage.best, taken.count());
    start = Clock::now();
    return true;
  };
  auto article = analyzer.analyze(make_request(text), [&](const Progress& progress) { return note(progress.pass); });
  if (!article) return;
  start = Clock::now();
  resolve_places(*article, places);
  note("places");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("stages_bench MODEL PLACES TEXT\n", stderr), 1;
  const std::string model = read_file(argv[1]);
  const auto analyzer = Analyzer::load(std::as_bytes(std::span(model)));
  if (!analyzer) return std::fprintf(stderr, "%s\n", analyzer.error().message.c_str()), 1;
  const std::string places_file = read_file(argv[2]);
  const auto places = Places::load(std::as_bytes(std::span(places_file)));
  if (!places) return std::fprintf(stderr, "%s\n", places.error().message.c_str()), 1;
  const std::string text = read_file(argv[3]);
  std::vector<Stage> stages;
  for (int i = 0; i < kRuns; ++i) measure(*analyzer, *places, text, stages);
  for (const Stage& stage : stages) std::printf("%s\t%.3f\n", stage.name.c_str(), stage.best);
  return 0;
}

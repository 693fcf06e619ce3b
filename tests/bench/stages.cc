// How long each pass takes: stages_bench MODEL TEXT gives a line "<pass> TAB <milliseconds>" for each, the best of many
// analyses. measure.ts runs it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
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

void measure(const Analyzer& analyzer, const std::string& text, std::vector<Stage>& stages) {
  Clock::time_point start = Clock::now();
  const auto note = [&](const Progress& progress) {
    const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
    stages.resize(progress.total);
    Stage& stage = stages[progress.done - 1];
    stage.name = progress.pass;
    stage.best = std::min(stage.best, taken.count());
    start = Clock::now();
    return true;
  };
  (void)analyzer.analyze(make_request(text), note);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("stages_bench MODEL TEXT\n", stderr), 1;
  const std::string model = read_file(argv[1]);
  const auto analyzer = Analyzer::load(std::as_bytes(std::span(model)));
  if (!analyzer) return std::fprintf(stderr, "%s\n", analyzer.error().message.c_str()), 1;
  const std::string text = read_file(argv[2]);
  std::vector<Stage> stages;
  for (int i = 0; i < kRuns; ++i) measure(*analyzer, text, stages);
  for (const Stage& stage : stages) std::printf("%s\t%.3f\n", stage.name.c_str(), stage.best);
  return 0;
}

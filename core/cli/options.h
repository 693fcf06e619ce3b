// What the command line asks for.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pressmark/article.h"

namespace pressmark::cli {

struct AnalyzeOptions {
  std::vector<std::string> files;  // "-" is standard input
  bool jsonl = false;
  std::string model;   // empty: wherever it is found
  std::string places;  // empty: beside the model, if there
  bool no_places = false;
  std::string session;  // a file with the reader's corrections; empty: none
  Request defaults;     // what holds where a request is silent
};

struct SplitOptions {
  std::vector<std::string> files;  // "-" is standard input
};

// Text to be printed, and nothing else to be done.
struct Notice {
  std::string text;
};

// One sentence.
struct WrongUsage {
  std::string message;
};

using Options = std::variant<AnalyzeOptions, SplitOptions, Notice, WrongUsage>;

Options read_options(int argc, char** argv);

}  // namespace pressmark::cli

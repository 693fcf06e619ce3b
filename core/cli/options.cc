#include "options.h"

#include <fmt/format.h>
#include <getopt.h>

#include <optional>
#include <string_view>

#include "pressmark/analyzer.h"

namespace pressmark::cli {

namespace {

constexpr std::string_view kHelp =
    R"(Pressmark reads news articles and writes who is in them, and who says what by which words.

Usage: pressmark COMMAND [OPTION...] [FILE...]

Commands:
  analyze     Write the analysis of articles (pressmark analyze --help)
  split       Take apart what a newspaper archive hands out (pressmark split --help)

Options:
  -h, --help  Print this help
  --version   Print the version

Exit status: 0 done, 1 something failed, 2 wrong usage.)";

constexpr std::string_view kAnalyzeHelp =
    R"(Reads articles and writes an analysis of each on one line: JSON, pressmark.analysis/1.

Usage: pressmark analyze [OPTION...] [FILE...]

A FILE is an article as plain text; without one, or as "-", standard input is read.

Options:
  --jsonl                      Read a request (JSON, pressmark.request/1) from each line;
                               the options below hold where it is silent
  --format FORM                json (default)
  --offsets KIND               How to count: utf8, utf16 (default) or codepoint
  --reference-date YYYY-MM-DD  The day of publication, on which "Tuesday" hangs
  --clean                      The text is the article: set nothing of it aside
  --session FILE               Apply the reader's corrections to the article: JSON with pins, as
                               the page exports it; its dictionary and reference_date hold, too
  --model FILE                 Another model than the one that came with the program
  --places FILE                Another file of places than the one beside the model
  --no-places                  Put no place on the map
  -h, --help                   Print this help
  --version                    Print the version

Exit status: 0 done, 1 something failed, 2 wrong usage.)";

constexpr std::string_view kSplitHelp =
    R"(Takes apart the exports of newspaper archives (Nexis, Factiva, ProQuest: plain text with many articles) and writes
each article on one line as what analyze --jsonl reads: JSON, pressmark.request/1, with the title, authors, publication
and date that the archive tells, and its own lines marked as no part of the text.

Usage: pressmark split [FILE...]
       pressmark split export.txt | pressmark analyze --jsonl

Without a FILE, or as "-", standard input is read. A text that is no export gives one request, with the whole text.

Options:
  -h, --help  Print this help
  --version   Print the version

Exit status: 0 done, 1 something failed, 2 wrong usage.)";

// Beyond all letters, so that getopt's reports tell long options from short ones.
enum LongOption : int {
  jsonl = 256,
  format,
  offsets,
  reference_date,
  clean,
  model,
  places,
  no_places,
  session,
  help,
  show_version
};

constexpr option kOptions[] = {
    {"jsonl", no_argument, nullptr, LongOption::jsonl},
    {"format", required_argument, nullptr, LongOption::format},
    {"offsets", required_argument, nullptr, LongOption::offsets},
    {"reference-date", required_argument, nullptr, LongOption::reference_date},
    {"clean", no_argument, nullptr, LongOption::clean},
    {"model", required_argument, nullptr, LongOption::model},
    {"places", required_argument, nullptr, LongOption::places},
    {"no-places", no_argument, nullptr, LongOption::no_places},
    {"session", required_argument, nullptr, LongOption::session},
    {"help", no_argument, nullptr, LongOption::help},
    {"version", no_argument, nullptr, LongOption::show_version},
    {nullptr, 0, nullptr, 0},
};

// `argv` begins with the command's name.
Options read_analyze(int argc, char** argv) {
  AnalyzeOptions options;
  opterr = 0;  // the sentences are ours
  for (int found = 0; (found = getopt_long(argc, argv, ":h", kOptions, nullptr)) != -1;) {
    const std::string_view argument = argv[optind - 1];
    const std::string value = optarg == nullptr ? "" : optarg;
    switch (found) {
      case LongOption::jsonl:
        options.jsonl = true;
        break;
      case LongOption::format:
        if (value != "json") return WrongUsage{fmt::format("--format is \"{}\", but must be json.", value)};
        break;
      case LongOption::offsets:
        if (const std::optional<Offsets> kind = offsets_from(value)) {
          options.defaults.offsets = *kind;
          break;
        }
        return WrongUsage{fmt::format("--offsets is \"{}\", but must be utf8, utf16 or codepoint.", value)};
      case LongOption::reference_date:
        options.defaults.reference_date = date_from(value);
        if (options.defaults.reference_date) break;
        return WrongUsage{
            fmt::format("--reference-date is \"{}\", but must be a day of the calendar as YYYY-MM-DD.", value)};
      case LongOption::clean:
        options.defaults.clean = true;
        break;
      case LongOption::model:
        options.model = value;
        break;
      case LongOption::places:
        options.places = value;
        break;
      case LongOption::no_places:
        options.no_places = true;
        break;
      case LongOption::session:
        options.session = value;
        break;
      case 'h':
      case LongOption::help:
        return Notice{std::string(kAnalyzeHelp)};
      case LongOption::show_version:
        return Notice{std::string(version())};
      case ':':
        return WrongUsage{fmt::format("{} needs a value.", argument)};
      default:
        if (optopt == 0) return WrongUsage{fmt::format("{} is no option of analyze.", argument)};
        if (optopt < LongOption::jsonl) {
          return WrongUsage{fmt::format("-{} is no option of analyze.", static_cast<char>(optopt))};
        }
        return WrongUsage{fmt::format("{} takes no value.", argument.substr(0, argument.find('=')))};
    }
  }
  options.files.assign(argv + optind, argv + argc);
  if (options.files.empty()) options.files.emplace_back("-");
  if (!options.session.empty() && options.jsonl) {
    return WrongUsage{"--session is for a text; with --jsonl each request has its own pins."};
  }
  if (!options.session.empty() && options.files.size() > 1) {
    return WrongUsage{"--session is of one article, but several files are given."};
  }
  return options;
}

Options read_split(int argc, char** argv) {
  SplitOptions options;
  bool only_files = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (!only_files && (argument == "--help" || argument == "-h")) return Notice{std::string(kSplitHelp)};
    if (!only_files && argument == "--version") return Notice{std::string(version())};
    if (!only_files && argument == "--") {
      only_files = true;
    } else if (!only_files && argument.size() > 1 && argument.front() == '-') {
      return WrongUsage{fmt::format("{} is no option of split.", argument)};
    } else {
      options.files.emplace_back(argument);
    }
  }
  if (options.files.empty()) options.files.emplace_back("-");
  return options;
}

}  // namespace

Options read_options(int argc, char** argv) {
  if (argc < 2) return WrongUsage{"The command is missing; there are analyze and split."};
  const std::string_view command = argv[1];
  if (command == "--help" || command == "-h") return Notice{std::string(kHelp)};
  if (command == "--version") return Notice{std::string(version())};
  if (command == "analyze") return read_analyze(argc - 1, argv + 1);
  if (command == "split") return read_split(argc - 1, argv + 1);
  return WrongUsage{fmt::format("{} is no command; there are analyze and split.", command)};
}

}  // namespace pressmark::cli

// The program `pressmark`. Exit status: 0 done, 1 something failed, 2 wrong usage.
#include <csignal>
#include <string_view>
#include <variant>

#include "analyze.h"
#include "options.h"
#include "split.h"
#include "streams.h"

int main(int argc, char** argv) {
  using namespace pressmark::cli;
  // A reader that goes away ("| head") is told by a failed write, not by a signal.
  std::signal(SIGPIPE, SIG_IGN);

  const Options options = read_options(argc, argv);
  if (const auto* wrong = std::get_if<WrongUsage>(&options)) {
    complain(wrong->message + " See pressmark --help.");
    return 2;
  }
  if (const auto* notice = std::get_if<Notice>(&options)) {
    Output output;
    output.write_line(notice->text);
    return output.failed() ? 1 : 0;
  }
  if (const auto* wanted = std::get_if<SplitOptions>(&options)) return split(*wanted) ? 0 : 1;
  return analyze(std::get<AnalyzeOptions>(options)) ? 0 : 1;
}

#include "split.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

#include "pressmark/analyzer.h"
#include "pressmark/archive.h"
#include "pressmark/output.h"
#include "streams.h"

namespace pressmark::cli {

namespace {

// One request, or one for each article. They are named by the file and their number: "export.txt#3".
std::vector<Request> read_requests(const std::string& name, const std::string& bytes) {
  const std::string file = name == "-" ? "" : name;
  Request whole = make_request(bytes);
  std::vector<Request> requests;
  for (const ArchivedArticle& article : split_articles(whole.text)) {
    Request& request = requests.emplace_back(request_for(whole.text, article));
    request.id = fmt::format("{}#{}", file, requests.size());
  }
  if (requests.empty()) {
    whole.id = file;
    requests.push_back(std::move(whole));
  }
  return requests;
}

}  // namespace

bool split(const SplitOptions& options) {
  Output output;
  bool well = true;
  const auto fail = [&well](const std::string& message) {
    well = false;
    complain(message);
  };
  for (const std::string& name : options.files) {
    Input input(name);
    const std::string bytes = input.read(Analyzer::kMaxTextBytes + 1);
    if (!input.problem().empty()) {
      fail(input.problem());
      continue;
    }
    if (bytes.size() > Analyzer::kMaxTextBytes) {
      fail(fmt::format("{} is longer than 64 MiB; split it into several files.", name));
      continue;
    }
    for (const Request& request : read_requests(name, bytes)) {
      if (!output.write_line(to_json(request))) return well && !output.failed();
    }
  }
  return well && !output.failed();
}

}  // namespace pressmark::cli

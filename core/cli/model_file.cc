#include "model_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <span>
#include <system_error>
#include <vector>

#include "streams.h"

namespace pressmark::cli {

namespace {

constexpr std::size_t kMaxModelBytes = std::size_t{1} << 30;

std::vector<std::filesystem::path> places() {
  std::vector<std::filesystem::path> list;
  std::error_code none;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", none);
  if (!program.empty()) {
    const std::filesystem::path folder = program.parent_path();
    list.push_back(folder.parent_path() / "share" / "pressmark" / "en.pmk");
    list.push_back(folder / "en.pmk");
  }
  list.emplace_back(PRESSMARK_SOURCE_MODEL);
  return list;
}

Result<std::string> find_model() {
  std::string looked;
  for (const std::filesystem::path& place : places()) {
    std::error_code none;
    if (std::filesystem::is_regular_file(place, none)) return place.string();
    looked += fmt::format("{}{}", looked.empty() ? "" : ", ", place.string());
  }
  return Error{ErrorCode::bad_model, fmt::format("No model is found ({}); name one by --model FILE.", looked), 0};
}

}  // namespace

Result<Analyzer> load_analyzer(const std::string& named) {
  const Result<std::string> name = named.empty() ? find_model() : Result<std::string>(named);
  if (!name) return name.error();
  Input file(*name == "-" ? "./-" : *name);
  const std::string bytes = file.read(kMaxModelBytes);
  if (!file.problem().empty()) return Error{ErrorCode::bad_model, "The model " + file.problem(), 0};
  Result<Analyzer> analyzer = Analyzer::load(std::as_bytes(std::span(bytes)));
  if (!analyzer) return Error{analyzer.error().code, fmt::format("{}: {}", *name, analyzer.error().message), 0};
  return analyzer;
}

}  // namespace pressmark::cli

#include "data_files.h"

#include <fmt/format.h>

#include <filesystem>
#include <span>
#include <system_error>
#include <vector>

#include "streams.h"

namespace pressmark::cli {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

std::vector<std::filesystem::path> model_places() {
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

bool is_file(const std::filesystem::path& path) {
  std::error_code none;
  return std::filesystem::is_regular_file(path, none);
}

Result<std::string> find_model() {
  std::string looked;
  for (const std::filesystem::path& path : model_places()) {
    if (is_file(path)) return path.string();
    looked += fmt::format("{}{}", looked.empty() ? "" : ", ", path.string());
  }
  return Error{ErrorCode::bad_model, fmt::format("No model is found ({}); name one by --model FILE.", looked), 0};
}

// Reads a file and makes of its bytes what `Loaded::load` makes.
template <typename Loaded>
Result<Loaded> load(const std::string& name, std::string_view kind, ErrorCode code) {
  Input file(name == "-" ? "./-" : name);
  const std::string bytes = file.read(kMaxBytes);
  if (!file.problem().empty()) return Error{code, fmt::format("The {} {}", kind, file.problem()), 0};
  Result<Loaded> loaded = Loaded::load(std::as_bytes(std::span(bytes)));
  if (!loaded) return Error{loaded.error().code, fmt::format("{}: {}", name, loaded.error().message), 0};
  return loaded;
}

}  // namespace

Result<Analyzer> load_analyzer(const std::string& named) {
  const Result<std::string> name = named.empty() ? find_model() : Result<std::string>(named);
  if (!name) return name.error();
  return load<Analyzer>(*name, "model", ErrorCode::bad_model);
}

Result<std::optional<Places>> load_places(const std::string& named, const std::string& named_model) {
  std::string name = named;
  if (name.empty()) {
    const Result<std::string> model = named_model.empty() ? find_model() : Result<std::string>(named_model);
    if (!model) return std::optional<Places>();
    const std::filesystem::path beside = std::filesystem::path(*model).parent_path() / "places.pmp";
    if (!is_file(beside)) return std::optional<Places>();
    name = beside.string();
  }
  Result<Places> places = load<Places>(name, "file of places", ErrorCode::bad_places);
  if (!places) return places.error();
  return std::optional<Places>(*std::move(places));
}

}  // namespace pressmark::cli

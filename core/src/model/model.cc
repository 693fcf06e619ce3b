#include "model/model.h"

#include <algorithm>
#include <utility>

#include "model/format.h"
#include "sha256.h"

namespace pressmark {

namespace {

// One line of the section "samples".
std::optional<ModelSample> read_sample(std::string_view line) {
  ModelSample sample;
  std::vector<std::string_view> columns;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t end = std::min(line.find('\t', start), line.size());
    columns.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  if (columns.size() % 2 == 0) return std::nullopt;
  sample.text = columns[0];
  for (std::size_t i = 1; i < columns.size(); i += 2) {
    const auto type = entity_type_from(columns[i + 1]);
    if (!type) return std::nullopt;
    sample.names.push_back({columns[i], *type});
  }
  return sample;
}

std::optional<std::vector<ModelSample>> read_samples(std::string_view section) {
  std::vector<ModelSample> samples;
  for (std::size_t start = 0; start < section.size();) {
    const std::size_t end = std::min(section.find('\n', start), section.size());
    auto sample = read_sample(section.substr(start, end - start));
    if (!sample) return std::nullopt;
    samples.push_back(*std::move(sample));
    start = end + 1;
  }
  return samples;
}

}  // namespace

Result<Model> Model::read(std::span<const std::byte> bytes) {
  Model model;
  model.bytes_ = std::make_unique<const std::string>(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto sections = read_sections(*model.bytes_);
  if (!sections) return sections.error();
  const auto find = [&](std::string_view name) { return section_named(*sections, name); };
  model.meta_ = find("meta");
  auto gazetteer = Gazetteer::read(find("gazetteer"));
  if (!gazetteer) return model_error("has no sound gazetteer");
  auto samples = read_samples(find("samples"));
  if (!samples || samples->empty()) return model_error("has no sound samples");
  auto vocabulary = Vocabulary::read(find("vocabulary"));
  if (!vocabulary) return model_error("has no sound vocabulary");
  auto weights = Weights::read(find("weights"), find("vectors"), vocabulary->size());
  if (!weights) return weights.error();
  const auto of_antecedents = Tensors::read(find("antecedents"));
  if (!of_antecedents) return of_antecedents.error();
  auto antecedents = AntecedentNet::read(*of_antecedents);
  if (!antecedents) return antecedents.error();
  const auto of_blocks = Tensors::read(find("blocks"));
  if (!of_blocks) return of_blocks.error();
  auto blocks = BlockNet::read(*of_blocks);
  if (!blocks) return blocks.error();
  model.gazetteer_ = *std::move(gazetteer);
  model.vocabulary_ = *std::move(vocabulary);
  model.weights_ = *std::move(weights);
  model.antecedents_ = *std::move(antecedents);
  model.blocks_ = *std::move(blocks);
  model.samples_ = *std::move(samples);
  model.hash_ = sha256(*model.bytes_).substr(0, 16);
  return model;
}

}  // namespace pressmark

// The model file (core/model/en.pmk): versioned, little-endian, self-describing sections, checked to the last byte.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/antecedent_net.h"
#include "model/block_net.h"
#include "model/gazetteer.h"
#include "model/vocabulary.h"
#include "model/weights.h"
#include "passes/features.h"
#include "pressmark/article.h"
#include "pressmark/error.h"

namespace pressmark {

// A text and the names that must be found in it: the check that file and program fit together.
struct ModelSample {
  struct ExpectedName {
    std::string_view text;
    EntityType type = EntityType::person;
  };
  std::string_view text;
  std::vector<ExpectedName> names;  // in the order of the text
};

class Model {
 public:
  // Copies the bytes. format.h tells what they hold.
  static Result<Model> read(std::span<const std::byte> bytes);

  // SHA-256 of the file, first 16 digits.
  const std::string& hash() const { return hash_; }
  // JSON for people: name, version, command, sources.
  std::string_view meta() const { return meta_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Weights& weights() const { return weights_; }
  const AntecedentNet& antecedents() const { return antecedents_; }
  const BlockNet& blocks() const { return blocks_; }
  // What the features of a text are looked up in.
  Knowledge knowledge(const Lexicons& lexicons) const { return {vocabulary_, gazetteer_, lexicons}; }
  const std::vector<ModelSample>& samples() const { return samples_; }

 private:
  std::unique_ptr<const std::string> bytes_;  // what everything below looks into; its address must not change
  std::string hash_;
  std::string_view meta_;
  Gazetteer gazetteer_;
  Vocabulary vocabulary_;
  Weights weights_;
  AntecedentNet antecedents_;
  BlockNet blocks_;
  std::vector<ModelSample> samples_;
};

}  // namespace pressmark

#include "model/weights.h"

#include <optional>
#include <string>
#include <utility>

#include "model/format.h"
#include "model/tensors.h"
#include "passes/features.h"

namespace pressmark {

namespace {

using namespace sizes;

constexpr std::size_t kWordColumns = kWordInput + kWordBits;
constexpr std::size_t kPieceColumns = kWord + kPlaceBits;

// Takes matrices until one of them is not as it must be; keeps that error.
class Taker {
 public:
  explicit Taker(const Tensors& tensors) : tensors_(tensors) {}

  Floats take(const std::string& name, std::size_t rows, std::size_t columns) {
    return keep(tensors_.take(name, static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(columns)),
                Floats(rows * columns));
  }
  WholeMatrix take_whole(const std::string& name, std::size_t rows, std::size_t columns) {
    return keep(tensors_.take_whole(name, static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(columns)), {});
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  template <typename Matrix>
  Matrix keep(Result<Matrix> taken, Matrix otherwise) {
    if (taken) return *std::move(taken);
    if (!error_) error_ = taken.error();
    return otherwise;
  }

  const Tensors& tensors_;
  std::optional<Error> error_;
};

// PyTorch's [outputs][inputs], of which inputs [first, first + depth) are wanted, becomes columns of `panels`.
void lay(const WholeMatrix& matrix, std::size_t first, Panels& panels, std::size_t column) {
  for (std::size_t output = 0; output < matrix.rows; ++output) {
    panels.set_scale(column + output, matrix.scales[output]);
    for (std::size_t k = 0; k < panels.depth(); ++k) {
      panels.set(k, column + output, matrix.at(output, first + k));
    }
  }
}

Panels panels_of(const WholeMatrix& matrix, std::size_t first, std::size_t depth) {
  Panels panels(depth, matrix.rows);
  lay(matrix, first, panels, 0);
  return panels;
}

// What bit i adds, input first + i, becomes row i, `width` wide, from `column` on.
void lay_bits(const WholeMatrix& matrix, std::size_t first, Floats& rows, std::size_t width, std::size_t column) {
  for (std::size_t output = 0; output < matrix.rows; ++output) {
    for (std::size_t i = first; i < matrix.columns; ++i) {
      rows[(i - first) * width + column + output] = matrix.number(output, i);
    }
  }
}

// A bias as wide as the panels that it goes with.
Floats widened(Floats bias, const Panels& panels) {
  bias.resize(panels.width());
  return bias;
}

void take_words(Taker& taker, Weights& w) {
  w.centroids = taker.take("centroids", kSubspaces, kCentroids * kCentroid);
  w.unknown = taker.take("unknown", 1, kVector);
  w.frequent = taker.take("frequent", kFrequentWords, kFrequent);
  w.before = taker.take("letters.before", kCharacterKinds, kLetters);
  w.at = taker.take("letters.at", kCharacterKinds, kLetters);
  w.after = taker.take("letters.after", kCharacterKinds, kLetters);
  const WholeMatrix project = taker.take_whole("project.weight", kWord, kWordColumns);
  w.word_bias = taker.take("project.bias", 1, kWord);
  w.word = panels_of(project, 0, kWordInput);
  w.word_bits.resize(kWordBits * kWord);
  lay_bits(project, kWordInput, w.word_bits, kWord, 0);
}

void take_gates(Taker& taker, Weights& w) {
  w.gates_word = Panels(kWord, 2 * kGates);
  w.gates_place.resize(std::size_t{kPlaceBits} * 2 * kGates);
  for (std::size_t side = 0; side < 2; ++side) {
    const std::string name = side == 0 ? "forward" : "backward";
    const WholeMatrix input = taker.take_whole(name + ".input", kGates, kPieceColumns);
    lay(input, 0, w.gates_word, side * kGates);
    lay_bits(input, kWord, w.gates_place, 2 * kGates, side * kGates);
    w.gates_back[side] = panels_of(taker.take_whole(name + ".hidden", kGates, kUnits), 0, kUnits);
    const Floats bias = taker.take(name + ".bias", 1, kGates);
    w.gates_bias.insert(w.gates_bias.end(), bias.begin(), bias.end());
  }
}

Chain take_chain(Taker& taker, const std::string& name, std::size_t tags) {
  return {taker.take(name + ".start", 1, tags), taker.take(name + ".transitions", tags, tags)};
}

void take_heads(Taker& taker, Weights& w) {
  const WholeMatrix entity = taker.take_whole("entity.weight", kHead, kHidden + kName);
  w.entity = panels_of(entity, 0, kHidden);
  w.entity_name = panels_of(entity, kHidden, kName);
  w.entity_bias = taker.take("entity.bias", 1, kHead);
  w.name = panels_of(taker.take_whole("name.weight", kName, kHidden), 0, kHidden);
  w.name_bias = taker.take("name.bias", 1, kName);
  w.attribution = panels_of(taker.take_whole("attribution.weight", kHead, kHidden), 0, kHidden);
  w.attribution_bias = taker.take("attribution.bias", 1, kHead);
  w.entity_emit = panels_of(taker.take_whole("entity.emit.weight", kEntityTags, kHead), 0, kHead);
  w.entity_emit_bias = widened(taker.take("entity.emit.bias", 1, kEntityTags), w.entity_emit);
  w.entity_chain = take_chain(taker, "entity", kEntityTags);
  w.attribution_emit = Panels(kHead, kAttributions * kAttributionTags);
  const std::string tasks[kAttributions] = {"source", "cue", "content"};
  for (std::size_t i = 0; i < kAttributions; ++i) {
    const WholeMatrix emit = taker.take_whole(tasks[i] + ".emit.weight", kAttributionTags, kHead);
    lay(emit, 0, w.attribution_emit, i * kAttributionTags);
    const Floats bias = taker.take(tasks[i] + ".emit.bias", 1, kAttributionTags);
    w.attribution_emit_bias.insert(w.attribution_emit_bias.end(), bias.begin(), bias.end());
    w.attribution_chains[i] = take_chain(taker, tasks[i], kAttributionTags);
  }
  w.attribution_emit_bias = widened(std::move(w.attribution_emit_bias), w.attribution_emit);
  w.function = panels_of(taker.take_whole("function.weight", kHead, kHidden), 0, kHidden);
  w.function_bias = taker.take("function.bias", 1, kHead);
  w.function_emit = panels_of(taker.take_whole("function.emit.weight", kFunctions, kHead), 0, kHead);
  w.function_emit_bias = widened(taker.take("function.emit.bias", 1, kFunctions), w.function_emit);
}

}  // namespace

Result<Weights> Weights::read(std::string_view section, std::string_view vectors, std::size_t words) {
  if (vectors.size() % kSubspaces != 0 || vectors.size() / kSubspaces != words) {
    return model_error("has another number of vectors than of words");
  }
  const auto tensors = Tensors::read(section);
  if (!tensors) return tensors.error();
  Weights weights;
  weights.codes = vectors;
  Taker taker(*tensors);
  take_words(taker, weights);
  take_gates(taker, weights);
  take_heads(taker, weights);
  if (taker.error()) return *taker.error();
  return weights;
}

}  // namespace pressmark

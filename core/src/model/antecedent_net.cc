#include "model/antecedent_net.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/format.h"

namespace pressmark {

Result<AntecedentNet::Layers> AntecedentNet::read(const Tensors& tensors, const std::string& name) {
  const auto rows = tensors.take_whole(name + ".weight", kUnits, kAntecedentBits);
  if (!rows) return rows.error();
  const auto bias = tensors.take(name + ".bias", 1, kUnits);
  if (!bias) return bias.error();
  const auto out = tensors.take_whole(name + ".emit", 1, kUnits);
  if (!out) return out.error();
  const float scale = rows->scales[0];
  if (!(scale > 0)) return model_error("has weights \"" + name + ".weight\" without a scale");
  Layers layers;
  layers.rows.resize(std::size_t{kAntecedentBits} * kUnits);
  for (std::uint32_t unit = 0; unit < kUnits; ++unit) {
    // One scale for all units: their sums must be of one kind.
    if (rows->scales[unit] != scale) return model_error("has weights \"" + name + ".weight\" of different scales");
    for (std::uint32_t bit = 0; bit < kAntecedentBits; ++bit) layers.rows[bit * kUnits + unit] = rows->at(unit, bit);
    const float whole = (*bias)[unit] / scale;
    if (!(whole > -1e5F && whole < 1e5F)) return model_error("has weights \"" + name + ".bias\" out of bounds");
    layers.bias.push_back(static_cast<std::int32_t>(std::lround(whole)));
    layers.out.push_back(out->at(0, unit));
  }
  layers.unit = scale * out->scales[0];
  return layers;
}

Result<AntecedentNet> AntecedentNet::read(const Tensors& tensors) {
  auto person = read(tensors, "person");
  if (!person) return person.error();
  auto thing = read(tensors, "thing");
  if (!thing) return thing.error();
  AntecedentNet net;
  net.person_ = *std::move(person);
  net.thing_ = *std::move(thing);
  return net;
}

float AntecedentNet::score(const AntecedentBits& bits) const {
  const Layers& layers = bits.has(AntecedentBit::he_or_she) ? person_ : thing_;
  std::array<std::int32_t, kUnits> sums;
  std::copy(layers.bias.begin(), layers.bias.end(), sums.begin());
  for (std::uint32_t bit = 0; bit < kAntecedentBits; ++bit) {
    if (!bits.has(bit)) continue;
    const std::int16_t* row = &layers.rows[std::size_t{bit} * kUnits];
    for (std::uint32_t unit = 0; unit < kUnits; ++unit) sums[unit] += row[unit];
  }
  std::int32_t score = 0;
  for (std::uint32_t unit = 0; unit < kUnits; ++unit) score += std::max(sums[unit], 0) * layers.out[unit];
  return static_cast<float>(score) * layers.unit;
}

}  // namespace pressmark

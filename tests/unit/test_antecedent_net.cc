#include <doctest/doctest.h>

#include "model/antecedent_net.h"
#include "random_weights.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

constexpr std::uint32_t kUnits = AntecedentNet::kUnits;

// Everything nought but one number: what bit `bit` gives to unit 0.
std::vector<Matrix> matrices_with(AntecedentBit bit, char value, float scale = 0.5F) {
  std::vector<Matrix> matrices;
  for (const std::string name : {"person", "thing"}) {
    std::string rows(std::size_t{kUnits} * kAntecedentBits, '\0');
    rows[static_cast<std::size_t>(bit)] = value;
    std::string scales;
    for (std::uint32_t unit = 0; unit < kUnits; ++unit) scales += bytes_of(scale);
    std::string out(kUnits, '\0');
    out[0] = 4;
    matrices.push_back({name + ".weight", kUnits, kAntecedentBits, 1, scales + rows});
    matrices.push_back({name + ".bias", 1, kUnits, 0, std::string(std::size_t{kUnits} * 4, '\0')});
    matrices.push_back({name + ".emit", 1, kUnits, 1, bytes_of(0.25F) + out});
  }
  return matrices;
}

Result<AntecedentNet> read(const std::vector<Matrix>& matrices) {
  static std::string section;
  section = section_of(matrices);
  const auto tensors = Tensors::read(section);
  REQUIRE(tensors);
  return AntecedentNet::read(*tensors);
}

}  // namespace

TEST_CASE("antecedent net: a bit's row, through the ReLU, times the unit's weight") {
  const auto net = read(matrices_with(AntecedentBit::nearest, 6));
  REQUIRE(net);
  AntecedentBits bits;
  CHECK(net->score(bits) == 0);
  bits.set(AntecedentBit::nearest);
  CHECK(net->score(bits) == 6 * 0.5F * 4 * 0.25F);
  const auto negative = read(matrices_with(AntecedentBit::nearest, -6));
  REQUIRE(negative);
  CHECK(negative->score(bits) == 0);
}

TEST_CASE("antecedent net: each way of being broken has its own sentence") {
  const auto error_of = [](const std::vector<Matrix>& matrices) {
    const auto net = read(matrices);
    return net ? std::string() : net.error().message;
  };
  const auto says = [](const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
  };
  const std::vector<Matrix> good = matrices_with(AntecedentBit::it, 1);
  CHECK(error_of(good).empty());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::vector<Matrix> matrices = good;
    matrices.erase(matrices.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(says(error_of(matrices), "has no weights \"" + good[i].name + '"'));
  }
  CHECK(says(error_of(matrices_with(AntecedentBit::it, 1, 0)), "without a scale"));
  std::vector<Matrix> uneven = good;
  uneven[0].numbers.replace(4, 4, bytes_of(0.75F));
  CHECK(says(error_of(uneven), "of different scales"));
  std::vector<Matrix> big = good;
  big[1].numbers.replace(0, 4, bytes_of(1e5F));
  CHECK(says(error_of(big), "\"person.bias\" out of bounds"));
}

TEST_CASE("antecedent bits: every one can be set and is apart from the others") {
  for (std::uint32_t bit = 0; bit < kAntecedentBits; ++bit) {
    AntecedentBits bits;
    bits.set(bit);
    for (std::uint32_t other = 0; other < kAntecedentBits; ++other) CHECK(bits.has(other) == (other == bit));
  }
}

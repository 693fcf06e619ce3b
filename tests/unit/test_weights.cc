#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "model/tensors.h"
#include "random_weights.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

// A copy of exactly that size, so that a sanitizer sees every read past its end.
std::vector<char> exact(std::string_view bytes) { return {bytes.begin(), bytes.end()}; }
std::string_view view(const std::vector<char>& bytes) { return {bytes.data(), bytes.size()}; }

std::string error_of_section(std::string_view section) {
  const std::vector<char> bytes = exact(section);
  const auto tensors = Tensors::read(view(bytes));
  return tensors ? "" : tensors.error().message;
}

std::string error_of_taking(const Matrix& matrix, std::string_view name, std::uint32_t rows, std::uint32_t columns) {
  const std::vector<char> bytes = exact(section_of({matrix}));
  const auto tensors = Tensors::read(view(bytes));
  REQUIRE(tensors);
  const auto taken = tensors->take(name, rows, columns);
  return taken ? "" : taken.error().message;
}

std::string error_of_weights(std::string_view section, std::string_view codes = random_codes(),
                             std::size_t words = kRandomWords) {
  const std::vector<char> bytes = exact(section);
  const auto weights = Weights::read(view(bytes), codes, words);
  return weights ? "" : weights.error().message;
}

bool says(const std::string& error, std::string_view what) { return error.find(what) != std::string::npos; }

std::string floats(const std::vector<float>& numbers) {
  std::string bytes;
  for (const float number : numbers) bytes += bytes_of(number);
  return bytes;
}

Matrix two_by_three() { return {"m", 2, 3, 0, floats({1, 2, 3, 4, 5, 6})}; }

}  // namespace

TEST_CASE("tensors: floats as they are, bytes times their row's scale") {
  const Matrix scaled{"bytes", 2, 3, 1, floats({0.5F, 2}) + std::string("\x01\x02\x03\xFF\x80\x7F", 6)};
  const std::string section = section_of({two_by_three(), scaled});
  const auto tensors = Tensors::read(section);
  REQUIRE(tensors);
  CHECK(*tensors->take("m", 2, 3) == Floats{1, 2, 3, 4, 5, 6});
  CHECK(*tensors->take("bytes", 2, 3) == Floats{0.5F, 1, 1.5F, -2, -256, 254});
}

TEST_CASE("tensors: bytes as whole numbers with their scales") {
  const Matrix scaled{"bytes", 2, 3, 1, floats({0.5F, 2}) + std::string("\x01\x02\x03\xFF\x80\x7F", 6)};
  const std::string section = section_of({two_by_three(), scaled, {"big", 1, 1, 1, floats({1e4F}) + '\1'}});
  const auto tensors = Tensors::read(section);
  REQUIRE(tensors);
  const auto whole = tensors->take_whole("bytes", 2, 3);
  REQUIRE(whole);
  CHECK(whole->at(0, 2) == 3);
  CHECK(whole->at(1, 1) == -128);
  CHECK(whole->scales == Floats{0.5F, 2});
  CHECK(says(tensors->take_whole("m", 2, 3).error().message, "\"m\" that are not in bytes"));
  CHECK(says(tensors->take_whole("bytes", 3, 2).error().message, "\"bytes\" of another shape"));
  CHECK(says(tensors->take_whole("big", 1, 1).error().message, "\"big\" out of bounds"));
}

TEST_CASE("tensors: none at all, and matrices without a number") {
  CHECK(error_of_section(section_of({})).empty());
  CHECK(error_of_taking({"m", 0, 3, 0, {}}, "m", 0, 3).empty());
  CHECK(error_of_taking({"m", 3, 0, 0, {}}, "m", 3, 0).empty());
}

TEST_CASE("tensors: each way of being broken has its own sentence, which names the command") {
  CHECK(says(error_of_section(""), "has no weights;"));
  CHECK(says(error_of_section(""), "python3 train/pack_model.py"));
  const std::string good = section_of({two_by_three()});
  REQUIRE(error_of_section(good).empty());
  for (std::size_t size = 4; size < good.size(); ++size) {
    CHECK(says(error_of_section(good.substr(0, size)), "cut short"));
  }
  CHECK(says(error_of_section(good + '\0'), "more weights than it tells of"));
  CHECK(says(error_of_section(section_of({{"m", 2, 3, 2, floats({1, 2, 3, 4, 5, 6})}})), "\"m\" of an unknown kind"));
  CHECK(says(error_of_section(section_of({two_by_three(), two_by_three()})), "\"m\" twice"));
}

TEST_CASE("tensors: a shape that no file could hold is cut short") {
  constexpr std::uint32_t kMost = 0xFFFFFFFF;
  for (const std::uint32_t kind : {0U, 1U}) {
    for (const auto& [rows, columns] : {std::pair{kMost, kMost}, {kMost, 1U}, {1U, kMost}, {65536U, 65536U}}) {
      CHECK(says(error_of_section(section_of({{"m", rows, columns, kind, floats({1, 2})}})), "cut short"));
    }
  }
  CHECK(says(error_of_section(section_of({{"m", kMost, 0, 1, floats({1, 2})}})), "cut short"));
}

TEST_CASE("tensors: a name without end is 24 letters long") {
  const std::string name(24, 'x');
  CHECK(error_of_taking({name, 1, 1, 0, floats({1})}, name, 1, 1).empty());
}

TEST_CASE("tensors: what is not there as it is wanted") {
  CHECK(says(error_of_taking(two_by_three(), "n", 2, 3), "has no weights \"n\""));
  CHECK(says(error_of_taking(two_by_three(), "m", 3, 2), "\"m\" of another shape"));
  CHECK(says(error_of_taking(two_by_three(), "m", 2, 2), "\"m\" of another shape"));
}

TEST_CASE("tensors: numbers that are none, or too big to add up") {
  const float infinity = std::numeric_limits<float>::infinity();
  for (const float number : {std::numeric_limits<float>::quiet_NaN(), infinity, -infinity, 2e6F, -2e6F}) {
    CHECK(says(error_of_taking({"m", 1, 2, 0, floats({1, number})}, "m", 1, 2), "\"m\" out of bounds"));
    CHECK(says(error_of_taking({"m", 1, 1, 1, floats({number}) + '\1'}, "m", 1, 1), "\"m\" out of bounds"));
    CHECK(says(error_of_taking({"m", 1, 1, 1, floats({number}) + '\0'}, "m", 1, 1), "\"m\" out of bounds"));
  }
  CHECK(says(error_of_taking({"m", 1, 1, 1, floats({1e5F}) + '\x7F'}, "m", 1, 1), "\"m\" out of bounds"));
  CHECK(error_of_taking({"m", 1, 1, 0, floats({1e6F})}, "m", 1, 1).empty());
}

TEST_CASE("weights: each number stands where the encoder looks for it") {
  const std::string section = section_of(random_matrices());
  const auto tensors = Tensors::read(section);
  REQUIRE(tensors);
  const Weights& w = random_weights();

  using namespace sizes;
  const auto take = [&](std::string_view name, std::size_t rows, std::size_t columns) {
    const auto taken = tensors->take(name, static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(columns));
    REQUIRE(taken);
    return *taken;
  };

  constexpr std::size_t kWordColumns = kWordInput + kWordBits;
  const Floats project = take("project.weight", kWord, kWordColumns);
  CHECK(w.word.at(0, 0) == project[0]);
  CHECK(w.word.at(kWordInput - 1, kWord - 1) == project[(kWord - 1) * kWordColumns + kWordInput - 1]);
  CHECK(w.word_bits[0] == project[kWordInput]);
  CHECK(w.word_bits.back() == project.back());

  constexpr std::size_t kPieceColumns = kWord + kPlaceBits;
  const Floats backward = take("backward.input", kGates, kPieceColumns);
  CHECK(w.gates_word.at(kWord - 1, kGates) == backward[kWord - 1]);
  CHECK(w.gates_word.at(0, 2 * kGates - 1) == backward[(kGates - 1) * kPieceColumns]);
  CHECK(w.gates_place[(kPlaceBits - 1) * 2 * kGates + kGates + 5] == backward[6 * kPieceColumns - 1]);
  CHECK(w.gates_back[1].at(3, kGates - 12) == take("backward.hidden", kGates, kUnits)[(kGates - 12) * kUnits + 3]);
  CHECK(w.gates_bias[kGates] == take("backward.bias", 1, kGates)[0]);

  const Floats entity = take("entity.weight", kHead, kHidden + kName);
  CHECK(w.entity.at(kHidden - 1, kHead - 1) == entity[(kHead - 1) * (kHidden + kName) + kHidden - 1]);
  CHECK(w.entity_name.at(kName - 1, kHead - 1) == entity.back());

  CHECK(w.attribution_emit.at(kHead - 1, 8) == take("content.emit.weight", 3, kHead).back());
  CHECK(w.attribution_emit_bias[3] == take("cue.emit.bias", 1, 3)[0]);
  CHECK(w.attribution_emit_bias.size() == w.attribution_emit.width());
  CHECK(w.function.at(kHidden - 1, kHead - 1) == take("function.weight", kHead, kHidden).back());
  CHECK(w.function_emit.at(0, 13) == take("function.emit.weight", kFunctions, kHead)[13 * kHead]);
  CHECK(w.function_emit_bias[13] == take("function.emit.bias", 1, kFunctions)[13]);
  CHECK(w.entity_chain.tags() == 19);
  CHECK(w.attribution_chains[2].tags() == 3);
}

TEST_CASE("weights: each matrix must be there, in its shape, with sound numbers") {
  const std::vector<Matrix> good = random_matrices();
  for (std::size_t i = 0; i < good.size(); ++i) {
    const std::string name = '"' + good[i].name + '"';
    CAPTURE(name);
    std::vector<Matrix> matrices = good;
    matrices.erase(matrices.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(says(error_of_weights(section_of(matrices)), "has no weights " + name));
    matrices = good;
    matrices[i].rows = 1;
    matrices[i].columns += 1;
    matrices[i].numbers.resize(4 * std::size_t{matrices[i].columns});
    matrices[i].kind = 0;
    CHECK(says(error_of_weights(section_of(matrices)), name + " of another shape"));
    matrices = good;
    matrices[i].numbers.replace(0, 4, bytes_of(std::numeric_limits<float>::quiet_NaN()));
    CHECK(says(error_of_weights(section_of(matrices)), name + " out of bounds"));
  }
}

TEST_CASE("weights: more matrices than are known do no harm") {
  std::vector<Matrix> matrices = random_matrices();
  matrices.push_back(two_by_three());
  CHECK(error_of_weights(section_of(matrices)).empty());
}

TEST_CASE("weights: a section cut anywhere is refused") {
  const std::string good = section_of(random_matrices());
  REQUIRE(error_of_weights(good).empty());
  for (std::size_t size = 4; size < good.size(); size += size < 200 ? 1 : 4999) {
    CHECK(says(error_of_weights(good.substr(0, size)), "cut short"));
  }
}

TEST_CASE("weights: as many codes as the vocabulary has words") {
  const std::string section = section_of(random_matrices());
  const std::string& codes = random_codes();
  const std::string_view error = "another number of vectors than of words";
  CHECK(says(error_of_weights(section, codes, kRandomWords - 1), error));
  CHECK(says(error_of_weights(section, codes, kRandomWords + 1), error));
  CHECK(says(error_of_weights(section, codes.substr(1), kRandomWords), error));
  CHECK(says(error_of_weights(section, codes.substr(19), kRandomWords), error));
  CHECK(says(error_of_weights(section, "", 1), error));
  CHECK(error_of_weights(section, "", 0).empty());
}

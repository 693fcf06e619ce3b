#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/encoder.h"
#include "model/tagger.h"
#include "random_weights.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

constexpr std::uint32_t kPool = 4000;  // different words, of all documents together

const std::vector<WordFeatures>& pool() {
  static const std::vector<WordFeatures> words = [] {
    Dice dice(20);
    std::vector<WordFeatures> all(kPool);
    for (WordFeatures& word : all) {
      word.word = dice.below(kRandomWords + 1);  // one of them unknown
      const std::uint32_t length = 1 + dice.below(kWordCharacters);
      for (std::uint32_t i = 0; i < length; ++i) word.characters[i] = static_cast<std::uint8_t>(dice.below(98));
      for (int i = 0; i < 6; ++i) word.bits |= std::uint64_t{1} << dice.below(kWordBits);
    }
    all[0].word = kRandomWords;
    all[1] = {};
    return all;
  }();
  return words;
}

// Pieces with words of the pool, and names that only this paragraph has.
using Paragraph = std::vector<PieceFeatures>;

Paragraph paragraph(std::uint32_t size, std::uint32_t seed, std::uint32_t words = kPool) {
  Dice dice(seed);
  Paragraph pieces(size);
  const std::uint32_t first = dice.below(kPool);
  for (PieceFeatures& piece : pieces) {
    piece.word = (first + dice.below(words)) % kPool;
    for (int i = 0; i < 3; ++i) piece.place |= 1U << dice.below(kPlaceBits);
    if (dice.below(4) == 0) piece.name = dice.below(1 + size / 8);
  }
  return pieces;
}

struct Document {
  Features features;
  Pieces pieces;
};

// As find_features numbers them: words and names in the order in which they come.
Document document_of(const std::vector<Paragraph>& paragraphs, bool share_names = false) {
  Document document;
  std::unordered_map<std::uint32_t, std::uint32_t> rows;
  std::unordered_map<std::uint32_t, std::uint32_t> names;
  for (const Paragraph& one : paragraphs) {
    if (!share_names) names.clear();
    const auto first = static_cast<std::uint32_t>(document.features.pieces.size());
    for (PieceFeatures piece : one) {
      const auto [row, is_new] = rows.try_emplace(piece.word, static_cast<std::uint32_t>(rows.size()));
      if (is_new) document.features.words.push_back(pool()[piece.word]);
      piece.word = row->second;
      if (piece.name != kNone) {
        const auto [name, is_new_name] = names.try_emplace(piece.name, document.features.names);
        if (is_new_name) ++document.features.names;
        piece.name = name->second;
      }
      document.features.pieces.push_back(piece);
    }
    const auto last = static_cast<std::uint32_t>(document.features.pieces.size());
    document.pieces.sentences.push_back({first, last});
    document.pieces.paragraphs.push_back({first, last});
  }
  document.pieces.all.resize(document.features.pieces.size());
  return document;
}

// The bytes of each paragraph's emissions and tags.
struct Output {
  std::vector<std::string> entity;
  std::vector<std::string> attribution;
  std::vector<std::string> function;
  std::vector<std::string> tags;
};

Output run(const Document& document, const Kernels& kernels = best_kernels()) {
  const Emissions emissions = encode(document.features, document.pieces, random_weights(), kernels);
  REQUIRE(emissions.entity.size() == document.features.pieces.size() * sizes::kEntityTags);
  REQUIRE(emissions.attribution.size() == document.features.pieces.size() * Emissions::kAttribution);
  REQUIRE(emissions.function.size() == document.features.pieces.size() * sizes::kFunctions);
  const TagScores tags = decode(emissions, document.pieces, random_weights(), kernels);
  REQUIRE(tags.size() == document.features.pieces.size());
  Output output;
  for (const PieceRange range : document.pieces.paragraphs) {
    const auto slice = [&](const Floats& rows, std::size_t width) {
      return std::string(reinterpret_cast<const char*>(&rows[range.first * width]),
                         range.size() * width * sizeof(float));
    };
    output.entity.push_back(slice(emissions.entity, sizes::kEntityTags));
    output.attribution.push_back(slice(emissions.attribution, Emissions::kAttribution));
    output.function.push_back(slice(emissions.function, sizes::kFunctions));
    std::string decided;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      for (const Decision& decision : {tags[i].entity, tags[i].source, tags[i].cue, tags[i].content}) {
        decided += static_cast<char>(decision.tag) + bytes_of(decision.probability);
      }
      decided += static_cast<char>(tags[i].function);
    }
    output.tags.push_back(decided);
  }
  return output;
}

// The paragraph must come out alone as it did as number i of a document.
void check_as_alone(const Paragraph& one, const Output& together, std::size_t i) {
  CAPTURE(i);
  const Output alone = run(document_of({one}));
  CHECK((together.entity[i] == alone.entity[0]));
  CHECK((together.attribution[i] == alone.attribution[0]));
  CHECK((together.function[i] == alone.function[0]));
  CHECK((together.tags[i] == alone.tags[0]));
}

void check_as_alone(const std::vector<Paragraph>& paragraphs) {
  const Output together = run(document_of(paragraphs));
  for (std::size_t i = 0; i < paragraphs.size(); ++i) check_as_alone(paragraphs[i], together, i);
}

std::vector<Paragraph> of_sizes(const std::vector<std::uint32_t>& sizes) {
  std::vector<Paragraph> paragraphs;
  for (const std::uint32_t size : sizes) {
    paragraphs.push_back(paragraph(size, static_cast<std::uint32_t>(100 + paragraphs.size()), 150));
  }
  return paragraphs;
}

}  // namespace

TEST_CASE("encoder: an empty document") {
  const Output output = run(document_of({}));
  CHECK(output.entity.empty());
  CHECK(run(document_of({}), scalar_kernels()).tags.empty());
}

TEST_CASE("encoder: a paragraph comes out the same alone and among others, in whatever order") {
  std::vector<Paragraph> paragraphs = of_sizes({1, 30, 2, 3, 64, 17, 1, 5, 33, 12});
  check_as_alone(paragraphs);
  std::reverse(paragraphs.begin(), paragraphs.end());
  check_as_alone(paragraphs);
  std::rotate(paragraphs.begin(), paragraphs.begin() + 3, paragraphs.end());
  paragraphs.pop_back();
  check_as_alone(paragraphs);
}

TEST_CASE("encoder: paragraphs longer than a window, and chunks of them") {
  const std::vector<Paragraph> paragraphs = of_sizes({256, 1, 255, 2000, 257, 400});
  check_as_alone(paragraphs);
}

TEST_CASE("encoder: more distinct words than are kept") {
  std::vector<Paragraph> paragraphs;
  for (std::uint32_t i = 0; i < 9; ++i) {
    paragraphs.push_back(paragraph(240, 200 + i));
    for (std::uint32_t k = 0; k < 240; ++k) paragraphs[i][k].word = i * 240 + k;
  }
  paragraphs.push_back(paragraphs[0]);  // whose words have been forgotten by then
  const Document document = document_of(paragraphs);
  REQUIRE(document.features.words.size() > 2048);
  const Output together = run(document);
  for (const std::size_t i : {0, 7, 8, 9}) check_as_alone(paragraphs[i], together, i);
}

TEST_CASE("encoder: all kernels give the same bytes") {
  const Document document = document_of(of_sizes({1, 2, 3, 7, 20, 257}));
  const Output expected = run(document, scalar_kernels());
  const KernelList kernels = all_kernels();
  for (std::size_t i = 1; i < kernels.count; ++i) {
    CAPTURE(std::string(kernels.variants[i]->name));
    const Output output = run(document, *kernels.variants[i]);
    CHECK((output.entity == expected.entity));
    CHECK((output.attribution == expected.attribution));
    CHECK((output.function == expected.function));
    CHECK((output.tags == expected.tags));
  }
}

TEST_CASE("encoder: the same document gives the same bytes again, and emissions are numbers that differ") {
  const Document document = document_of(of_sizes({40, 3}));
  const Output output = run(document);
  CHECK((output.tags == run(document).tags));
  const Emissions emissions = encode(document.features, document.pieces, random_weights(), best_kernels());
  for (const Floats* rows : {&emissions.entity, &emissions.attribution, &emissions.function}) {
    CHECK(std::all_of(rows->begin(), rows->end(), [](float number) { return number > -100 && number < 100; }));
    CHECK(std::count(rows->begin(), rows->end(), rows->front()) == 1);
  }
}

TEST_CASE("encoder: what stands far off in a long paragraph does not count, what stands near does") {
  Paragraph one = paragraph(1000, 300, 150);
  for (PieceFeatures& piece : one) piece.name = kNone;
  Paragraph other = one;
  other.back().word = (other.back().word + 1) % kPool;
  const Output a = run(document_of({one}));
  const Output b = run(document_of({other}));
  constexpr std::size_t kRow = sizes::kEntityTags * sizeof(float);
  CHECK((a.entity[0].substr(0, 700 * kRow) == b.entity[0].substr(0, 700 * kRow)));
  CHECK((a.entity[0].substr(998 * kRow, kRow) != b.entity[0].substr(998 * kRow, kRow)));
}

TEST_CASE("encoder: the pieces of a name share what they know, for entities only") {
  Paragraph named = paragraph(20, 400);
  for (PieceFeatures& piece : named) piece.name = kNone;
  Paragraph other = paragraph(20, 401);
  for (PieceFeatures& piece : other) piece.name = kNone;
  named[5].name = 0;
  other[7].name = 0;
  const Output apart = run(document_of({named, other}));
  const Output shared = run(document_of({named, other}, true));
  constexpr std::size_t kRow = sizes::kEntityTags * sizeof(float);
  for (std::size_t i = 0; i < 20; ++i) {
    CHECK((apart.entity[0].substr(i * kRow, kRow) == shared.entity[0].substr(i * kRow, kRow)) == (i != 5));
    CHECK((apart.entity[1].substr(i * kRow, kRow) == shared.entity[1].substr(i * kRow, kRow)) == (i != 7));
  }
  CHECK((apart.attribution == shared.attribution));
  CHECK((apart.function == shared.function));
}

#include "model/word_gates.h"

#include <algorithm>

namespace pressmark {

namespace {

using namespace sizes;

constexpr std::size_t kRows = 2048;  // 8 MiB; most articles have fewer distinct words
constexpr std::size_t kBlock = 32;   // words encoded together

}  // namespace

WordGates::WordGates(const std::vector<WordFeatures>& words, const Weights& weights, const Kernels& kernels)
    : words_(words),
      weights_(weights),
      kernels_(kernels),
      row_of_(words.size(), kNone),
      room_(std::min(words.size(), kRows)),
      gates_(room_ * 2 * kGates),
      input_(kBlock * kWordInput),
      encoded_(kBlock * kWord) {
  word_of_.reserve(room_);
}

bool WordGates::add(const PieceFeatures* pieces, std::size_t count) {
  const std::size_t before = word_of_.size();
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t& row = row_of_[pieces[i].word];
    if (row != kNone) continue;
    if (word_of_.size() == room_) {
      for (std::size_t k = before; k < word_of_.size(); ++k) row_of_[word_of_[k]] = kNone;
      word_of_.resize(before);
      return false;
    }
    row = static_cast<std::uint32_t>(word_of_.size());
    word_of_.push_back(pieces[i].word);
  }
  return true;
}

void WordGates::clear() {
  for (const std::uint32_t word : word_of_) row_of_[word] = kNone;
  word_of_.clear();
  computed_ = 0;
}

void WordGates::compute() {
  for (; computed_ < word_of_.size(); computed_ += std::min(kBlock, word_of_.size() - computed_)) {
    compute_block(computed_, std::min(kBlock, word_of_.size() - computed_));
  }
}

void WordGates::describe(const WordFeatures& word, float* input) const {
  const bool known = std::size_t{word.word} < weights_.codes.size() / kSubspaces;
  if (known) {
    const char* codes = weights_.codes.data() + word.word * kSubspaces;
    for (std::size_t s = 0; s < kSubspaces; ++s) {
      const std::size_t centroid = s * kCentroids + static_cast<unsigned char>(codes[s]);
      std::copy_n(&weights_.centroids[centroid * kCentroid], kCentroid, input + s * kCentroid);
    }
  } else {
    std::copy_n(weights_.unknown.data(), kVector, input);
  }
  float* frequent = input + kVector;
  if (known && word.word < kFrequentWords) {
    std::copy_n(&weights_.frequent[word.word * kFrequent], kFrequent, frequent);
  } else {
    std::fill_n(frequent, kFrequent, 0.0F);
  }
  kernels_.convolve(kLetters, word.characters.data(), word.characters.size(), weights_.before.data(),
                    weights_.at.data(), weights_.after.data(), frequent + kFrequent);
}

void WordGates::compute_block(std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const WordFeatures& word = words_[word_of_[first + i]];
    describe(word, &input_[i * kWordInput]);
    const float* rows[1 + kWordBits] = {weights_.word_bias.data()};
    std::size_t added = 1;
    for (std::size_t bit = 0; bit < kWordBits; ++bit) {
      if ((word.bits >> bit & 1U) != 0) rows[added++] = &weights_.word_bits[bit * kWord];
    }
    kernels_.sum_rows(kWord, rows, added, &encoded_[i * kWord]);
  }
  kernels_.multiply(count, input_.data(), kWordInput, weights_.word.view(), encoded_.data(), kWord);
  kernels_.relu(count * kWord, encoded_.data());
  float* gates = &gates_[first * 2 * kGates];
  for (std::size_t i = 0; i < count; ++i) std::copy_n(weights_.gates_bias.data(), 2 * kGates, gates + i * 2 * kGates);
  kernels_.multiply(count, encoded_.data(), kWord, weights_.gates_word.view(), gates, 2 * kGates);
}

}  // namespace pressmark

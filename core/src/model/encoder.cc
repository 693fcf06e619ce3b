#include "model/encoder.h"

#include <algorithm>
#include <vector>

#include "model/sequences.h"
#include "model/word_gates.h"

namespace pressmark {

namespace {

using namespace sizes;

constexpr std::uint32_t kWindow = 256;
constexpr std::uint32_t kOverlap = 32;  // on either side
constexpr std::uint32_t kChunk = 2048;  // pieces whose hidden numbers are in memory together
constexpr std::size_t kBlock = 32;      // pieces that go through a head together
static_assert(kWindow <= WordGates::kMostWords);

std::vector<Window> cut_windows(const std::vector<PieceRange>& paragraphs) {
  std::vector<Window> windows;
  for (const PieceRange paragraph : paragraphs) {
    std::uint32_t first = paragraph.first;
    std::uint32_t keep = first;
    for (; paragraph.last - first > kWindow; first += kWindow - 2 * kOverlap) {
      windows.push_back({first, first + kWindow, keep, first + kWindow - kOverlap});
      keep = first + kWindow - kOverlap;
    }
    if (keep < paragraph.last) windows.push_back({first, paragraph.last, keep, paragraph.last});
  }
  return windows;
}

class Encoder {
 public:
  Encoder(const Features& features, const Weights& weights, const Kernels& kernels)
      : features_(features),
        weights_(weights),
        kernels_(kernels),
        words_(features.words, weights, kernels),
        reader_(weights, kernels),
        entity_(features.pieces.size() * kHead),
        sums_(features.names * kName),
        counts_(features.names),
        gathered_(kBlock * kHidden),
        head_(kBlock * kHead),
        emitted_(kBlock * std::max({weights.entity_emit.width(), weights.attribution_emit.width(),
                                    weights.function_emit.width()})) {
    emissions_.entity.resize(features.pieces.size() * kEntityTags);
    emissions_.attribution.resize(features.pieces.size() * Emissions::kAttribution);
    emissions_.function.resize(features.pieces.size() * kFunctions);
  }

  Emissions run(const Pieces& pieces) {
    for (const Window& window : cut_windows(pieces.paragraphs)) {
      const PieceFeatures* first = &features_.pieces[window.first];
      const bool full = !chunk_.empty() && window.keep_last - chunk_.front().keep_first > kChunk;
      if (full || !words_.add(first, window.size())) {
        flush();
        if (!words_.add(first, window.size())) {
          words_.clear();
          words_.add(first, window.size());
        }
      }
      chunk_.push_back(window);
    }
    flush();
    emit_entities();
    return std::move(emissions_);
  }

 private:
  void flush() {
    if (chunk_.empty()) return;
    const std::uint32_t first = chunk_.front().keep_first;
    const std::uint32_t last = chunk_.back().keep_last;
    hidden_.resize(std::max(hidden_.size(), (last - first) * kHidden));
    words_.compute();
    reader_.read(chunk_, features_.pieces, words_, first, hidden_.data());
    chunk_.clear();
    for (std::uint32_t at = first; at < last; at += kBlock) {
      const std::size_t count = std::min<std::size_t>(kBlock, last - at);
      const float* hidden = &hidden_[(at - first) * kHidden];
      start_entities(at, count, hidden);
      add_names(at, count, hidden);
      emit_head(count, hidden, weights_.attribution, weights_.attribution_bias, weights_.attribution_emit,
                weights_.attribution_emit_bias, Emissions::kAttribution,
                &emissions_.attribution[at * Emissions::kAttribution]);
      emit_head(count, hidden, weights_.function, weights_.function_bias, weights_.function_emit,
                weights_.function_emit_bias, kFunctions, &emissions_.function[at * kFunctions]);
    }
  }

  static void fill(std::size_t count, const Floats& bias, float* rows) {
    for (std::size_t i = 0; i < count; ++i) std::copy(bias.begin(), bias.end(), rows + i * bias.size());
  }

  // All that the entity head can know before the whole document is read.
  void start_entities(std::uint32_t at, std::size_t count, const float* hidden) {
    float* rows = &entity_[at * kHead];
    fill(count, weights_.entity_bias, rows);
    kernels_.multiply(count, hidden, kHidden, weights_.entity.view(), rows, kHead);
  }

  void add_names(std::uint32_t at, std::size_t count, const float* hidden) {
    std::uint32_t names[kBlock];
    std::size_t named = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t name = features_.pieces[at + i].name;
      if (name == kNone) continue;
      std::copy_n(hidden + i * kHidden, kHidden, &gathered_[named * kHidden]);
      names[named++] = name;
    }
    fill(named, weights_.name_bias, head_.data());
    kernels_.multiply(named, gathered_.data(), kHidden, weights_.name.view(), head_.data(), kName);
    for (std::size_t i = 0; i < named; ++i) {
      kernels_.add_tanh(kName, &head_[i * kName], &sums_[names[i] * kName]);
      ++counts_[names[i]];
    }
  }

  void emit_head(std::size_t count, const float* hidden, const Panels& head, const Floats& bias,
                 const Panels& emit_panels, const Floats& emit_bias, std::size_t tags, float* to) {
    fill(count, bias, head_.data());
    kernels_.multiply(count, hidden, kHidden, head.view(), head_.data(), kHead);
    kernels_.relu(count * kHead, head_.data());
    emit(count, head_.data(), emit_panels, emit_bias, tags, to);
  }

  void emit(std::size_t count, const float* rows, const Panels& panels, const Floats& bias, std::size_t tags,
            float* to) {
    fill(count, bias, emitted_.data());
    kernels_.multiply(count, rows, kHead, panels.view(), emitted_.data(), panels.width());
    for (std::size_t i = 0; i < count; ++i) std::copy_n(&emitted_[i * panels.width()], tags, to + i * tags);
  }

  // What the mean of each name adds to the entity head.
  Floats share_names() {
    Floats shares(counts_.size() * kHead);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      for (std::size_t k = 0; k < kName; ++k) sums_[i * kName + k] /= static_cast<float>(std::max(counts_[i], 1U));
    }
    for (std::size_t i = 0; i < counts_.size(); i += kBlock) {
      kernels_.multiply(std::min(kBlock, counts_.size() - i), &sums_[i * kName], kName, weights_.entity_name.view(),
                        &shares[i * kHead], kHead);
    }
    return shares;
  }

  void emit_entities() {
    const Floats shares = share_names();
    for (std::size_t at = 0; at < features_.pieces.size(); at += kBlock) {
      const std::size_t count = std::min(kBlock, features_.pieces.size() - at);
      float* rows = &entity_[at * kHead];
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t name = features_.pieces[at + i].name;
        if (name != kNone) {
          const float* terms[] = {rows + i * kHead, &shares[name * kHead]};
          kernels_.sum_rows(kHead, terms, 2, rows + i * kHead);
        }
      }
      kernels_.relu(count * kHead, rows);
      emit(count, rows, weights_.entity_emit, weights_.entity_emit_bias, kEntityTags,
           &emissions_.entity[at * kEntityTags]);
    }
  }

  const Features& features_;
  const Weights& weights_;
  const Kernels& kernels_;
  WordGates words_;
  SequenceReader reader_;
  std::vector<Window> chunk_;
  Floats hidden_;  // the chunk's
  Floats entity_;  // the document's entity head, before its ReLU
  Floats sums_;    // over the pieces of each name
  std::vector<std::uint32_t> counts_;
  Floats gathered_;
  Floats head_;
  Floats emitted_;
  Emissions emissions_;
};

}  // namespace

Emissions encode(const Features& features, const Pieces& pieces, const Weights& weights, const Kernels& kernels) {
  return Encoder(features, weights, kernels).run(pieces);
}

}  // namespace pressmark

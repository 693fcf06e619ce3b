#include "model/crf.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr std::size_t kFew = 4;

// Nothing that is allowed ever has a weight of 0: with e to the -60 instead, sums stay far above what a float can hold.
constexpr float kLeastEmission = -60.0F;
constexpr float kForbidden = -1000.0F;

Floats factors_of(const Floats& scores) {
  Floats factors = scores;
  scalar_kernels().exponentiate(factors.size(), factors.data());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] <= kForbidden) factors[i] = 0;
  }
  return factors;
}

// product[j] = sum over i of row[i] * matrix[i][j]
template <std::size_t kStride>
void multiply(const float* row, const float* matrix, std::size_t tags, float* product) {
  float sums[kStride] = {};
  for (std::size_t i = 0; i < tags; ++i) {
    for (std::size_t j = 0; j < kStride; ++j) sums[j] += row[i] * matrix[i * kStride + j];
  }
  std::copy_n(sums, kStride, product);
}

void normalize(std::size_t tags, float* row) {
  float sum = 0;
  for (std::size_t i = 0; i < tags; ++i) sum += row[i];
  if (sum <= 0) return;
  for (std::size_t i = 0; i < tags; ++i) row[i] /= sum;
}

std::size_t best_of(const float* row, std::size_t tags) {
  return static_cast<std::size_t>(std::max_element(row, row + tags) - row);
}

}  // namespace

Chain::Chain(const Floats& start, const Floats& transitions)
    : stride_(start.size() <= kFew ? kFew : kMostTags), tags_(start.size()), start_(start) {
  start_.resize(stride_);
  transitions_.resize(tags_ * stride_);
  factors_.resize(tags_ * stride_);
  factors_back_.resize(tags_ * stride_);
  start_factors_ = factors_of(start_);
  const Floats factors = factors_of(transitions);
  for (std::size_t i = 0; i < tags_; ++i) {
    for (std::size_t j = 0; j < tags_; ++j) {
      transitions_[i * stride_ + j] = transitions[i * tags_ + j];
      factors_[i * stride_ + j] = factors[i * tags_ + j];
      factors_back_[j * stride_ + i] = factors[i * tags_ + j];
    }
  }
}

void ChainDecoder::decode(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count,
                          Decision* decisions, float* shares) {
  if (count == 0) return;
  if (chain.stride_ == kFew) {
    run<kFew>(chain, emissions, stride, count, decisions, shares);
  } else {
    run<Chain::kMostTags>(chain, emissions, stride, count, decisions, shares);
  }
}

template <std::size_t kStride>
void ChainDecoder::find_scores(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count) {
  const std::size_t tags = chain.tags_;
  for (std::size_t t = 0; t < count; ++t) {
    float best[kStride];
    if (t == 0) {
      std::copy_n(chain.start_.data(), kStride, best);
    } else {
      const float* before = &scores_[(t - 1) * kStride];
      for (std::size_t j = 0; j < kStride; ++j) best[j] = before[0] + chain.transitions_[j];
      for (std::size_t i = 1; i < tags; ++i) {
        const float* transitions = &chain.transitions_[i * kStride];
        for (std::size_t j = 0; j < kStride; ++j) {
          const float score = before[i] + transitions[j];
          best[j] = best[j] < score ? score : best[j];
        }
      }
    }
    for (std::size_t j = 0; j < tags; ++j) best[j] += emissions[t * stride + j];
    const float top = best[best_of(best, tags)];  // taken away, so that long rows lose no precision
    for (std::size_t j = 0; j < kStride; ++j) scores_[t * kStride + j] = best[j] - top;
  }
}

template <std::size_t kStride>
void ChainDecoder::find_weights(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count) {
  const std::size_t tags = chain.tags_;
  for (std::size_t t = 0; t < count; ++t) {
    const float* row = emissions + t * stride;
    const float top = row[best_of(row, tags)];
    for (std::size_t j = 0; j < tags; ++j) weights_[t * kStride + j] = std::max(row[j] - top, kLeastEmission);
  }
  kernels_.exponentiate(count * kStride, weights_.data());
  for (std::size_t t = 0; t < count; ++t) {
    float* forward = &forward_[t * kStride];
    if (t == 0) {
      std::copy_n(chain.start_factors_.data(), kStride, forward);
    } else {
      multiply<kStride>(forward - kStride, chain.factors_.data(), tags, forward);
    }
    for (std::size_t j = 0; j < kStride; ++j) forward[j] *= weights_[t * kStride + j];
    normalize(tags, forward);
  }
}

template <std::size_t kStride>
void ChainDecoder::run(const Chain& chain, const float* emissions, std::size_t stride, std::size_t count,
                       Decision* decisions, float* shares) {
  const std::size_t tags = chain.tags_;
  for (Floats* buffer : {&scores_, &weights_, &forward_}) {
    if (buffer->size() < count * kStride) buffer->resize(count * kStride);
  }
  find_scores<kStride>(chain, emissions, stride, count);
  find_weights<kStride>(chain, emissions, stride, count);

  std::size_t tag = best_of(&scores_[(count - 1) * kStride], tags);
  float backward[kStride] = {};
  std::fill_n(backward, tags, 1.0F);
  for (std::size_t t = count; t-- > 0;) {
    const float* forward = &forward_[t * kStride];
    double all = 0;  // a product of two small floats need not be one
    for (std::size_t j = 0; j < tags; ++j) all += static_cast<double>(forward[j]) * static_cast<double>(backward[j]);
    const double mine = static_cast<double>(forward[tag]) * static_cast<double>(backward[tag]);
    decisions[t] = {static_cast<std::uint8_t>(tag), all > 0 ? static_cast<float>(mine / all) : 0.0F};
    for (std::size_t j = 0; shares != nullptr && all > 0 && j < tags; ++j) {
      shares[t * tags + j] =
          static_cast<float>(static_cast<double>(forward[j]) * static_cast<double>(backward[j]) / all);
    }
    if (t == 0) break;
    for (std::size_t j = 0; j < kStride; ++j) backward[j] *= weights_[t * kStride + j];
    multiply<kStride>(backward, chain.factors_back_.data(), tags, backward);
    normalize(tags, backward);
    float candidates[kStride];
    for (std::size_t i = 0; i < tags; ++i) {
      candidates[i] = scores_[(t - 1) * kStride + i] + chain.transitions_[i * kStride + tag];
    }
    tag = best_of(candidates, tags);
  }
}

}  // namespace pressmark

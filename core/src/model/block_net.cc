#include "model/block_net.h"

#include <algorithm>

#include "model/format.h"

namespace pressmark {

namespace {

constexpr std::size_t kTitle = static_cast<std::size_t>(BlockKind::title);
constexpr std::size_t kChrome = static_cast<std::size_t>(BlockKind::chrome);

// Scores become the share of each in e to the score, times what the chain gives it; one more, "none", has a score of 0.
void share_out(const std::vector<KindShares>& kinds, std::vector<float>& scores) {
  constexpr float kLeast = -80.0F;
  constexpr double kDoubt = 0.001;  // of the chain
  constexpr double kNone = 0.1;
  float top = 0;
  for (const float score : scores) top = std::max(top, score);
  Floats weights;
  for (const float score : scores) weights.push_back(std::max(score - top, kLeast));
  weights.push_back(std::max(-top, kLeast));
  scalar_kernels().exponentiate(weights.size(), weights.data());
  const auto weight = [&](std::size_t i) {
    return static_cast<double>(weights[i]) * (static_cast<double>(kinds[i][kTitle]) + kDoubt);
  };
  double sum = static_cast<double>(weights.back()) * kNone;
  for (std::size_t i = 0; i < scores.size(); ++i) sum += weight(i);
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<float>(weight(i) / sum);
}

}  // namespace

Result<BlockNet> BlockNet::read(const Tensors& tensors) {
  constexpr std::uint32_t kInputs = kWindow * kBlockBits;
  const auto rows = tensors.take_whole("out.weight", kOuts, kInputs);
  if (!rows) return rows.error();
  const auto bias = tensors.take("out.bias", 1, kOuts);
  if (!bias) return bias.error();
  const auto start = tensors.take("start", 1, kStates);
  if (!start) return start.error();
  const auto transitions = tensors.take("transitions", kStates, kStates);
  if (!transitions) return transitions.error();
  BlockNet net;
  net.unit_ = rows->scales[0];
  net.rows_.resize(std::size_t{kInputs} * kOuts);
  for (std::uint32_t out = 0; out < kOuts; ++out) {
    // One scale for all: their sums must be of one sort.
    if (!(net.unit_ > 0) || rows->scales[out] != net.unit_)
      return model_error("has weights of blocks without one scale");
    for (std::uint32_t input = 0; input < kInputs; ++input) {
      net.rows_[input * kOuts + out] = static_cast<std::int8_t>(rows->at(out, input));
    }
    net.bias_[out] = (*bias)[out];
  }
  net.chain_ = Chain(*start, *transitions);
  return net;
}

void BlockNet::add_rows(std::uint32_t place, const BlockBits& bits, Sums& sums) const {
  for (std::uint32_t bit = 0; bit < kBlockBits; ++bit) {
    if (!bits[bit]) continue;
    const std::int8_t* row = &rows_[(std::size_t{place} * kBlockBits + bit) * kOuts];
    for (std::uint32_t out = 0; out < kOuts; ++out) sums[out] += row[out];
  }
}

BlockShares BlockNet::judge(const std::vector<BlockFacts>& blocks) const {
  BlockShares shares;
  if (blocks.empty()) return shares;
  Floats emissions(blocks.size() * kStates);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Sums sums{};
    if (i > 0) add_rows(0, blocks[i - 1].bits, sums);
    add_rows(1, blocks[i].bits, sums);
    if (i + 1 < blocks.size()) add_rows(2, blocks[i + 1].bits, sums);
    const auto score = [&](std::size_t out) { return static_cast<float>(sums[out]) * unit_ + bias_[out]; };
    for (std::size_t state = 0; state < kStates; ++state) emissions[i * kStates + state] = score(state);
    shares.headline.push_back(score(kStates));
  }
  std::vector<Decision> decisions(blocks.size());
  Floats states(blocks.size() * kStates);
  ChainDecoder decoder(scalar_kernels());
  decoder.decode(chain_, emissions.data(), kStates, blocks.size(), decisions.data(), states.data());
  shares.kinds.resize(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const float* row = &states[i * kStates];
    std::copy_n(row, kBlockKinds, shares.kinds[i].begin());
    for (std::size_t state = kBlockKinds; state < kStates; ++state) shares.kinds[i][kChrome] += row[state];
  }
  share_out(shares.kinds, shares.headline);
  return shares;
}

}  // namespace pressmark

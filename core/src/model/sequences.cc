#include "model/sequences.h"

#include <algorithm>

namespace pressmark {

namespace {

using namespace sizes;

// So many sequences side by side turn a product with a vector into one with a matrix, whose numbers are loaded once
// for all of them.
constexpr std::size_t kLanes = 4;

}  // namespace

SequenceReader::SequenceReader(const Weights& weights, const Kernels& kernels)
    : weights_(weights),
      kernels_(kernels),
      lanes_(kLanes),
      gates_(kLanes * kGates),
      cells_(kLanes * kUnits),
      hidden_(kLanes * kUnits) {}

void SequenceReader::read(std::vector<Window>& windows, const std::vector<PieceFeatures>& pieces,
                          const WordGates& words, std::uint32_t origin, float* hidden) {
  // The longest first, so that no lane is left with a long one at the end.
  std::sort(windows.begin(), windows.end(), [](const Window& a, const Window& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.first < b.first;
  });
  for (std::size_t side = 0; side < 2; ++side) read_side(side, windows, pieces, words, origin, hidden);
}

void SequenceReader::begin(std::size_t lane, const Window& window) {
  lanes_[lane] = {&window, 0};
  std::fill_n(&cells_[lane * kUnits], kUnits, 0.0F);
  std::fill_n(&hidden_[lane * kUnits], kUnits, 0.0F);
}

void SequenceReader::move_lane(std::size_t from, std::size_t to) {
  lanes_[to] = lanes_[from];
  std::copy_n(&cells_[from * kUnits], kUnits, &cells_[to * kUnits]);
  std::copy_n(&hidden_[from * kUnits], kUnits, &hidden_[to * kUnits]);
}

void SequenceReader::start_gates(const PieceFeatures& piece, const WordGates& words, std::size_t side,
                                 float* gates) const {
  const float* rows[1 + kPlaceBits] = {words.row(piece.word) + side * kGates};
  std::size_t count = 1;
  for (std::size_t bit = 0; bit < kPlaceBits; ++bit) {
    if ((piece.place >> bit & 1U) != 0) rows[count++] = &weights_.gates_place[(bit * 2 + side) * kGates];
  }
  kernels_.sum_rows(kGates, rows, count, gates);
}

void SequenceReader::read_side(std::size_t side, const std::vector<Window>& windows,
                               const std::vector<PieceFeatures>& pieces, const WordGates& words, std::uint32_t origin,
                               float* hidden) {
  std::size_t next = 0;
  std::size_t active = 0;
  while (active < kLanes && next < windows.size()) begin(active++, windows[next++]);
  while (active > 0) {
    const auto piece_of = [&](const Lane& lane) {
      return side == 0 ? lane.window->first + lane.step : lane.window->last - 1 - lane.step;
    };
    for (std::size_t i = 0; i < active; ++i) {
      start_gates(pieces[piece_of(lanes_[i])], words, side, &gates_[i * kGates]);
    }
    kernels_.multiply(active, hidden_.data(), kUnits, weights_.gates_back[side].view(), gates_.data(), kGates);
    for (std::size_t i = 0; i < active; ++i) {
      kernels_.lstm_cell(kUnits, &gates_[i * kGates], &cells_[i * kUnits], &hidden_[i * kUnits]);
      const std::uint32_t piece = piece_of(lanes_[i]);
      if (piece >= lanes_[i].window->keep_first && piece < lanes_[i].window->keep_last) {
        const float* row = &hidden_[i * kUnits];
        kernels_.sum_rows(kUnits, &row, 1, hidden + (piece - origin) * kHidden + side * kUnits);
      }
      ++lanes_[i].step;
    }
    // Another window takes the place of one that has ended, else the last lane moves there.
    for (std::size_t i = 0; i < active;) {
      if (lanes_[i].step < lanes_[i].window->size()) {
        ++i;
      } else if (next < windows.size()) {
        begin(i++, windows[next++]);
      } else if (i == --active) {
        break;
      } else {
        move_lane(active, i);
      }
    }
  }
}

}  // namespace pressmark

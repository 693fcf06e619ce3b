// The recurrent part of the encoder: sequences of pieces, some of them side by side, from left to right and from right
// to left.
#pragma once

#include <cstdint>
#include <vector>

#include "kernels/kernels.h"
#include "model/weights.h"
#include "model/word_gates.h"
#include "passes/features.h"

namespace pressmark {

// Pieces [first, last) are read in one go; of what comes out [keep_first, keep_last) is kept.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t keep_first = 0;
  std::uint32_t keep_last = 0;

  std::uint32_t size() const { return last - first; }
};

class SequenceReader {
 public:
  SequenceReader(const Weights& weights, const Kernels& kernels);

  // Reads the windows, which become sorted by length. The 256 numbers of piece i go to
  // hidden + (i - origin) * 256, the left half from reading forward, the right half from reading backward. What comes
  // out for a window does not depend on the other windows.
  void read(std::vector<Window>& windows, const std::vector<PieceFeatures>& pieces, const WordGates& words,
            std::uint32_t origin, float* hidden);

 private:
  struct Lane {
    const Window* window = nullptr;
    std::uint32_t step = 0;
  };

  void read_side(std::size_t side, const std::vector<Window>& windows, const std::vector<PieceFeatures>& pieces,
                 const WordGates& words, std::uint32_t origin, float* hidden);
  void begin(std::size_t lane, const Window& window);
  void move_lane(std::size_t from, std::size_t to);
  void start_gates(const PieceFeatures& piece, const WordGates& words, std::size_t side, float* gates) const;

  const Weights& weights_;
  const Kernels& kernels_;
  std::vector<Lane> lanes_;
  Floats gates_;
  Floats cells_;
  Floats hidden_;
};

}  // namespace pressmark

// Which tokens stand between quotation marks: a look-up from token to region.
#pragma once

#include <vector>

#include "pressmark/article.h"

namespace pressmark {

class MarkedTokens {
 public:
  MarkedTokens(const std::vector<MarkedRegion>& regions, std::size_t tokens)
      : regions_(regions), region_of_(tokens, kNone) {}

  // The region's tokens with its opening and closing mark, where it has them.
  static TokenRange with_marks(const MarkedRegion& region) {
    return {region.tokens.first - (region.open.empty() ? 0U : 1U),
            region.tokens.last + (region.close.empty() ? 0U : 1U)};
  }

  void add(Index region) {
    const TokenRange all = with_marks(regions_[region]);
    for (std::uint32_t i = all.first; i < all.last; ++i) region_of_[i] = region;
  }

  bool contains(std::uint32_t token) const { return region_of_[token] != kNone; }
  // The region of a token, its marks included; kNone outside all.
  Index index_at(std::uint32_t token) const { return region_of_[token]; }
  const MarkedRegion& region_at(std::uint32_t token) const { return regions_[region_of_[token]]; }
  // The tokens of the region that holds this token, with their marks.
  TokenRange around(std::uint32_t token) const { return with_marks(region_at(token)); }

  bool any_in(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (contains(i)) return true;
    }
    return false;
  }

 private:
  const std::vector<MarkedRegion>& regions_;
  std::vector<Index> region_of_;
};

}  // namespace pressmark

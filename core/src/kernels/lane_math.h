// exp, the gates of an LSTM, and rounding, for vectors of any width (one_lane.h shows what a vector must have).
#pragma once

#include <cstddef>
#include <cstdint>

namespace pressmark {

template <typename V>
inline typename V::Type lane_clamp(typename V::Type x, float least, float most) {
  return V::max(V::min(x, V::splat(most)), V::splat(least));
}

inline constexpr float kRoundingShift = 12582912.0F;  // 1.5 * 2^23: a sum with it has no place for a fraction

// 2^x for |x| up to 126: 2^n times a polynomial for the fraction, from -1/2 to 1/2, its coefficients those of the
// Cephes library.
template <typename V>
inline typename V::Type lane_exp2(typename V::Type x) {
  using Type = typename V::Type;
  const Type shift = V::splat(kRoundingShift);
  const Type shifted = V::add(x, shift);
  const Type r = V::subtract(x, V::subtract(shifted, shift));
  Type y = V::splat(1.535336188e-4F);
  y = V::add(V::multiply(y, r), V::splat(1.339887440e-3F));
  y = V::add(V::multiply(y, r), V::splat(9.618437357e-3F));
  y = V::add(V::multiply(y, r), V::splat(5.550332471e-2F));
  y = V::add(V::multiply(y, r), V::splat(2.402264791e-1F));
  y = V::add(V::multiply(y, r), V::splat(6.931472028e-1F));
  y = V::add(V::multiply(y, r), V::splat(1.0F));
  return V::multiply(y, V::power_of_two(shifted));
}

inline constexpr float kLog2OfE = 1.44269504F;

// exp for x from -87 to 87; what lies beyond is taken for the nearest of these. Its relative error is below 1e-7 around
// 0 and grows with |x|, as the product's rounding does: below 6e-6 at 87.
template <typename V>
inline typename V::Type lane_exp(typename V::Type x) {
  return lane_exp2<V>(V::multiply(lane_clamp<V>(x, -87.0F, 87.0F), V::splat(kLog2OfE)));
}

// exp(factor * x), bounded so far out that sigmoid and tanh have long reached their bounds, yet products of two stay
// finite.
template <typename V>
inline typename V::Type lane_gate_exp(typename V::Type x, float factor) {
  return lane_exp2<V>(lane_clamp<V>(V::multiply(x, V::splat(factor * kLog2OfE)), -58.0F, 58.0F));
}

template <typename V>
inline typename V::Type lane_tanh(typename V::Type x) {
  const typename V::Type one = V::splat(1.0F);
  const typename V::Type e = lane_gate_exp<V>(x, 2.0F);
  return V::divide(V::subtract(e, one), V::add(e, one));
}

// sigmoid(a) * tanh(b), with one division.
template <typename V>
inline typename V::Type lane_sigmoid_tanh(typename V::Type a, typename V::Type b) {
  const typename V::Type one = V::splat(1.0F);
  const typename V::Type e = lane_gate_exp<V>(b, 2.0F);
  const typename V::Type under = V::multiply(V::add(one, lane_gate_exp<V>(a, -1.0F)), V::add(e, one));
  return V::divide(V::subtract(e, one), under);
}

// `units` numbers of each gate, `at` the first of the lanes.
template <typename V>
inline void lane_lstm_cell(std::size_t units, std::size_t at, const float* gates, float* cell, float* hidden) {
  using Type = typename V::Type;
  const Type input = V::load(gates + at);
  const Type forget = V::load(gates + units + at);
  const Type candidate = V::load(gates + 2 * units + at);
  const Type output = V::load(gates + 3 * units + at);
  const Type kept = V::divide(V::load(cell + at), V::add(V::splat(1.0F), lane_gate_exp<V>(forget, -1.0F)));
  const Type state = V::add(kept, lane_sigmoid_tanh<V>(input, candidate));
  V::store(cell + at, state);
  V::store(hidden + at, lane_sigmoid_tanh<V>(output, state));
}

// How numbers up to `most` are rounded to 16 bits: multiplied with `inverse`, which `scale` undoes.
struct Rounding {
  float scale = 0;
  float inverse = 0;
};

template <typename V>
inline Rounding lane_rounding(float most) {
  if (!(most > 1e-30F)) return {};
  return {most * (1.0F / 32767.0F), 32767.0F / most};
}

template <typename V>
inline void lane_round(const float* from, float inverse, std::int16_t* to) {
  V::store_whole(to, V::add(V::multiply(V::load(from), V::splat(inverse)), V::splat(kRoundingShift)));
}

template <typename V>
inline typename V::Type lane_magnitude(typename V::Type x) {
  return V::max(x, V::subtract(V::splat(0.0F), x));
}

}  // namespace pressmark

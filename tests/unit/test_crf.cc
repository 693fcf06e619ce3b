#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "model/crf.h"
#include "random_weights.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

constexpr float kNever = -10'000;

struct Example {
  Floats start;
  Floats transitions;
  Floats emissions;
  std::size_t stride = 0;  // of the emissions
  std::size_t count = 0;

  std::size_t tags() const { return start.size(); }
  std::vector<Decision> decode(const Kernels& kernels = best_kernels()) const {
    std::vector<Decision> decisions(count);
    ChainDecoder(kernels).decode(Chain(start, transitions), emissions.data(), stride, count, decisions.data());
    return decisions;
  }
};

using Row = std::vector<std::size_t>;

// All rows of tags, one by one.
template <typename Use>
void for_each_row(const Example& e, const Use& use) {
  Row row(e.count);
  for (;;) {
    double score = static_cast<double>(e.start[row[0]]);
    for (std::size_t t = 0; t < e.count; ++t) {
      score += static_cast<double>(e.emissions[t * e.stride + row[t]]);
      if (t > 0) score += static_cast<double>(e.transitions[row[t - 1] * e.tags() + row[t]]);
    }
    use(row, score);
    std::size_t t = 0;
    while (t < e.count && ++row[t] == e.tags()) row[t++] = 0;
    if (t == e.count) return;
  }
}

// The slow way: the best row, of several the one whose last, then second to last, ... tag is the lowest; and how
// probable each of its tags is.
struct Expected {
  Row row;
  std::vector<double> probabilities;
};

Expected by_brute_force(const Example& e) {
  Expected expected;
  double best = -1e9;
  double all = 0;
  std::vector<double> sums(e.count * e.tags());
  for_each_row(e, [&](const Row& row, double score) {  // in the order of the last tags
    if (score > best) {
      best = score;
      expected.row = row;
    }
    all += std::exp(score);
    for (std::size_t t = 0; t < e.count; ++t) sums[t * e.tags() + row[t]] += std::exp(score);
  });
  for (std::size_t t = 0; t < e.count; ++t) {
    expected.probabilities.push_back(sums[t * e.tags() + expected.row[t]] / all);
  }
  return expected;
}

void check(const Example& e) {
  const Expected expected = by_brute_force(e);
  const std::vector<Decision> decisions = e.decode();
  for (std::size_t t = 0; t < e.count; ++t) {
    CAPTURE(t);
    CHECK(decisions[t].tag == expected.row[t]);
    CHECK(std::fabs(static_cast<double>(decisions[t].probability) - expected.probabilities[t]) < 1e-5);
  }
}

// `number` gives each score.
template <typename Number>
Example make(std::size_t tags, std::size_t count, std::size_t stride, const Number& number) {
  Example e{Floats(tags), Floats(tags * tags), Floats(stride * count), stride, count};
  for (Floats* floats : {&e.start, &e.transitions, &e.emissions}) {
    for (float& score : *floats) score = number();
  }
  return e;
}

std::string tags_of(const std::vector<Decision>& decisions) {
  std::string tags;
  for (const Decision& decision : decisions) tags += static_cast<char>('0' + decision.tag);
  return tags;
}

}  // namespace

TEST_CASE("crf: the best row of tags and its probabilities are those that trying all rows gives") {
  Dice dice(8);
  const auto number = [&] { return dice.number(3); };
  for (int round = 0; round < 5; ++round) {
    for (std::size_t tags = 1; tags <= 5; ++tags) {
      for (std::size_t count = 1; count <= 5; ++count) {
        CAPTURE(tags);
        CAPTURE(count);
        check(make(tags, count, tags + static_cast<std::size_t>(round), number));
      }
    }
    check(make(19, 3, 19, number));
    check(make(20, 2, 21, number));
  }
}

TEST_CASE("crf: what is forbidden is never chosen, however much speaks for it, and has no probability") {
  Dice dice(9);
  // O B I: no I at the start, none after O.
  for (int round = 0; round < 50; ++round) {
    Example e = make(3, 6, 3, [&] { return dice.number(4); });
    e.start[2] = kNever;
    e.transitions[2] = kNever;
    for (std::size_t t = 0; t < e.count; ++t) e.emissions[t * 3 + 2] += 3;
    check(e);
    const std::string tags = tags_of(e.decode());
    CHECK(tags.front() != '2');
    CHECK(tags.find("02") == std::string::npos);
  }
  Example e{{0, kNever, kNever}, {0, kNever, kNever, 0, 0, 0, 0, 0, 0}, {0, 50, 80, 0, 50, 80}, 3, 2};
  const std::vector<Decision> decisions = e.decode();
  CHECK(tags_of(decisions) == "00");
  CHECK(decisions[0].probability == 1);
  CHECK(decisions[1].probability == 1);
}

TEST_CASE("crf: of two that are as good the tag of the lower number, from the end on") {
  CHECK(tags_of(make(4, 5, 4, [] { return 0.0F; }).decode()) == "00000");
  CHECK(tags_of(make(19, 5, 19, [] { return 0.0F; }).decode()) == "00000");
  CHECK(tags_of(Example{{0, 0, 0}, Floats(9), {0, 1, 1, 1, 0, 1}, 3, 2}.decode()) == "10");
  Dice dice(10);
  for (int round = 0; round < 60; ++round) {
    // Small whole numbers tie often, and no sum of them is rounded.
    const std::size_t tags = 2 + dice.below(4);
    check(make(tags, 5, tags, [&] { return static_cast<float>(dice.below(2)); }));
  }
}

TEST_CASE("crf: no pieces, no decisions") {
  ChainDecoder(best_kernels()).decode(Chain({0, 0, 0}, Floats(9)), nullptr, 3, 0, nullptr);
}

TEST_CASE("crf: long rows and far scores lose nothing") {
  Dice dice(11);
  Example e = make(19, 3000, 19, [&] { return dice.number(1); });
  Row wanted(e.count);
  for (std::size_t t = 0; t < e.count; ++t) {
    wanted[t] = dice.below(19);
    e.emissions[t * 19 + wanted[t]] = 500'000;
  }
  const std::vector<Decision> decisions = e.decode();
  std::size_t right = 0;
  for (std::size_t t = 0; t < e.count; ++t) {
    right += decisions[t].tag == wanted[t] && decisions[t].probability > 0.999F ? 1 : 0;
  }
  CHECK(right == e.count);
}

TEST_CASE("crf: a decoder gives the same whatever it decoded before, and whichever kernels it has") {
  Dice dice(12);
  const auto number = [&] { return dice.number(5); };
  const Example long_one = make(19, 90, 19, number);
  const Example short_one = make(3, 40, 9, number);
  const auto same = [](const std::vector<Decision>& a, const std::vector<Decision>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i].tag != b[i].tag || std::memcmp(&a[i].probability, &b[i].probability, sizeof(float)) != 0) return false;
    }
    return a.size() == b.size();
  };
  const KernelList kernels = all_kernels();
  for (std::size_t i = 0; i < kernels.count; ++i) {
    ChainDecoder decoder(*kernels.variants[i]);
    for (int round = 0; round < 2; ++round) {
      for (const Example* e : {&long_one, &short_one}) {
        std::vector<Decision> decisions(e->count);
        decoder.decode(Chain(e->start, e->transitions), e->emissions.data(), e->stride, e->count, decisions.data());
        CHECK(same(decisions, e->decode(scalar_kernels())));
      }
    }
  }
}

#include "pins/quote_finder.h"

#include <algorithm>
#include <unordered_map>

namespace pressmark {

namespace {

// Of words that stand in a text oftener than that only the first so many count, so that a log that wants "e" and "ee"
// and "eee" of a text of nothing else takes no more than its share of time and memory.
constexpr std::size_t kMostStarts = 50'000;
// Of these, so many on each side of where they stood may be meant.
constexpr std::ptrdiff_t kMostOnASide = 2'000;

class Automaton {
 public:
  Automaton() { nodes_.emplace_back(); }

  void add(std::string_view words, std::vector<std::uint32_t>* starts) {
    std::uint32_t node = 0;
    for (const char byte : words) {
      const auto [edge, is_new] = edges_.try_emplace(key(node, byte), static_cast<std::uint32_t>(nodes_.size()));
      if (is_new) {
        nodes_[node].bytes.push_back(byte);
        nodes_.emplace_back();
      }
      node = edge->second;
    }
    nodes_[node].starts = starts;
    nodes_[node].length = static_cast<std::uint32_t>(words.size());
  }

  // What has been read and is no beginning of any words goes on at its longest end that is one.
  void link() {
    std::vector<std::uint32_t> order = {0};
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::uint32_t node = order[i];
      for (const char byte : nodes_[node].bytes) {
        const std::uint32_t child = edges_.find(key(node, byte))->second;
        const std::uint32_t rest = node == 0 ? 0 : step(nodes_[node].rest, byte);
        nodes_[child].rest = rest;
        nodes_[child].found = nodes_[rest].starts != nullptr ? rest : nodes_[rest].found;
        order.push_back(child);
      }
    }
  }

  void run(std::string_view text) {
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      node = step(node, text[at]);
      for (std::uint32_t end = nodes_[node].starts != nullptr ? node : nodes_[node].found; end != 0;
           end = nodes_[end].found) {
        if (nodes_[end].starts->size() < kMostStarts) {
          nodes_[end].starts->push_back(static_cast<std::uint32_t>(at + 1) - nodes_[end].length);
        }
      }
    }
  }

 private:
  struct Node {
    std::string bytes;  // that lead on from here
    std::uint32_t rest = 0;
    std::uint32_t found = 0;  // the next of its ends that are wanted words
    std::uint32_t length = 0;
    std::vector<std::uint32_t>* starts = nullptr;
  };

  static std::uint64_t key(std::uint32_t node, char byte) {
    return (std::uint64_t{node} << 8) | static_cast<unsigned char>(byte);
  }

  std::uint32_t step(std::uint32_t node, char byte) const {
    for (;;) {
      const auto edge = edges_.find(key(node, byte));
      if (edge != edges_.end()) return edge->second;
      if (node == 0) return 0;
      node = nodes_[node].rest;
    }
  }

  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
};

std::size_t common_end(std::string_view a, std::string_view b) {
  const auto ends =
      std::mismatch(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.rbegin());
  return static_cast<std::size_t>(ends.first - a.rbegin());
}

std::size_t common_begin(std::string_view a, std::string_view b) {
  const auto ends =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return static_cast<std::size_t>(ends.first - a.begin());
}

}  // namespace

bool QuoteFinder::stands(const Quote& quote) const {
  if (quote.start > text_.size() || text_.substr(quote.start, quote.words.size()) != quote.words) return false;
  return text_.substr(0, quote.start).ends_with(quote.before) ||
         text_.substr(quote.start + quote.words.size()).starts_with(quote.after);
}

void QuoteFinder::search() {
  if (starts_.empty()) return;
  Automaton automaton;
  for (auto& [words, starts] : starts_) {
    starts.clear();
    automaton.add(words, &starts);
  }
  automaton.link();
  automaton.run(text_);
}

std::size_t QuoteFinder::fit(const Quote& quote, std::uint32_t at) const {
  return common_end(text_.substr(0, at), quote.before) +
         common_begin(text_.substr(at + quote.words.size()), quote.after);
}

std::optional<Span> QuoteFinder::find(const Quote& quote) const {
  const auto length = static_cast<std::uint32_t>(quote.words.size());
  if (stands(quote)) return Span{quote.start, quote.start + length};
  const auto found = starts_.find(quote.words);
  if (found == starts_.end() || found->second.empty()) return std::nullopt;
  const std::vector<std::uint32_t>& starts = found->second;
  const auto there = std::lower_bound(starts.begin(), starts.end(), quote.start);
  const auto first = there - std::min(there - starts.begin(), kMostOnASide);
  const auto last = there + std::min(starts.end() - there, kMostOnASide);
  const auto distance = [&](std::uint32_t at) { return at < quote.start ? quote.start - at : at - quote.start; };
  std::uint32_t best = *first;
  std::size_t best_fit = fit(quote, best);
  for (auto start = first + 1; start != last; ++start) {
    const std::size_t fits = fit(quote, *start);
    if (fits < best_fit || (fits == best_fit && distance(*start) >= distance(best))) continue;
    best = *start;
    best_fit = fits;
  }
  return Span{best, best + length};
}

}  // namespace pressmark

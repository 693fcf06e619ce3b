#include "passes/sums.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kLongest = 12;  // tokens of an amount

class SumReader {
 public:
  SumReader(const std::vector<Token>& tokens, const std::vector<Clue>& clues, const Lexicons& lexicons)
      : tokens_(tokens), clues_(clues), lexicons_(lexicons) {}

  // The end of the sum that begins at i; i where none does.
  std::uint32_t read(std::uint32_t i) const {
    if (const std::uint32_t amount = after_sign(i); amount > i) {
      const std::uint32_t end = after_amount(amount);
      return end > amount ? end : i;
    }
    const std::uint32_t end = after_amount(i);
    if (end == i) return is_many(i) && at(i + 1) == "of" && kind(i + 2, 'u') ? i + 3 : i;
    if (kind(end, 'u') || (kind(end, 'w') && kind(end - 1, 'm'))) return end + 1;
    // "2 million US dollars", "tens of billions of dollars"
    if ((kind(end, 'c') && clues_[end].capital && kind(end + 1, 'u')) || (at(end) == "of" && kind(end + 1, 'u'))) {
      return end + 2;
    }
    // "50p"
    const std::string_view word = at(i);
    return end == i + 1 && word.size() > 1 && word.ends_with('p') &&
                   word.find_first_not_of("0123456789") == word.size() - 1
               ? end
               : i;
  }

 private:
  std::string_view at(std::uint32_t i) const { return i < clues_.size() ? std::string_view(clues_[i].key) : ""; }
  bool kind(std::uint32_t i, char letter) const {
    return i < clues_.size() && lexicons_.money_words.find(clues_[i].key).find(letter) != std::string_view::npos;
  }
  bool is_number(std::uint32_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::number; }
  bool is_many(std::uint32_t i) const { return kind(i, 'm') && at(i).ends_with('s'); }

  // "$", "US$", "US $", "Rs.", "EUR"
  std::uint32_t after_sign(std::uint32_t i) const {
    if (kind(i, '$')) return i + 1;
    if (kind(i, 'c') && clues_[i].capital) {
      if (kind(i + 1, '$')) return i + 2;
      if (kind(i, 'k')) return i + 1;
    }
    return i;
  }

  // "1.2 billion", "3m", "two thousand", "hundreds of millions"
  std::uint32_t after_amount(std::uint32_t i) const {
    std::uint32_t end = i;
    if (is_number(end)) {
      ++end;
    } else if (kind(end, 'n') || is_many(end)) {
      while (end < i + kLongest && kind(end, 'n')) ++end;
    } else {
      return i;
    }
    const auto goes_on = [&] { return kind(end, 'm') || (at(end) == "of" && kind(end + 1, 'm') && is_many(end - 1)); };
    while (end < i + kLongest && goes_on()) ++end;
    return end;
  }

  const std::vector<Token>& tokens_;
  const std::vector<Clue>& clues_;
  const Lexicons& lexicons_;
};

}  // namespace

std::vector<TokenRange> find_sums(const std::vector<Token>& tokens, const std::vector<Clue>& clues,
                                  const Lexicons& lexicons) {
  const SumReader reader(tokens, clues, lexicons);
  std::vector<TokenRange> sums;
  for (std::uint32_t i = 0; i < tokens.size();) {
    const std::uint32_t end = reader.read(i);
    if (end > i) sums.push_back({i, end});
    i = end > i ? end : i + 1;
  }
  return sums;
}

}  // namespace pressmark

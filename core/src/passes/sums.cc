#include "passes/sums.h"

#include <algorithm>
#include <string>

#include "passes/name_key.h"

namespace pressmark {

namespace {

constexpr std::uint32_t kLongest = 12;  // tokens of an amount

class SumReader {
 public:
  SumReader(std::string_view text, const std::vector<Token>& tokens, const Lexicons& lexicons)
      : text_(text), tokens_(tokens), lexicons_(lexicons) {}

  // The sums among the tokens of a range, in order.
  void read_all(TokenRange range, std::vector<TokenRange>& sums) {
    first_ = range.first;
    last_ = range.last;
    keys_.clear();
    kinds_.clear();
    bool any = false;
    for (std::uint32_t i = first_; i < last_; ++i) {
      const Span span = tokens_[i].span;
      keys_.push_back(name_key(text_.substr(span.start, span.length())));
      kinds_.push_back(lexicons_.money_words.find(keys_.back()));
      any = any || !kinds_.back().empty() || tokens_[i].kind == TokenKind::number;
    }
    if (!any) return;
    for (std::uint32_t i = first_; i < last_;) {
      const std::uint32_t end = std::min(read(i), last_);
      if (end > i) sums.push_back({i, end});
      i = end > i ? end : i + 1;
    }
  }

 private:
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
    if ((kind(end, 'c') && is_capital(end) && kind(end + 1, 'u')) || (at(end) == "of" && kind(end + 1, 'u'))) {
      return end + 2;
    }
    // "50p"
    const std::string_view word = at(i);
    return end == i + 1 && word.size() > 1 && word.ends_with('p') &&
                   word.find_first_not_of("0123456789") == word.size() - 1
               ? end
               : i;
  }

  bool inside(std::uint32_t i) const { return first_ <= i && i < last_; }
  std::string_view at(std::uint32_t i) const { return inside(i) ? std::string_view(keys_[i - first_]) : ""; }
  bool kind(std::uint32_t i, char letter) const {
    return inside(i) && kinds_[i - first_].find(letter) != std::string_view::npos;
  }
  bool is_number(std::uint32_t i) const { return inside(i) && tokens_[i].kind == TokenKind::number; }
  bool is_capital(std::uint32_t i) const { return inside(i) && tokens_[i].capital; }
  bool is_many(std::uint32_t i) const { return kind(i, 'm') && at(i).ends_with('s'); }

  // "$", "US$", "US $", "Rs.", "EUR"
  std::uint32_t after_sign(std::uint32_t i) const {
    if (kind(i, '$')) return i + 1;
    if (kind(i, 'c') && is_capital(i)) {
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

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Lexicons& lexicons_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::vector<std::string_view> kinds_;  // money_words.tsv of each token
  std::vector<std::string> keys_;        // of the tokens from first_ on
};

}  // namespace

std::vector<TokenRange> find_sums(std::string_view text, const std::vector<Token>& tokens,
                                  const std::vector<Sentence>& sentences, const Lexicons& lexicons) {
  SumReader reader(text, tokens, lexicons);
  std::vector<TokenRange> sums;
  for (const Sentence& sentence : sentences) reader.read_all(sentence.tokens, sums);
  return sums;
}

}  // namespace pressmark

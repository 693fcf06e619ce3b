#include "passes/figures.h"

#include <algorithm>
#include <string>

#include "passes/amounts.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Token>& tokens, const std::vector<TokenRange>& sums,
         const std::vector<TimeExpression>& times, const Lexicons& lexicons)
      : view_(text, tokens), sums_(sums), times_(times), lexicons_(lexicons) {}

  void read(TokenRange sentence) {
    sentence_ = sentence;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      while (sum_ < sums_.size() && sums_[sum_].last <= i) ++sum_;
      const bool at_sum = sum_ < sums_.size() && sums_[sum_].first <= i;
      if (at_sum) {
        read_sum(sums_[sum_]);
        i = std::max(i + 1, sums_[sum_].last);
        continue;
      }
      i = std::max(i + 1, read_number(i));
    }
  }

  std::vector<Figure> take() { return std::move(figures_); }

 private:
  void add(Span span, std::string_view kind, std::string value, std::string unit) {
    figures_.push_back({span, std::string(kind), std::move(value), std::move(unit)});
  }

  struct Currency {
    std::string code;
    int power = 0;
  };
  // Of a sign, code or unit; its own word where the table has none.
  Currency currency(const std::string& key, bool own) const {
    const auto found = lexicons_.currencies.find(key);
    if (found == lexicons_.currencies.end()) return {own ? key : std::string(), 0};
    return {std::string(found->second.code), found->second.power};
  }

  // "US $ 5 bn", "3 million euros", "50p"
  void read_sum(TokenRange sum) {
    for (std::uint32_t i = sum.first; i < sum.last; ++i) {
      auto amount = read_amount(view_, i, sum.last, lexicons_);
      Currency unit;
      if (!amount && view_.is_number(i) && view_.lower_word(i).ends_with('p')) {
        // "50p"
        const std::string word = view_.lower_word(i);
        const std::string digits = word.substr(0, word.size() - 1);
        if (digits.find_first_not_of("0123456789") != std::string::npos) return;
        amount = Amount{digits, i + 1, true};
        unit = currency("p", false);
      }
      if (!amount) {
        if (view_.is_number(i)) return;  // "3-4"
        continue;
      }
      if (unit.code.empty()) unit = currency_of({sum.first, i}, {amount->last, sum.last});
      if (unit.code.empty()) return;
      add(view_.span(sum), "money", shift_decimal(amount->value, unit.power), unit.code);
      return;
    }
  }

  Currency currency_of(TokenRange before, TokenRange behind) const {
    std::string sign;
    for (std::uint32_t i = before.first; i < before.last; ++i) {
      if (!view_.is(i, ".")) sign += view_.lower_word(i);
    }
    if (!sign.empty()) {
      Currency whole = currency(sign, false);
      if (!whole.code.empty() || before.size() < 2) return whole;
      return currency(view_.lower_word(before.last - 1), false);
    }
    if (behind.empty()) return {};
    const std::string unit = view_.lower_word(behind.last - 1);
    for (std::uint32_t i = behind.first; i + 1 < behind.last; ++i) {
      std::string words;
      for (std::uint32_t k = i; k < behind.last; ++k) words.append(k == i ? "" : " ").append(view_.lower_word(k));
      Currency named = currency(words, false);
      if (!named.code.empty()) return named;
    }
    return currency(unit, true);
  }

  // The token behind what it read.
  std::uint32_t read_number(std::uint32_t i) {
    const auto amount = read_amount(view_, i, sentence_.last, lexicons_);
    if (!amount) return read_half_point(i);
    if (in_time(i, amount->last)) return amount->last;
    if (const std::uint32_t named = read_foreign(i, *amount); named > i) return named;
    const std::uint32_t end = percent_end(amount->last);
    const bool minus = i > sentence_.first && is_any_of(view_.lower_word(i - 1), {"-", "−", "minus"}) &&
                       (view_.lower_word(i - 1) == "minus" || view_.attached(i)) &&
                       (i - 1 == sentence_.first || !view_.attached(i - 1) || view_.lower_word(i - 1) == "minus");
    if (end > amount->last) {
      const bool points = is_points(end);
      const std::uint32_t first = minus ? i - 1 : i;
      std::string value(minus && amount->value != "0" ? "-" : "");
      value += amount->value;
      const std::uint32_t last = points ? end + 1 : end;
      add(view_.span({first, last}), points ? "percentage_points" : "percentage", std::move(value),
          points ? "pp" : "%");
      return last;
    }
    return read_count(i, *amount);
  }

  // "500 Pakistani rupees"; i where it is none.
  std::uint32_t read_foreign(std::uint32_t i, const Amount& amount) {
    if (amount.last + 1 >= sentence_.last || !view_[amount.last].capital) return i;
    const Currency unit = currency(lower(view_.text_of({amount.last, amount.last + 2})), false);
    if (unit.code.empty()) return i;
    add(view_.span({i, amount.last + 2}), "money", shift_decimal(amount.value, unit.power), unit.code);
    return amount.last + 2;
  }

  // "half a percentage point"
  std::uint32_t read_half_point(std::uint32_t i) {
    const bool half = i + 3 < sentence_.last && view_.lower_word(i) == "half" && view_.lower_word(i + 1) == "a" &&
                      view_.lower_word(i + 2) == "percentage" && view_.lower_word(i + 3) == "point";
    if (!half) return i;
    add(view_.span({i, i + 4}), "percentage_points", "0.5", "pp");
    return i + 4;
  }

  // Behind "%", "percent", "per cent", "percentage"; `from` where none stands there.
  std::uint32_t percent_end(std::uint32_t from) const {
    if (from >= sentence_.last) return from;
    const std::string word = view_.lower_word(from);
    if (is_any_of(word, {"%", "percent", "pct"})) return from + 1;
    if (from + 1 >= sentence_.last) return from;
    if (word == "per" && view_.lower_word(from + 1) == "cent") return from + 2;
    return word == "percentage" && is_points(from + 1) ? from + 1 : from;
  }

  bool is_points(std::uint32_t i) const {
    return i < sentence_.last && view_.lower_word(i - 1) == "percentage" &&
           is_any_of(view_.lower_word(i), {"point", "points"});
  }

  // A number and the plural noun that ends its phrase, or a measure.
  std::uint32_t read_count(std::uint32_t i, const Amount& amount) {
    constexpr std::uint32_t kWords = 3;
    if (is_named(i) || amount.value == "1" || (amount.in_digits && looks_like_year(amount))) return amount.last;
    for (std::uint32_t k = amount.last; k < std::min(sentence_.last, amount.last + kWords); ++k) {
      const std::string word = view_.lower_word(k);
      const bool plain = view_.is_word(k) && !view_[k].capital && !lexicons_.function_words.contains(word) &&
                         !lexicons_.cues.contains(word) && !view_.attached(k);
      if (!plain) break;
      if (!is_plural(word) && !is_measure(word)) continue;
      if (in_time(k, k + 1)) break;
      const TokenRange noun{amount.last, k + 1};
      add(view_.span({i, k + 1}), "count", amount.value, lower(view_.text_of(noun)));
      return k + 1;
    }
    return amount.last;
  }

  // "Route 66", "No. 10", "#5", "3 - 2", "10:30"
  bool is_named(std::uint32_t i) const {
    if (i == sentence_.first) return false;
    const std::uint32_t before = i - 1;
    if (view_.is(before, ".") && before > sentence_.first) return is_any_of(view_.lower_word(before - 1), {"no", "nr"});
    if (is_any_of(view_.word(before), {"#", "/", ":", "№"}) || view_.attached(i)) return true;
    const bool name = view_.is_word(before) && view_[before].capital && before > sentence_.first;
    return (name && view_.is_number(i)) ||
           is_any_of(view_.lower_word(before), {"no.", "nos.", "number", "chapter", "page"});
  }

  static bool looks_like_year(const Amount& amount) {
    return amount.value.size() == 4 && (amount.value.starts_with("19") || amount.value.starts_with("20"));
  }

  static bool is_plural(const std::string& word) {
    if (is_any_of(word, {"people", "men", "women", "children", "police", "feet", "teeth", "mice", "geese", "fish",
                         "sheep", "staff", "troops", "cattle", "aircraft", "ships"})) {
      return true;
    }
    if (word.size() < 4 || !word.ends_with('s')) return false;
    return !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") && !word.ends_with("ous") &&
           !is_any_of(word, {"says", "does", "goes", "plus", "less", "points", "percents", "others", "sometimes",
                             "always", "towards", "overseas", "whereas", "perhaps", "across"});
  }

  static bool is_measure(const std::string& word) {
    return is_any_of(word, {"km",    "kilometer", "kilometre", "mile", "meter", "metre", "m",     "cm",
                            "mm",    "kg",        "kilogram",  "gram", "g",     "ton",   "tonne", "liter",
                            "litre", "acre",      "hectare",   "ha",   "mph",   "kph",   "mw",    "gw",
                            "kwh",   "gb",        "mb",        "mm",   "ft",    "inch",  "foot",  "degree"});
  }

  bool in_time(std::uint32_t first, std::uint32_t last) {
    const Span span = view_.span({first, last});
    while (time_ < times_.size() && times_[time_].span.end <= span.start) ++time_;
    return time_ < times_.size() && times_[time_].span.overlaps(span);
  }

  TokenView view_;
  const std::vector<TokenRange>& sums_;
  const std::vector<TimeExpression>& times_;
  const Lexicons& lexicons_;
  TokenRange sentence_;
  std::size_t sum_ = 0;
  std::size_t time_ = 0;
  std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> find_figures(std::string_view text, const std::vector<Token>& tokens,
                                 const std::vector<Sentence>& sentences, const std::vector<TokenRange>& sums,
                                 const std::vector<TimeExpression>& times, const Lexicons& lexicons) {
  Finder finder(text, tokens, sums, times, lexicons);
  for (const Sentence& sentence : sentences) finder.read(sentence.tokens);
  return finder.take();
}

}  // namespace pressmark

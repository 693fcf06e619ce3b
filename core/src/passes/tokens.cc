#include "passes/tokens.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

// One token at a time, from left to right. Every method reads from at_ and moves it on.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Lexicons& lexicons) : text_(text), lexicons_(lexicons) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 5);
    while (at_ < text_.size()) {
      const char32_t c = peek();
      if (is_space(c)) {
        skip();
      } else if (starts_address()) {
        read_address();
      } else if (is_letter(c) || is_number(c) || starts_handle(c)) {
        read_word();
      } else {
        read_mark(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  // The code point at an offset; 0 at the text's end.
  char32_t code_point(std::size_t at) const { return at < text_.size() ? decode(text_, at).value : 0; }
  std::size_t after(std::size_t at) const { return at < text_.size() ? at + decode(text_, at).length : at; }
  char32_t peek() const { return code_point(at_); }
  void skip() { at_ = after(at_); }
  bool is_wordy(char32_t c) const { return is_letter(c) || is_number(c); }

  // @name, #tag
  bool starts_handle(char32_t c) const { return (c == '@' || c == '#') && is_wordy(code_point(at_ + 1)); }

  bool starts_address() const {
    const std::string_view rest = text_.substr(at_);
    return rest.starts_with("https://") || rest.starts_with("http://") || rest.starts_with("www.");
  }

  void read_address() {
    const std::size_t start = at_;
    while (at_ < text_.size() && !is_space(peek()) && !is_double_mark(peek()) && peek() != '<' && peek() != '>') skip();
    // The sentence's own punctuation is not the address's.
    while (at_ > start + 1 && std::string_view(".,;:!?)]'").find(text_[at_ - 1]) != std::string_view::npos) --at_;
    add(start, at_, TokenKind::word);
  }

  // Does the character between two wordy ones join them into one token?
  bool joins(char32_t before, char32_t c, char32_t next, std::size_t start) const {
    if (!is_wordy(next)) return false;
    if (is_apostrophe(c)) return is_letter(before) && is_letter(next) && c != 0x2018;
    if (c == '-' || c == 0x2010 || c == 0x2011 || c == '_' || c == '@') return true;
    if (c == '.' || c == ',' || c == ':') {
      if (is_number(before) && is_number(next)) return true;
    }
    if (c == '.') {
      // U.S. and a.m. go on letter by letter; names of sites are lower case: "end.The" is two sentences.
      const bool initials = is_letter(before) && is_letter(next) && single_letters(part_start(start));
      return initials || (is_letter(before) && is_letter(next) && !is_upper(next));
    }
    return c == '&' && is_upper(before) && is_upper(next);
  }

  // "U", "U.S": letters one by one from start to at_.
  bool single_letters(std::size_t start) const {
    bool letter = false;
    for (std::size_t i = start; i < at_; i = after(i)) {
      const bool now = is_letter(code_point(i));
      if (now == letter || (!now && code_point(i) != '.')) return false;
      letter = now;
    }
    return letter;
  }

  // Behind the last hyphen: D-|N.Y.
  std::size_t part_start(std::size_t start) const {
    const std::size_t hyphen = text_.substr(start, at_ - start).rfind('-');
    return hyphen == std::string_view::npos ? start : start + hyphen + 1;
  }

  void read_word() {
    const std::size_t start = at_;
    if (!is_wordy(peek())) skip();
    char32_t before = 0;
    while (at_ < text_.size()) {
      const char32_t c = peek();
      if (is_wordy(c)) {
        before = c;
      } else if (!is_combining(c) && !joins(before, c, code_point(after(at_)), start)) {
        break;
      }
      skip();
    }
    if (peek() == '.' && code_point(at_ + 1) != '.' && is_abbreviation(start)) ++at_;
    const std::size_t end = at_;
    const std::size_t clitic = clitic_start(start, end);
    const bool number = is_number(code_point(start)) && !has_long_word(start, end);
    add(start, clitic, number ? TokenKind::number : TokenKind::word);
    if (clitic < end) add(clitic, end, TokenKind::word);
  }

  // An abbreviation of the lexicon, an initial, or letters one by one.
  bool is_abbreviation(std::size_t start) const {
    if (single_letters(start)) return is_upper(code_point(start)) || after(start) < at_;
    const std::size_t part = part_start(start);
    if (part > start && single_letters(part) && after(part) < at_) return true;
    return lexicons_.abbreviations.contains(text_.substr(start, at_ - start + 1));
  }

  // Where "'s", "n't", "'ll" ... begin; `end` where there is none.
  std::size_t clitic_start(std::size_t start, std::size_t end) const {
    for (std::size_t i = end; i > start && end - i < 6;) {
      i -= decode_before(text_, i).length;
      if (!is_apostrophe(code_point(i)) || i == start) continue;
      const std::string tail = lower(text_.substr(after(i), end - after(i)));
      if (tail == "t" && lower(text_.substr(i - 1, 1)) == "n" && i - 1 > start) return i - 1;
      const bool clitic = tail == "s" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m";
      return clitic ? i : end;
    }
    return end;
  }

  // "30-day" is a word; "3rd", "1.2bn" and "90s" are numbers.
  bool has_long_word(std::size_t start, std::size_t end) const {
    std::size_t letters = 0;
    for (std::size_t i = start; i < end; i = after(i)) letters = is_letter(code_point(i)) ? letters + 1 : 0;
    return letters > 2;
  }

  void read_mark(char32_t c) {
    const std::size_t start = at_;
    skip();
    // Runs of full stops and hyphens, and the typewriter's `` and '', are one mark.
    if (c == '.' || c == '-' || c == '`') {
      while (peek() == c) skip();
    } else if (c == '\'' && peek() == '\'') {
      skip();
    }
    while (at_ < text_.size() && is_combining(peek())) {
      const bool joiner = peek() == 0x200D;
      skip();
      if (joiner && at_ < text_.size() && !is_space(peek()) && !is_wordy(peek())) skip();
    }
    add(start, at_, is_punctuation(c) ? TokenKind::punctuation : TokenKind::symbol);
  }

  void add(std::size_t start, std::size_t end, TokenKind kind) {
    Token token;
    token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    if (kind == TokenKind::word) mark_case(token);
    tokens_.push_back(token);
  }

  void mark_case(Token& token) const {
    int letters = 0;
    bool lower_case = false;
    for (std::size_t i = token.span.start; i < token.span.end; i = after(i)) {
      const char32_t c = code_point(i);
      if (!is_letter(c)) continue;
      const bool upper = is_upper(c);
      if (letters == 0) token.capital = upper;
      lower_case = lower_case || !upper;
      ++letters;
    }
    token.all_caps = letters > 1 && !lower_case;
  }

  std::string_view text_;
  const Lexicons& lexicons_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const Lexicons& lexicons) { return Tokenizer(text, lexicons).run(); }

}  // namespace pressmark

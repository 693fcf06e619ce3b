#include "texts.h"

#include <iterator>
#include <string_view>

namespace pressmark::test {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPieces[] = {
    // prose
    "said"sv,
    "says"sv,
    "told"sv,
    "asked"sv,
    "added"sv,
    "according to"sv,
    "that"sv,
    "the"sv,
    "The"sv,
    "a"sv,
    "of"sv,
    "he"sv,
    "She"sv,
    "they"sv,
    "I"sv,
    "we"sv,
    "minister"sv,
    "spokeswoman"sv,
    "officials"sv,
    "President"sv,
    "Mr."sv,
    "Dr."sv,
    "U.S."sv,
    "U.N."sv,
    "Jan."sv,
    "No. 5"sv,
    "a.m."sv,
    "Anna"sv,
    "Smith"sv,
    "London"sv,
    "Moscow"sv,
    "NATO"sv,
    "O’Neill"sv,
    "McDonald"sv,
    "didn’t"sv,
    "can't"sv,
    "’90s"sv,
    "rock 'n' roll"sv,
    "6'2\""sv,
    "1,200.50"sv,
    "$3bn"sv,
    "50%"sv,
    "3rd"sv,
    "e-mail"sv,
    "http://x.example/?q=“a”"sv,
    "@handle"sv,
    "#tag"sv,
    // chrome
    "By Anna Smith"sv,
    "LONDON (Reuters) —"sv,
    "March 3, 2025"sv,
    "2025-03-03"sv,
    "Subscribe"sv,
    "Share"sv,
    "Menu"sv,
    "© 2025 X"sv,
    "Advertisement"sv,
    // marks
    "“"sv,
    "”"sv,
    "\""sv,
    "‘"sv,
    "’"sv,
    "'"sv,
    "«"sv,
    "»"sv,
    "„"sv,
    "‟"sv,
    "‹"sv,
    "›"sv,
    "``"sv,
    "''"sv,
    "＂"sv,
    "("sv,
    ")"sv,
    "["sv,
    "]"sv,
    "."sv,
    ","sv,
    "?"sv,
    "!"sv,
    ":"sv,
    ";"sv,
    "..."sv,
    "…"sv,
    "—"sv,
    "–"sv,
    "-"sv,
    "--"sv,
    "/"sv,
    "\\"sv,
    "*"sv,
    // spaces and line ends
    " "sv,
    " "sv,
    " "sv,
    " "sv,
    "  "sv,
    "\n"sv,
    "\n\n"sv,
    "\n\n\n"sv,
    "\r\n"sv,
    "\r"sv,
    "\t"sv,
    "\v"sv,
    "\f"sv,
    "\u00a0"sv,
    "\u2003"sv,
    "\u200b"sv,
    "\u2028"sv,
    "\u2029"sv,
    "\u0085"sv,
    "\ufeff"sv,
    "\u202f"sv,
    // what is not English
    "\0"sv,
    "\x01"sv,
    "\x7f"sv,
    "\u0301"sv,
    "e\u0301"sv,
    "\u200d"sv,
    "\ufe0f"sv,
    "\ufffd"sv,
    "\uffff"sv,
    "😀"sv,
    "👩‍👩‍👧"sv,
    "🇺🇸"sv,
    "𝒜"sv,
    "\U0010ffff"sv,
    "é"sv,
    "ß"sv,
    "İ"sv,
    "ǅ"sv,
    "Ελλάδα"sv,
    "Москва"sv,
    "北京"sv,
    "「"sv,
    "」"sv,
    "שלום"sv,
    "مرحبا"sv,
    "\u202e"sv,
    "\u061c"sv,
    "ﬁ"sv,
    "½"sv,
    "²"sv,
    "٣"sv,
};

}  // namespace

std::size_t Random::below(std::size_t count) {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t bits = state_;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
  return static_cast<std::size_t>((bits ^ (bits >> 31)) % count);
}

std::string wild_text(Random& random) {
  std::string text;
  const std::size_t length = random.below(200);
  const bool spaced = random.below(4) > 0;  // most texts have words, some are one tangle
  for (std::size_t i = 0; i < length; ++i) {
    text += kPieces[random.below(std::size(kPieces))];
    if (spaced && random.below(3) > 0) text += ' ';
  }
  return text;
}

std::string wild_bytes(Random& random) {
  std::string bytes = wild_text(random);
  for (std::size_t i = random.below(20); i > 0 && !bytes.empty(); --i) {
    const std::size_t at = random.below(bytes.size());
    if (random.below(2) == 0) {
      bytes[at] = static_cast<char>(random.below(256));
    } else {
      bytes.erase(at, 1);
    }
  }
  return bytes;
}

}  // namespace pressmark::test

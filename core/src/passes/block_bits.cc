#include "passes/block_bits.h"

#include <algorithm>
#include <array>

#include "passes/block_bins.h"
#include "passes/calendar_dates.h"
#include "passes/page_bits.h"

namespace pressmark {

namespace {

using B = BlockBit;

// By BlockCue.
constexpr std::array<std::string_view, kBlockCues> kCueClasses = {"advert", "more",  "signup", "share", "comment",
                                                                  "photo",  "stamp", "ago",    "by",    "job",
                                                                  "agency", "bio",   "legal",  "nav",   "tags"};

std::size_t cue_class(std::string_view name) {
  if (name == "copyright") name = "legal";
  if (name == "site") name = "nav";
  return static_cast<std::size_t>(std::find(kCueClasses.begin(), kCueClasses.end(), name) - kCueClasses.begin());
}

class BlockReader {
 public:
  BlockReader(const TokenView& view, const Block& block, const Lexicons& lexicons, const Gazetteer& gazetteer,
              BlockFacts& facts)
      : view_(view), block_(block), lexicons_(lexicons), gazetteer_(gazetteer), facts_(facts) {}

  void run() {
    fold();
    read_words();
    read_ends();
    read_signs();
    read_names();
    read_dates();
    read_cues();
    read_hint();
    const bool spaceless = view_.first(block_.tokens.first) >= kFirstWithoutSpaces;
    const bool running = spaceless || small_words_ * 8 >= facts_.words;
    const bool sentence = facts_.has(B::ends_sentence) && facts_.words >= 6 && running;
    const bool linked = facts_.hint.link_density >= 500;
    set(B::prose, (sentence || (facts_.words >= 30 && small_words_ * 6 >= facts_.words)) && !linked &&
                      facts_.hint.heading == 0 && !facts_.has(B::phrase_head));
  }

 private:
  static constexpr char32_t kFirstWithoutSpaces = 0x0E00;  // Thai; behind it Chinese, Japanese ...

  void set(B bit, bool value = true) {
    if (value) facts_.bits.set(static_cast<std::uint32_t>(bit));
  }
  void set_bin(B first, std::uint32_t n) { facts_.bits.set(static_cast<std::uint32_t>(first) + n); }

  // "Editor's picks" -> "editors picks"
  void fold() {
    for (std::uint32_t i = block_.tokens.first; i < block_.tokens.last; ++i) {
      if (!view_.is_word(i) && !view_.is_number(i)) continue;
      const bool joined = i > block_.tokens.first && view_.attached(i) && view_.is_word(i - 1);
      if (!joined) {
        facts_.words += words_in(i);
        if (!facts_.folded.empty()) facts_.folded += ' ';
        word_starts_.push_back(facts_.folded.size());
      }
      for (const char c : without_apostrophes(view_.lower_word(i))) facts_.folded += c;
    }
  }

  // One; where there are no spaces between words, one for three letters or so.
  std::uint32_t words_in(std::uint32_t i) const {
    if (view_.first(i) < kFirstWithoutSpaces) return 1;
    return std::max<std::uint32_t>(1, view_[i].span.length() / 9);
  }

  static std::string without_apostrophes(std::string word) {
    for (const std::string_view mark : {"'", "’"}) {
      for (std::size_t at = word.find(mark); at != std::string::npos; at = word.find(mark)) word.erase(at, mark.size());
    }
    return word;
  }

  void read_words() {
    std::uint32_t all = 0;
    std::uint32_t capitals = 0;
    std::uint32_t loud = 0;
    std::uint32_t numbers = 0;
    for (std::uint32_t i = block_.tokens.first; i < block_.tokens.last; ++i) {
      numbers += view_.is_number(i) ? 1 : 0;
      if (!view_.is_word(i)) continue;
      ++all;
      capitals += view_[i].capital ? 1 : 0;
      loud += view_[i].all_caps ? 1 : 0;
      const std::string word = view_.lower_word(i);
      small_words_ += lexicons_.small_words.contains(word) ? 1 : 0;
      set(B::has_said, is_any_of(word, {"said", "says", "told", "sagte", "dit", "dijo"}));
      set(B::second_person, is_any_of(word, {"you", "your", "yours", "sie", "ihre", "vous", "votre"}));
      set(B::first_person, is_any_of(word, {"i", "we", "our", "us", "my", "wir", "uns", "nous", "notre"}));
      set(B::month, lexicons_.months.contains(word) && word != "may");
    }
    set_bin(B::words, bin(std::max<std::uint32_t>(facts_.words, 1), {2, 3, 4, 6, 9, 13, 21, 41, 81}));
    const std::uint32_t share = all == 0 ? 0 : capitals * 100 / all;
    set_bin(B::capitals, capitals == 0 ? 0 : capitals == all ? 5 : 1 + bin(share, {20, 50, 80}));
    set(B::all_caps, all > 0 && loud == all);
    set_bin(B::function_words, small_words_ == 0 ? 0 : 1 + bin(small_words_ * 100 / std::max(all, 1U), {13, 30}));
    if (numbers > 0) set_bin(B::digits, numbers * 2 >= facts_.words ? 1 : 0);
    set(B::only_number, all == 0 && numbers > 0);
  }

  void read_ends() {
    const std::uint32_t first = block_.tokens.first;
    const Token& token = view_[first];
    set(B::starts_capital, view_.is_word(first) && token.capital);
    set(B::starts_lower, view_.is_word(first) && !token.capital);
    set(B::starts_number, view_.is_number(first));
    const char32_t c = view_.first(first);
    set(B::starts_mark, is_double_mark(c) || is_single_mark(c));
    set(B::starts_bullet, is_any_of(view_.word(first), {"•", "*", "·", "▪", "►", "»", "›", "–", "-", "—"}));
    set(B::starts_dash, is_dash(c));
    set(B::starts_symbol, !view_.is_word(first) && !view_.is_number(first) && !is_double_mark(c) && !is_single_mark(c));
    set(B::numbered_item, view_.is_number(first) && block_.tokens.size() > 3 &&
                              is_any_of(view_.word(first + 1), {".", ")"}) && view_.is_word(first + 2));
    std::uint32_t last = block_.tokens.last - 1;
    while (last > first && is_any_of(view_.word(last), {"”", "\"", "’", "'", ")", "''", "»", "]", "“"})) --last;
    const std::string_view word = view_.word(last);
    const bool dotted = word.size() > 2 && word.back() == '.';
    set(B::ends_sentence, is_any_of(word, {".", "!", "?", "…", "...", "。", "！", "？", "।", "؟"}) || dotted);
    set(B::ends_question, word == "?");
    set(B::ends_ellipsis, word == "…" || word == "..." || word == "[…]");
    set(B::ends_colon, word == ":");
    set(B::ends_number, view_.is_number(last));
    set(B::ends_comma, word == ",");
  }

  void read_signs() {
    for (std::uint32_t i = block_.tokens.first; i < block_.tokens.last; ++i) {
      const std::string_view word = view_.word(i);
      const bool inner = i > block_.tokens.first && i + 1 < block_.tokens.last;
      const char32_t c = view_.first(i);
      set(B::has_mark, is_double_mark(c));
      set(B::has_comma, word == ",");
      set(B::has_at, word.find('@') != std::string_view::npos);
      set(B::has_address, word.find("www.") == 0 || word.find("http") == 0 ||
                              word.find(".com") != std::string_view::npos ||
                              word.find(".org") != std::string_view::npos);
      const bool bar = inner && is_any_of(word, {"|", "·", "•", "»", "/", ">", "›", "→"});
      set(B::has_bar, bar);
      if (bar) ++facts_.bars;
      set(B::has_colon, inner && word == ":");
      set(B::has_question, word == "?");
      set(B::has_money, is_any_of(word, {"$", "€", "£", "¥", "%"}));
      const bool stop = inner && is_any_of(word, {".", "!", "?", "…"});
      set(B::inner_sentence, stop && view_[i + 1].capital && !view_.attached(i + 1));
    }
  }

  void read_names() {
    const std::uint32_t first = block_.tokens.first;
    if (!view_.is_word(first)) return;
    set(B::starts_by, is_any_of(view_.lower_word(first), {"by", "von", "par", "por", "di", "door", "av"}));
    const bool two = block_.tokens.size() >= 2 && view_[first].capital && view_[first + 1].capital;
    if (facts_.words <= 40) {
      for (std::uint32_t i = first; i + 1 < block_.tokens.last; ++i) {
        if (!view_[i].capital || !view_[i + 1].capital || view_.attached(i + 1)) continue;
        const bool given = (gazetteer_.find(view_.key(i)) & kGiven) != 0;
        set(B::has_given_name, given);
        set(B::given_name, given && i == first);
      }
    }
    set(B::bare_name, two && facts_.words <= 4 && facts_.words == block_.tokens.size() && facts_.has(B::given_name));
  }

  void read_dates() {
    const auto dates = find_calendar_dates(view_.text(), block_.span, lexicons_);
    set(B::date, !dates.empty());
    set(B::mostly_date, !dates.empty() && facts_.words <= 12 && small_words_ <= 2);
    for (std::uint32_t i = block_.tokens.first; i < block_.tokens.last; ++i) {
      const std::string_view word = view_.word(i);
      if (!view_.is_number(i) && !view_.is_word(i)) continue;
      const std::string low = lower(word);
      set(B::clock,
          is_any_of(low, {"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "uhr", "gmt", "est", "edt", "utc", "bst"}) ||
              (word.find(':') != std::string_view::npos && view_.is_number(i)) ||
              (view_.is_number(i) && i + 2 < block_.tokens.last && view_.is(i + 1, ":") && view_.is_number(i + 2) &&
               view_.attached(i + 1) && view_.attached(i + 2)));
      set(B::year, view_.is_number(i) && word.size() == 4 && (word.starts_with("19") || word.starts_with("20")));
    }
  }

  void read_cues() {
    const std::string_view folded = facts_.folded;
    set(B::phrase, folded.empty() || lexicons_.chrome_phrases.contains(folded));
    constexpr std::uint32_t kShort = 30;
    constexpr std::uint32_t kLongest = 4;
    for (std::uint32_t i = 0; i < word_starts_.size(); ++i) {
      if (i > 0 && facts_.words > kShort * 2) break;
      for (std::uint32_t n = 1; n <= kLongest && i + n <= word_starts_.size(); ++n) {
        const std::size_t end = i + n == word_starts_.size() ? folded.size() : word_starts_[i + n] - 1;
        const std::string_view phrase = folded.substr(word_starts_[i], end - word_starts_[i]);
        if (i == 0 && n >= 2 && facts_.words <= 14) set(B::phrase_head, lexicons_.chrome_phrases.contains(phrase));
        const std::string_view name = lexicons_.block_cues.find(phrase);
        // "Ann Lee is a writer in Hull" tells of its author, "This is a dam" of nothing.
        if (name.empty() || (name == "bio" && phrase.starts_with("is ") && !facts_.has(B::given_name))) continue;
        const auto kind = static_cast<std::uint32_t>(cue_class(name));
        if (facts_.words <= kShort || name == "photo") set_bin(B::cue, kind);
        if (i == 0) set_bin(B::cue_first, kind);
      }
    }
    if (view_.is(block_.tokens.first, "©")) set_bin(B::cue_first, static_cast<std::uint32_t>(cue_class("copyright")));
  }

  void read_hint() {
    const Hint& hint = facts_.hint;
    set(B::hint_content, hint.content);
    if (hint.heading > 0) set_bin(B::hint_heading, std::min<std::uint32_t>(hint.heading, 3) - 1);
    set(B::hint_list, hint.list);
    set(B::hint_quote, hint.quote);
    set(B::hint_caption, hint.caption);
    set(B::hint_author, hint.author);
    set(B::hint_date, hint.date);
    if (hint.link_density > 0) set_bin(B::hint_links, bin(hint.link_density, {300, 800}));
  }

  const TokenView& view_;
  const Block& block_;
  const Lexicons& lexicons_;
  const Gazetteer& gazetteer_;
  BlockFacts& facts_;
  std::vector<std::size_t> word_starts_;  // in `folded`
  std::uint32_t small_words_ = 0;
};

// Hints are in the order of the text; `next` goes along with the blocks.
Hint hint_of(const Block& block, const std::vector<Hint>& hints, std::size_t& next) {
  while (next < hints.size() && hints[next].span.end <= block.span.start) ++next;
  if (next == hints.size() || !hints[next].span.overlaps(block.span)) return {};
  return hints[next];
}

}  // namespace

std::vector<BlockFacts> read_blocks(const TokenView& view, const std::vector<Block>& blocks, const Request& request,
                                    const Lexicons& lexicons, const Gazetteer& gazetteer) {
  std::vector<BlockFacts> facts(blocks.size());
  std::size_t hint = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    facts[i].hint = hint_of(blocks[i], request.hints, hint);
    BlockReader(view, blocks[i], lexicons, gazetteer, facts[i]).run();
  }
  read_page(view, blocks, request, lexicons, facts);
  return facts;
}

}  // namespace pressmark

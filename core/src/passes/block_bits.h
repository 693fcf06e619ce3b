// What is read off the blocks of a page, as yes or no, for the model that says what each is (block_kinds.h).
//
// A block is described by itself (length, case, punctuation, cue words), by its place (in the page, and beside the
// prose that makes the article), by what stands elsewhere (its words in the article, the same line again) and by what
// HTML told. A trained model knows the bits by their numbers: after a change here train/blocks.py wants to run anew.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

#include "lexicons.h"
#include "model/gazetteer.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

// Names with "= before + n" have n bits: a bit for each bin or class.
enum class BlockBit : std::uint32_t {
  words,                       // 1 2 3 4-5 6-8 9-12 13-20 21-40 41-80 more
  ends_sentence = words + 10,  // . ! ? or …, perhaps in marks
  ends_question,
  ends_ellipsis,
  ends_colon,
  ends_number,
  ends_comma,
  inner_sentence,  // a full stop within, and a capital behind it
  capitals,        // words with a capital: none, under 1/5, 1/2, 4/5, all but some, all
  all_caps = capitals + 6,
  starts_capital,
  starts_lower,
  starts_number,
  starts_mark,
  starts_bullet,
  starts_dash,
  starts_symbol,
  numbered_item,  // "3. Beat the eggs"
  only_number,
  function_words,  // share of the, and, is ...: none, under 1/8, 1/4, more
  has_mark = function_words + 4,
  has_comma,
  has_at,       // an e-mail address, a handle
  has_address,  // of the web
  has_bar,      // | · • » / > between words
  has_colon,
  has_question,
  has_money,
  has_said,
  second_person,      // you, your
  first_person,       // I, we, our
  digits,             // numbers among its words: some, half
  date = digits + 2,  // day, month and year
  month,
  clock,  // 10:30, 7 p.m.
  year,
  mostly_date,
  starts_by,
  given_name,  // begins with a given name and another capital
  bare_name,   // and is little more
  has_given_name,
  phrase,                // is a line of chrome_phrases.tsv
  phrase_head,           // begins with one
  cue,                   // classes of block_cues.tsv within, 15; nothing of a long block
  cue_first = cue + 15,  // the same, at its start; of any block
  gap = cue_first + 15,  // line ends before it: 1, 2, more
  run = gap + 3,         // lines without a blank one between: 1, 2, 3-5, 6-15, more
  run_first = run + 5,
  run_last,
  run_words,              // words a line of the run: under 3, 6, 12, more
  again = run_words + 4,  // the same line stands again, twice
  again_first = again + 2,
  again_last,
  within_other,  // a longer line holds it whole
  prose,
  like_before,  // of the same shape as the block before it: case, length, end
  like_behind,
  alike = like_behind + 1,  // blocks of one shape in a row: 1, 2, 3-5, more
  prose_above = alike + 4,  // blocks up to the next prose: 1, 2, 3-5, 6-12, more or none
  prose_below = prose_above + 5,
  page_place = prose_below + 5,  // tenths of the page's blocks
  article_in = page_place + 10,
  article_first,
  article_last,
  article_before,  // blocks up to the article: 1, 2, 3-4, 5-8, 9-16, more
  article_after = article_before + 6,
  core_in = article_after + 6,  // the same of the densest part
  core_before,                  // 1-2, 3-6, more
  core_after = core_before + 3,
  prose_before = core_after + 3,  // prose among the five blocks before: none, 1-2, 3-4, 5
  prose_after = prose_before + 4,
  share_before = prose_after + 4,  // of all the page's prose, by words: none, under 1/10, 1/3, 2/3, 9/10, more
  told_again = share_before + 6,   // its content words in the article: none, under 1/3, 2/3, nine tenths, all
  told_early = told_again + 5,     // in the article's first three paragraphs: likewise
  cue_near = told_early + 5,       // a short line with a cue of each class among the two blocks above
  cue_above = cue_near + 15,       // among the twelve above
  cue_since = cue_above + 15,      // anywhere above, behind the article's first paragraph
  cue_below = cue_since + 15,      // among the two below
  date_above = cue_below + 15,     // a short line with a date among the two above, the twelve above
  date_below = date_above + 2,     // among the two below
  date_soon,                       // among the six below: a line with a date
  by_soon,                         // that begins with "by"
  told_most,                       // of the lines up to the article: most words in its first paragraphs
  told_second,                     // second most
  told_first,                      // the first one with half of its words there
  page_title,                      // what HTML tells as the page's title
  page_has_hints,
  page_has_content,
  hint_content,
  hint_heading,  // 1, 2, 3 or more
  hint_list = hint_heading + 3,
  hint_quote,
  hint_caption,
  hint_author,
  hint_date,
  hint_links,  // of its letters: some, half, nearly all
  count = hint_links + 3,
};
inline constexpr std::uint32_t kBlockBits = static_cast<std::uint32_t>(BlockBit::count);

// The classes of block_cues.tsv, in this order in `cue` and its like.
enum class BlockCue : std::uint32_t {
  advert,
  more,
  signup,
  share,
  comment,
  photo,
  stamp,
  ago,
  by,
  job,
  agency,
  bio,
  legal,
  nav,
  tags,
  count,
};
inline constexpr std::uint32_t kBlockCues = static_cast<std::uint32_t>(BlockCue::count);

using BlockBits = std::bitset<kBlockBits>;

// What later steps ask of a block as well.
struct BlockFacts {
  BlockBits bits;
  std::uint32_t words = 0;
  std::uint32_t bars = 0;  // signs between its words, as a menu has them: Home | World | Sport
  std::string folded;      // its words and numbers in lower case, with a space between
  Hint hint;               // what HTML told of it

  bool has(BlockBit bit) const { return bits[static_cast<std::uint32_t>(bit)]; }
  // One of the bins of a bit, from `first` up to before `last`.
  bool has(BlockBit bit, std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t bin = first; bin < last; ++bin) {
      if (bits[static_cast<std::uint32_t>(bit) + bin]) return true;
    }
    return false;
  }
  bool has(BlockCue cue) const {
    return bits[static_cast<std::uint32_t>(BlockBit::cue) + static_cast<std::uint32_t>(cue)];
  }
};

// One for each block, in order.
std::vector<BlockFacts> read_blocks(const TokenView& view, const std::vector<Block>& blocks, const Request& request,
                                    const Lexicons& lexicons, const Gazetteer& gazetteer);

}  // namespace pressmark

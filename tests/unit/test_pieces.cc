#include <doctest/doctest.h>

#include "piece_probe.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

// The pieces of a token with | between them.
std::string pieces_of(std::string_view text) {
  const CutText cut = cut_text(text);
  std::string all;
  for (std::size_t i = 0; i < cut.pieces.all.size(); ++i) {
    if (i > 0) all += cut.pieces.all[i].token == cut.pieces.all[i - 1].token ? "|" : " ";
    all += cut.piece(i);
  }
  return all;
}

// "0-3 3-7": what the ranges hold.
std::string ranges_of(const std::vector<PieceRange>& ranges) {
  std::string all;
  for (const PieceRange range : ranges) {
    if (!all.empty()) all += " ";
    all += std::to_string(range.first) + "-" + std::to_string(range.last);
  }
  return all;
}

}  // namespace

TEST_CASE("pieces: a token is a piece, one with hyphens as many as it has parts") {
  CHECK(pieces_of("A Delhi-based firm didn't pay.") == "A Delhi|-|based firm did n't pay .");
  CHECK(pieces_of("Russia-Ukraine") == "Russia|-|Ukraine");
  CHECK(pieces_of("mother-in-law's") == "mother|-|in|-|law 's");
  CHECK(pieces_of("a non\u2011EU state") == "a non|\u2011|EU state");
  CHECK(pieces_of("30-day, 1990-95") == "30|-|day , 1990|-|95");
}

TEST_CASE("pieces: a dash is one piece, however long") {
  CHECK(pieces_of("late - but -- well --- late") == "late - but -- well --- late");
  CHECK(pieces_of("a word—and more") == "a word — and more");
}

TEST_CASE("pieces: addresses, handles and tags stay whole") {
  CHECK(pieces_of("See https://example.org/a-b-c?d=e.") == "See https://example.org/a-b-c?d=e .");
  CHECK(pieces_of("www.a-b.example") == "www.a-b.example");
  CHECK(pieces_of("anna-berg@a-b.example") == "anna-berg@a-b.example");
  CHECK(pieces_of("by @anna-berg on #red-card") == "by @anna-berg on #red-card");
}

TEST_CASE("pieces: sentences and paragraphs cover them in order") {
  const CutText cut = cut_text("He-man left. Anna stayed.\n\nNobody knew.\n\nYes.");
  CHECK(ranges_of(cut.pieces.sentences) == "0-5 5-8 8-11 11-13");
  CHECK(ranges_of(cut.pieces.paragraphs) == "0-8 8-11 11-13");
}

TEST_CASE("pieces: a text without sentences has none") {
  for (const char* text : {"", " \n\n "}) {
    const CutText cut = cut_text(text);
    CHECK(cut.pieces.all.empty());
    CHECK(cut.pieces.sentences.empty());
    CHECK(cut.pieces.paragraphs.empty());
  }
}

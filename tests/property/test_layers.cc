// What article.h promises of every layer holds for texts that no editor would print.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "model/model.h"
#include "passes/blocks.h"
#include "passes/features.h"
#include "passes/marks.h"
#include "passes/pieces.h"
#include "passes/sentences.h"
#include "passes/tags.h"
#include "passes/tokens.h"
#include "pressmark/analyzer.h"
#include "project_analyzer.h"
#include "project_model.h"
#include "properties.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "texts.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

// The layers that only the tagger sees, with the same checks.
class TaggerProperties {
 public:
  explicit TaggerProperties(const Request& request) : text_(request.text) {
    tokens_ = tokenize(text_, lexicons());
    const std::vector<Block> blocks =
        find_blocks(text_, tokens_, request, model().blocks(), model().gazetteer(), lexicons());
    sentences_ = split_sentences(text_, tokens_, blocks, lexicons());
    const std::vector<MarkedRegion> marks = pair_marks(text_, tokens_, blocks);
    pieces_ = cut_pieces(text_, tokens_, sentences_);
    features_ = find_features(text_, tokens_, marks, pieces_, model().knowledge(lexicons()));
    tags_ = tag(tokens_.size(), pieces_, features_, model().weights());
  }

  void check() const {
    CHECK(pieces_tile_the_sentences());
    CHECK(sentences_tile_the_paragraphs());
    CHECK(features_are_rows());
    CHECK(in_order(tags_.names, [](const Name&) { return true; }));
    for (const AttributionPart part : {AttributionPart::source, AttributionPart::cue, AttributionPart::content}) {
      CHECK(in_order(tags_.parts, [part](const TaggedPart& tagged) { return tagged.part == part; }));
    }
    CHECK(std::is_sorted(tags_.parts.begin(), tags_.parts.end(),
                         [](const TaggedPart& a, const TaggedPart& b) { return a.span.start < b.span.start; }));
  }

 private:
  static const Lexicons& lexicons() {
    static const Lexicons all = Lexicons::load();
    return all;
  }
  static const Model& model() { return project_model(); }

  // Each token of a sentence is the row of its pieces.
  bool pieces_tile_the_sentences() const {
    std::size_t next = 0;
    for (const Sentence& sentence : sentences_) {
      for (std::uint32_t token = sentence.tokens.first; token < sentence.tokens.last; ++token) {
        std::uint32_t reached = tokens_[token].span.start;
        for (; next < pieces_.all.size() && pieces_.all[next].token == token; ++next) {
          const Span span = pieces_.all[next].span;
          if (span.start != reached || span.empty()) return false;
          reached = span.end;
        }
        if (reached != tokens_[token].span.end) return false;
      }
    }
    return next == pieces_.all.size();
  }

  bool sentences_tile_the_paragraphs() const {
    std::uint32_t reached = 0;
    std::size_t sentence = 0;
    for (const PieceRange paragraph : pieces_.paragraphs) {
      if (paragraph.first != reached || paragraph.size() == 0) return false;
      while (reached < paragraph.last) {
        if (sentence == pieces_.sentences.size() || pieces_.sentences[sentence].first != reached) return false;
        reached = pieces_.sentences[sentence++].last;
      }
      if (reached != paragraph.last) return false;
    }
    return reached == pieces_.all.size() && sentence == pieces_.sentences.size();
  }

  bool features_are_rows() const {
    if (features_.pieces.size() != pieces_.all.size()) return false;
    for (const PieceFeatures& piece : features_.pieces) {
      if (piece.word >= features_.words.size() || piece.place >> kPlaceBits != 0) return false;
      if (piece.name != kNone && piece.name >= features_.names) return false;
    }
    for (const WordFeatures& word : features_.words) {
      if (word.word > model().vocabulary().size()) return false;
      for (const std::uint8_t character : word.characters) {
        if (character >= kCharacterKinds) return false;
      }
    }
    return true;
  }

  // Those that are `wanted` follow one another without overlap, each in one paragraph and with the tokens that it has.
  template <typename Tagged, typename Wanted>
  bool in_order(const std::vector<Tagged>& all, const Wanted& wanted) const {
    std::uint32_t reached = 0;
    std::size_t paragraph = 0;
    for (const Tagged& tagged : all) {
      if (!wanted(tagged)) continue;
      if (tagged.span.empty() || tagged.span.start < reached || tagged.score > 1000 || tagged.tokens.empty())
        return false;
      reached = tagged.span.end;
      const Span tokens{tokens_[tagged.tokens.first].span.start, tokens_[tagged.tokens.last - 1].span.end};
      if (!tokens.contains(tagged.span)) return false;
      if (tagged.tokens.size() > 1 && tagged.span.start >= tokens_[tagged.tokens.first].span.end) return false;
      while (span_of(paragraph).end <= tagged.span.start) {
        if (++paragraph == pieces_.paragraphs.size()) return false;
      }
      if (!span_of(paragraph).contains(tagged.span)) return false;
    }
    return true;
  }

  Span span_of(std::size_t paragraph) const {
    const PieceRange range = pieces_.paragraphs[paragraph];
    return {pieces_.all[range.first].span.start, pieces_.all[range.last - 1].span.end};
  }

  const std::string& text_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  Pieces pieces_;
  Features features_;
  Tags tags_;
};

void check_layers(Request request) {
  Result<Article> article = project_analyzer().analyze(std::move(request));
  REQUIRE(article);
  resolve_places(*article, project_places());
  CAPTURE(article->text);
  Properties(*article).check();
}

}  // namespace

TEST_CASE("The layers of wild texts keep their promises") {
  Random random(1);
  for (int i = 0; i < 1500; ++i) {
    Request request = make_request(wild_bytes(random));
    request.clean = random.below(2) == 0;
    check_layers(std::move(request));
  }
}

TEST_CASE("The layers of short texts keep their promises") {
  const char* pieces[] = {"a", "“", "”", "\"", "'", ".", " ", "\n", "😀", "Ann"};
  const std::size_t count = std::size(pieces);
  for (std::size_t i = 0; i < count * count * count; ++i) {
    check_layers(make_request(std::string(pieces[i % count]) + pieces[i / count % count] + pieces[i / count / count]));
  }
  for (const char* piece : pieces) check_layers(make_request(piece));
  check_layers(make_request(""));
}

TEST_CASE("The pieces, features and tags of wild texts keep their promises") {
  Random random(6);
  for (int i = 0; i < 700; ++i) {
    Request request = make_request(i == 0 ? "" : wild_bytes(random));
    request.clean = random.below(2) == 0;
    CAPTURE(request.text);
    TaggerProperties(request).check();
  }
}

TEST_CASE("The user's blocks and names, wherever they lie, leave the promises whole") {
  Random random(2);
  for (int i = 0; i < 500; ++i) {
    Request request = make_request(wild_text(random));
    std::vector<std::uint32_t> borders;
    for (std::uint32_t at = 0; at < request.text.size(); at += decode(request.text, at).length) borders.push_back(at);
    borders.push_back(static_cast<std::uint32_t>(request.text.size()));
    for (std::size_t n = random.below(5); n > 0; --n) {
      const std::uint32_t x = borders[random.below(borders.size())];
      const std::uint32_t y = borders[random.below(borders.size())];
      const Span span = {std::min(x, y), std::max(x, y)};
      request.blocks.push_back({span, static_cast<BlockKind>(random.below(13))});
      request.hints.push_back({span, static_cast<std::uint8_t>(random.below(7)), random.below(2) == 0});
    }
    request.dictionary = {{"Anna", EntityType::org, {"the"}, false}, {"London", EntityType::loc, {}, true}};
    request.dictionary.push_back({wild_text(random), EntityType::misc, {"“", "😀", ""}, random.below(2) == 0});
    check_layers(std::move(request));
  }
}

// Time grows with the text, not with its square: four times the text may not take ten times as long.
TEST_CASE("Monotonous texts are analysed in time") {
  const auto seconds = [](const std::string& piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    const std::clock_t start = std::clock();
    check_layers(make_request(text));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  for (const std::string piece : {"“",
                                  "\"",
                                  "' ",
                                  "(",
                                  "a ",
                                  "a",
                                  "Ann ",
                                  "\n",
                                  "a\n",
                                  "a\n\n",
                                  "he said. ",
                                  "“He said, ",
                                  ". ",
                                  "😀",
                                  "\u0301",
                                  "-",
                                  "said ",
                                  "U.S. ",
                                  "Ann Reed said ",
                                  "Paris, Texas, ",
                                  "“No,” he said, "}) {
    CAPTURE(piece);
    CHECK(seconds(piece, 80'000) < 10 * std::max(seconds(piece, 20'000), 0.02));
  }
}

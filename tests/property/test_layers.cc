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
#include "text/characters.h"
#include "text/utf8.h"
#include "texts.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

// The properties of one article. Each is asked for once a layer, for an assertion a span would take longer than the
// analysis.
class Properties {
 public:
  explicit Properties(const Article& article) : a_(article), size_(static_cast<std::uint32_t>(article.text.size())) {}

  void check() const {
    CHECK(tokens_tile_the_text());
    CHECK(blocks_hold_all_but_white_space());
    CHECK(sentences_cover_kept_blocks());
    CHECK(marks_are_regions());
    CHECK(names_do_not_overlap());
    CHECK(names_lie_in_kept_blocks());
    CHECK(names_lie_in_sentences());
    CHECK(entities_and_references_are_rows());
    CHECK(places_lie_on_earth());
    CHECK(content_lies_in_its_block());
    CHECK(marks_of_quotations_lie_in_their_blocks());
    CHECK(parts_of_quotations_are_spans());
    CHECK(parents_of_quotations_are_rows());
    CHECK(speakers_are_rows());
    CHECK(fields_and_times_are_spans());
  }

 private:
  bool border(std::uint32_t at) const { return at == size_ || (at < size_ && !is_continuation(a_.text[at])); }
  bool good(Span span) const { return span.start <= span.end && border(span.start) && border(span.end); }
  bool full(Span span) const { return good(span) && !span.empty(); }
  bool row(Index index, std::size_t rows) const { return index == kNone || index < rows; }

  bool white(std::uint32_t start, std::uint32_t end) const {
    for (std::uint32_t at = start; at < end;) {
      const CodePoint c = decode(a_.text, at);
      if (!is_space(c.value)) return false;
      at += c.length;
    }
    return true;
  }

  // The tokens of the range are those within the span.
  bool holds(Span span, TokenRange range) const {
    if (range.first > range.last || range.last > a_.tokens.size()) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (!span.contains(a_.tokens[i].span)) return false;
    }
    const bool before = range.first == 0 || a_.tokens[range.first - 1].span.end <= span.start;
    const bool after = range.last == a_.tokens.size() || a_.tokens[range.last].span.start >= span.end;
    return before && after;
  }

  bool ordered(const std::vector<Span>& spans, Span within) const {
    std::uint32_t reached = within.start;
    for (const Span span : spans) {
      if (!full(span) || span.start < reached || span.end > within.end) return false;
      reached = span.end;
    }
    return true;
  }

  bool tokens_tile_the_text() const {
    std::uint32_t reached = 0;
    for (const Token& token : a_.tokens) {
      if (!full(token.span) || token.span.start < reached || !white(reached, token.span.start)) return false;
      reached = token.span.end;
    }
    return white(reached, size_);
  }

  bool blocks_hold_all_but_white_space() const {
    std::uint32_t reached = 0;
    for (const Block& block : a_.blocks) {
      if (!full(block.span) || block.span.start < reached || !white(reached, block.span.start)) return false;
      if (!holds(block.span, block.tokens) || block.score > 1000 || block.level > 6) return false;
      if (!row(block.duplicate_of, a_.blocks.size())) return false;
      reached = block.span.end;
    }
    return white(reached, size_);
  }

  bool sentences_cover_kept_blocks() const {
    std::size_t next = 0;
    for (Index b = 0; b < a_.blocks.size(); ++b) {
      const Block& block = a_.blocks[b];
      if (!block.kept()) continue;
      std::uint32_t token = block.tokens.first;
      for (; next < a_.sentences.size() && a_.sentences[next].block == b; ++next) {
        const Sentence& sentence = a_.sentences[next];
        if (sentence.tokens.empty() || sentence.tokens.first != token) return false;
        if (!full(sentence.span) || !block.span.contains(sentence.span)) return false;
        if (!holds(sentence.span, sentence.tokens)) return false;
        token = sentence.tokens.last;
      }
      if (token != block.tokens.last) return false;
    }
    return next == a_.sentences.size();
  }

  bool marks_are_regions() const {
    for (const MarkedRegion& region : a_.marks) {
      if (!good(region.open) || !good(region.inside) || !good(region.close)) return false;
      if (region.block >= a_.blocks.size() || !a_.blocks[region.block].kept()) return false;
      if (!a_.blocks[region.block].span.contains(region.inside)) return false;
      if (!row(region.parent, a_.marks.size())) return false;
      if (region.parent != kNone && !a_.marks[region.parent].inside.contains(region.inside)) return false;
      if (region.tokens.first > region.tokens.last || region.tokens.last > a_.tokens.size()) return false;
    }
    return true;
  }

  bool names_do_not_overlap() const {
    std::uint32_t reached = 0;
    for (const Name& name : a_.names) {
      if (!full(name.span) || name.span.start < reached || name.score > 1000) return false;
      if (name.tokens.empty() || name.tokens.last > a_.tokens.size()) return false;
      reached = name.span.end;
    }
    return true;
  }

  bool names_lie_in_sentences() const {
    std::size_t sentence = 0;
    for (const Name& name : a_.names) {
      while (sentence < a_.sentences.size() && a_.sentences[sentence].span.end <= name.span.start) ++sentence;
      if (sentence == a_.sentences.size() || !a_.sentences[sentence].span.contains(name.span)) return false;
    }
    return true;
  }

  bool names_lie_in_kept_blocks() const {
    std::size_t block = 0;
    for (const Name& name : a_.names) {
      while (block < a_.blocks.size() && a_.blocks[block].span.end <= name.span.start) ++block;
      if (block == a_.blocks.size() || !a_.blocks[block].kept()) return false;
      if (!a_.blocks[block].span.contains(name.span)) return false;
    }
    return true;
  }

  bool places_lie_on_earth() const {
    if (a_.geo.size() != a_.entities.size()) return false;
    for (Index i = 0; i < a_.geo.size(); ++i) {
      if (!a_.geo[i]) continue;
      const Geo& geo = *a_.geo[i];
      if (a_.entities[i].type != EntityType::loc && a_.entities[i].type != EntityType::fac) return false;
      if (geo.geonames_id == 0 || geo.score > 1000 || (geo.country.size() != 2 && !geo.country.empty())) return false;
      if (std::abs(geo.latitude) > 90'000 || std::abs(geo.longitude) > 180'000) return false;
    }
    return true;
  }

  bool entities_and_references_are_rows() const {
    for (const Entity& entity : a_.entities) {
      if (entity.name.empty() || entity.mentions.empty() || entity.salience > 1000) return false;
      if (!row(entity.stands_for, a_.entities.size())) return false;
      std::uint32_t reached = 0;
      for (const Mention& mention : entity.mentions) {
        if (!full(mention.span) || mention.span.start < reached || mention.score > 1000) return false;
        reached = mention.span.end;
      }
      if (entity.roles.size() > 12) return false;
      std::uint32_t longest = 0xFFFFFFFF;
      for (const Role& role : entity.roles) {
        if (!full(role.span) || role.span.length() > longest || role.head >= a_.tokens.size()) return false;
        if (!role.span.contains(a_.tokens[role.head].span)) return false;
        longest = role.span.length();
      }
    }
    std::uint32_t reached = 0;
    for (const Reference& reference : a_.references) {
      const Mention& mention = reference.mention;
      if (!full(mention.span) || reference.entity >= a_.entities.size() || mention.score > 1000) return false;
      if (mention.kind == MentionKind::name || mention.span.start < reached) return false;
      reached = mention.span.start;
    }
    return a_.pronouns.size() == a_.entities.size();
  }

  bool content_lies_in_its_block() const {
    for (const Quotation& quotation : a_.quotations) {
      if (quotation.block >= a_.blocks.size() || quotation.content.empty()) return false;
      if (!ordered(quotation.content, a_.blocks[quotation.block].span)) return false;
    }
    return true;
  }

  bool marks_of_quotations_lie_in_their_blocks() const {
    for (const Quotation& quotation : a_.quotations) {
      if (!ordered(quotation.marks, a_.blocks[quotation.block].span)) return false;
      if (quotation.kind == QuotationKind::indirect && !quotation.marks.empty()) return false;
    }
    return true;
  }

  bool parts_of_quotations_are_spans() const {
    for (const Quotation& quotation : a_.quotations) {
      if (quotation.score > 1000) return false;
      if (quotation.cue && (!full(quotation.cue->span) || quotation.cue->lemma.empty())) return false;
      if (quotation.via && !full(*quotation.via)) return false;
      if (quotation.addressee && !full(*quotation.addressee)) return false;
      if (quotation.speaker && !phrase_is_good(*quotation.speaker)) return false;
    }
    return true;
  }

  bool parents_of_quotations_are_rows() const {
    for (Index q = 0; q < a_.quotations.size(); ++q) {
      const Quotation& quotation = a_.quotations[q];
      if (!row(quotation.parent, a_.quotations.size()) || quotation.parent == q) return false;
      if (!row(quotation.duplicate_of, a_.quotations.size()) || quotation.duplicate_of == q) return false;
    }
    return true;
  }

  bool phrase_is_good(const SpeakerPhrase& phrase) const {
    if (!good(phrase.span) || phrase.score > 1000) return false;
    for (const Evidence& evidence : phrase.evidence) {
      if (!full(evidence.span) || evidence.kind.empty()) return false;
    }
    return true;
  }

  bool speakers_are_rows() const {
    if (a_.speakers.size() != a_.quotations.size()) return false;
    for (const Speakers& speakers : a_.speakers) {
      for (const Index entity : speakers.speaker) {
        if (entity >= a_.entities.size()) return false;
      }
      if (!row(speakers.via, a_.entities.size()) || !row(speakers.addressee, a_.entities.size())) return false;
    }
    return true;
  }

  bool fields_and_times_are_spans() const {
    const Metadata& data = a_.metadata;
    for (const auto* field : {&data.title, &data.subtitle, &data.kicker, &data.agency, &data.site, &data.section,
                              &data.published, &data.updated, &data.dateline, &data.copyright, &data.url}) {
      if (*field && (*field)->span && !full(*(*field)->span)) return false;
    }
    for (const Field& author : data.authors) {
      if (author.span && !full(*author.span)) return false;
    }
    for (const TimeExpression& time : a_.times) {
      if (!full(time.span)) return false;
    }
    for (const Figure& figure : a_.figures) {
      if (!full(figure.span)) return false;
    }
    return true;
  }

  const Article& a_;
  std::uint32_t size_;
};

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

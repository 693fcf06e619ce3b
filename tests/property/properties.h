// What article.h promises of every layer.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "pressmark/article.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark::test {

// Each is asked for once a layer, for an assertion a span would take longer than the analysis.
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
    CHECK(names_are_the_mentions_of_one_entity());
    if (a_.pins.empty()) CHECK(names_lie_in_sentences());  // a reader may know better where one ends
    CHECK(entities_and_references_are_rows());
    CHECK(places_lie_on_earth());
    CHECK(content_lies_in_its_block());
    CHECK(marks_of_quotations_lie_in_their_blocks());
    CHECK(parts_of_quotations_are_spans());
    CHECK(parents_of_quotations_are_rows());
    CHECK(quotations_are_in_order());
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

  bool names_are_the_mentions_of_one_entity() const {
    std::vector<std::uint32_t> names;
    std::vector<std::uint32_t> mentions;
    for (const Name& name : a_.names) names.push_back(name.span.start);
    for (const Entity& entity : a_.entities) {
      for (const Mention& mention : entity.mentions) mentions.push_back(mention.span.start);
    }
    std::sort(mentions.begin(), mentions.end());
    return names == mentions;
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
      const EntityType type = a_.entities[i].type;
      if (type != EntityType::loc && type != EntityType::fac && type != EntityType::org) return false;
      if ((geo.geonames_id == 0 && !geo.by_reader) || geo.score > 1000 ||
          (geo.country.size() != 2 && !geo.country.empty()))
        return false;
      if (std::abs(geo.latitude) > 90'000 || std::abs(geo.longitude) > 180'000) return false;
    }
    return true;
  }

  bool entities_and_references_are_rows() const {
    for (const Entity& entity : a_.entities) {
      if (entity.name.empty() || entity.mentions.empty() || entity.salience > 1000) return false;
      if (!row(entity.stands_for, a_.entities.size())) return false;
      if (entity.stands_for == static_cast<Index>(&entity - a_.entities.data())) return false;
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

  bool quotations_are_in_order() const {
    return std::is_sorted(a_.quotations.begin(), a_.quotations.end(), [](const Quotation& a, const Quotation& b) {
      return a.content.front().start < b.content.front().start;
    });
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

}  // namespace pressmark::test

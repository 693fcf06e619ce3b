#include "pins/quotation_pins.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "passes/mention_index.h"
#include "passes/quotation_shapes.h"
#include "passes/speakers.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

std::uint32_t length_of(const std::vector<Span>& pieces) {
  return std::accumulate(pieces.begin(), pieces.end(), 0U, [](std::uint32_t n, Span s) { return n + s.length(); });
}

Span common(Span a, Span b) {
  const std::uint32_t start = std::max(a.start, b.start);
  return {start, std::max(start, std::min(a.end, b.end))};
}

std::uint32_t shared(const std::vector<Span>& pieces, Span span) {
  return std::accumulate(pieces.begin(), pieces.end(), 0U,
                         [span](std::uint32_t n, Span s) { return n + common(s, span).length(); });
}

Span cover(const std::vector<Span>& pieces) { return {pieces.front().start, pieces.back().end}; }

std::vector<Index> sorted(std::vector<Index> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

SpeakerClass class_of(const Article& article, const std::vector<Index>& meant) {
  if (meant.empty()) return SpeakerClass::unnamed;
  const bool person = article.entities[meant.front()].type == EntityType::person;
  return person ? SpeakerClass::person : SpeakerClass::organization;
}

}  // namespace

QuotationPins::QuotationPins(const Article& article, const MentionTable& table)
    : article_(article), table_(table), in_block_(article.blocks.size()) {
  for (Index q = 0; q < article.quotations.size(); ++q) {
    Draft& draft = drafts_.emplace_back();
    draft.quotation = article.quotations[q];
    if (q < article.speakers.size()) draft.machine_speakers = article.speakers[q].speaker;
    if (draft.quotation.block < in_block_.size()) in_block_[draft.quotation.block].push_back(q);
  }
  for (Index r = 0; r < article.marks.size(); ++r) {
    if (article.marks[r].parent == kNone && !article.marks[r].inside.empty()) outer_marks_.push_back(r);
  }
  std::sort(outer_marks_.begin(), outer_marks_.end(),
            [&](Index a, Index b) { return article.marks[a].inside.start < article.marks[b].inside.start; });
}

void QuotationPins::apply(Pin& pin) {
  if (pin.op == PinOp::quotation) return quotation(pin);
  if (pin.op != PinOp::no_quotation && pin.op != PinOp::speaker) return;
  const Index number = at(pin.at->span);
  if (number == kNone) {
    pin.problem = "No quotation stands at its place.";
  } else if (pin.op == PinOp::speaker) {
    speaker(pin);
  } else {
    drafts_[number].gone = true;
  }
}

// The quotation whose content is most like the span: of nested ones the inner one, for a span within it.
Index QuotationPins::at(Span span) const {
  auto block = std::partition_point(article_.blocks.begin(), article_.blocks.end(),
                                    [&](const Block& b) { return b.span.end <= span.start; });
  Index best = kNone;
  std::uint64_t best_both = 0;
  std::uint64_t best_all = 1;
  for (; block != article_.blocks.end() && block->span.start < span.end; ++block) {
    for (const Index q : in_block_[static_cast<std::size_t>(block - article_.blocks.begin())]) {
      if (drafts_[q].gone) continue;
      const std::vector<Span>& content = drafts_[q].quotation.content;
      const std::uint64_t both = shared(content, span);
      const std::uint64_t all = length_of(content) + span.length() - both;
      if (both == 0 || both * best_all <= best_both * all) continue;
      best = q;
      best_both = both;
      best_all = all;
    }
  }
  return best;
}

// ---- What is said

// A stretch over several paragraphs is a quotation in each.
void QuotationPins::quotation(Pin& pin) {
  auto block = std::partition_point(article_.blocks.begin(), article_.blocks.end(),
                                    [&](const Block& b) { return b.span.end <= pin.at->span.start; });
  bool found = false;
  for (; block != article_.blocks.end() && block->span.start < pin.at->span.end; ++block) {
    const Span part = without_marks(common(block->span, pin.at->span));
    if (!block->kept() || part.empty()) continue;
    shape(part, pin, static_cast<Index>(block - article_.blocks.begin()));
    found = true;
  }
  if (!found) pin.problem = "No words of the article stand at its place, or they are set aside.";
}

void QuotationPins::shape(Span span, const Pin& pin, Index block) {
  Index number = kNone;
  std::uint64_t best_both = 0;
  std::uint64_t best_all = 1;
  for (const Index q : in_block_[block]) {
    const std::vector<Span>& content = drafts_[q].quotation.content;
    const std::uint64_t both = shared(content, span);
    const std::uint64_t all = length_of(content) + span.length() - both;
    if (drafts_[q].gone || both == 0 || both * best_all <= best_both * all) continue;
    number = q;
    best_both = both;
    best_all = all;
  }
  const std::vector<Span> content = content_of(span, number == kNone ? nullptr : &drafts_[number].quotation);
  if (content.empty()) return;
  if (number == kNone) {
    number = static_cast<Index>(drafts_.size());
    drafts_.emplace_back().quotation.block = block;
    in_block_[block].push_back(number);
  }
  Quotation& quotation = drafts_[number].quotation;
  quotation.content = content;
  quotation.marks = marks_in(content);
  quotation.kind = kind_of(article_.text, quotation);
  if (pin.kind) quotation.kind = *pin.kind;
  if (quotation.kind == QuotationKind::indirect) quotation.marks.clear();
  if (!pin.act.empty()) quotation.act = pin.act;
  quotation.score = 1000;
  quotation.by_reader = true;
  displace(number, block);
}

// The span without marks, commas and white space at its ends.
Span QuotationPins::without_marks(Span span) const {
  const auto is_edge = [](char32_t c) {
    return is_space(c) || is_double_mark(c) || c == '`' || c == ',' || (is_single_mark(c) && !is_apostrophe(c)) ||
           c == 0x2018;
  };
  while (!span.empty()) {
    const CodePoint c = decode(article_.text, span.start);
    if (!is_edge(c.value)) break;
    span.start += c.length;
  }
  while (!span.empty()) {
    const CodePoint c = decode_before(article_.text, span.end);
    if (!is_edge(c.value)) break;
    span.end -= c.length;
  }
  return span;
}

// The span, less what stood between the pieces before: the words of saying (“We won,” she said, “at last”).
std::vector<Span> QuotationPins::content_of(Span span, const Quotation* before) const {
  std::vector<Span> content;
  std::uint32_t start = span.start;
  const auto add = [&](std::uint32_t end) {
    const Span piece = without_marks({start, std::max(start, end)});
    if (!piece.empty()) content.push_back(piece);
  };
  for (std::size_t i = 0; before != nullptr && i + 1 < before->content.size(); ++i) {
    const Span gap{before->content[i].end, before->content[i + 1].start};
    if (gap.start <= start || gap.end >= span.end) continue;
    add(gap.start);
    start = gap.end;
  }
  add(span.end);
  return content;
}

std::vector<Span> QuotationPins::marks_in(const std::vector<Span>& content) const {
  std::vector<Span> marks;
  for (const Span piece : content) {
    auto region = std::partition_point(outer_marks_.begin(), outer_marks_.end(),
                                       [&](Index r) { return article_.marks[r].inside.end <= piece.start; });
    for (; region != outer_marks_.end() && article_.marks[*region].inside.start < piece.end; ++region) {
      // A comma between the last word and the mark is no content, but stands between the marks.
      const Span inside = article_.marks[*region].inside;
      const Span both = common(inside, piece);
      if (!both.empty()) marks.push_back(piece.contains(without_marks(inside)) ? inside : both);
    }
  }
  return marks;
}

// What the quotation now says is said by no other one, but for those that it holds as speech within speech, or is held
// by.
void QuotationPins::displace(Index kept, Index block) {
  const std::vector<Span>& mine = drafts_[kept].quotation.content;
  const Span all = cover(mine);
  for (const Index q : in_block_[block]) {
    Quotation& other = drafts_[q].quotation;
    if (q == kept || drafts_[q].gone || shared(other.content, all) == 0) continue;
    const bool nested = article_.quotations.size() > q && other.parent != kNone;
    const bool holds = std::any_of(other.content.begin(), other.content.end(),
                                   [all](Span piece) { return piece.contains(all) && piece != all; });
    if (nested || holds) continue;
    std::vector<Span> left;
    for (const Span piece : other.content) {
      for (const Span rest : {common(piece, {0, all.start}), common(piece, {all.end, 0xFFFFFFFF})}) {
        const Span part = without_marks(rest);
        if (!part.empty()) left.push_back(part);
      }
    }
    other.content = std::move(left);
    drafts_[q].gone = other.content.empty();
    if (drafts_[q].gone) continue;
    other.marks = marks_in(other.content);
    other.kind = kind_of(article_.text, other);
    other.score = 1000;
    other.by_reader = true;
  }
}

// ---- Who says it

void QuotationPins::speaker(Pin& pin) {
  const Index number = at(pin.at->span);
  std::optional<std::vector<Index>> meant;
  if (pin.as) {
    const Index entity = table_.entity_at(pin.as->span);
    if (entity == kNone) {
      pin.problem = "The words that tell who speaks are no mention of anybody.";
      return;
    }
    meant = {entity};
  } else if (pin.unnamed || !pin.words) {
    meant.emplace();
  }
  const std::vector<Index> others = pin.all ? alike(number) : std::vector<Index>();
  tell(drafts_[number], pin, meant, true);
  if (others.empty()) return;
  if (!meant) {
    const Index entity = table_.entity_at(pin.words->span);
    meant.emplace();
    if (entity != kNone) meant->push_back(entity);
  }
  for (const Index q : others) tell(drafts_[q], pin, meant, false);
}

// `phrase`: the operation's words are this quotation's phrase, too.
void QuotationPins::tell(Draft& draft, const Pin& pin, const std::optional<std::vector<Index>>& meant,
                         bool phrase) const {
  draft.told = true;
  draft.meant = meant;
  Quotation& quotation = draft.quotation;
  quotation.score = 1000;
  quotation.by_reader = true;
  const bool nobody = !pin.words && !pin.as && !pin.unnamed;
  if (nobody) {
    quotation.speaker.reset();
    return;
  }
  SpeakerPhrase told;
  if (phrase && pin.words) told.span = pin.words->span;
  if (!phrase && quotation.speaker) told.span = quotation.speaker->span;
  told.speaker_class = pin.unnamed ? SpeakerClass::unnamed : SpeakerClass::person;
  told.score = 1000;
  told.by_reader = true;
  quotation.speaker = std::move(told);
}

std::vector<Index> QuotationPins::meant_by(const Draft& draft) const {
  std::vector<Index> meant;
  if (draft.meant) {
    for (const Index entity : *draft.meant) meant.push_back(table_.find(entity));
  } else if (draft.quotation.speaker) {
    meant = table_.meant_within(draft.quotation.speaker->span, draft.machine_speakers);
  }
  return sorted(std::move(meant));
}

// The other quotations that have the same speakers; where these are unnamed, those whose phrase has the same words.
std::vector<Index> QuotationPins::alike(Index number) const {
  std::vector<Index> found;
  const Draft& draft = drafts_[number];
  const std::vector<Index> meant = meant_by(draft);
  if (!draft.quotation.speaker) return found;
  const std::string_view words = article_.text_of(draft.quotation.speaker->span);
  for (Index q = 0; q < drafts_.size(); ++q) {
    const Draft& other = drafts_[q];
    if (q == number || other.gone || !other.quotation.speaker || meant_by(other) != meant) continue;
    if (meant.empty() && (words.empty() || article_.text_of(other.quotation.speaker->span) != words)) continue;
    found.push_back(q);
  }
  return found;
}

// ---- The layers

// Of a quotation whose words name nobody by the machine, whom they mean by the reader: "an official" is Ana Lund.
Index QuotationPins::known_after_all(const Draft& draft) const {
  const std::optional<SpeakerPhrase>& phrase = draft.quotation.speaker;
  if (!phrase || phrase->speaker_class != SpeakerClass::unnamed) return kNone;
  const Index row = table_.row_at(phrase->span);
  const bool told = row != kNone && table_.row(row).mention.by_reader && table_.row(row).mention.span == phrase->span;
  return told ? table_.entity_of(row) : kNone;
}

void QuotationPins::write(Article& article, const std::vector<Index>& rows) const {
  std::vector<Index> order;
  for (Index q = 0; q < drafts_.size(); ++q) {
    if (!drafts_[q].gone) order.push_back(q);
  }
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return drafts_[a].quotation.content.front().start < drafts_[b].quotation.content.front().start;
  });
  std::vector<Index> row_of(drafts_.size(), kNone);
  for (Index i = 0; i < order.size(); ++i) row_of[order[i]] = i;

  std::vector<Quotation> quotations;
  for (const Index q : order) {
    Quotation& quotation = quotations.emplace_back(drafts_[q].quotation);
    if (quotation.duplicate_of != kNone) quotation.duplicate_of = row_of[quotation.duplicate_of];
  }
  if (order.size() != article.quotations.size() ||
      std::any_of(quotations.begin(), quotations.end(), [](const Quotation& q) { return q.by_reader; })) {
    find_parents(quotations);
  }
  article.speakers = find_speakers(article.text, article.tokens, quotations, article.entities, article.references);
  for (Index i = 0; i < order.size(); ++i) {
    const Draft& draft = drafts_[order[i]];
    std::vector<Index>& meant = article.speakers[i].speaker;
    if (!draft.told) {
      const Index known = known_after_all(draft);
      if (known == kNone) continue;
      meant = {rows[known]};
      quotations[i].speaker->speaker_class = class_of(article, meant);
      quotations[i].speaker->by_reader = true;
      quotations[i].speaker->score = 1000;
      continue;
    }
    if (draft.meant) meant.clear();
    for (const Index entity : draft.meant.value_or(std::vector<Index>())) {
      const Index row = rows[entity];
      if (row != kNone) meant.push_back(row);
    }
    if (!quotations[i].speaker || quotations[i].speaker->speaker_class == SpeakerClass::unnamed) continue;
    quotations[i].speaker->speaker_class = class_of(article, meant);
  }
  article.quotations = std::move(quotations);
}

}  // namespace pressmark

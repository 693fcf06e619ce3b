#include "passes/metadata.h"

#include <algorithm>

#include "passes/calendar_dates.h"
#include "passes/dateline.h"
#include "passes/token_view.h"

namespace pressmark {

namespace {

constexpr Score kSureDateline = 950;

Field field_of(const TokenView& view, TokenRange range, Score score) {
  return {std::string(view.text_of(range)), view.span(range), score};
}

std::optional<Field> told(const std::string& value) {
  if (value.empty()) return std::nullopt;
  return Field{value, std::nullopt, 1000};
}

const Block* first_of(const std::vector<Block>& blocks, BlockKind kind) {
  const auto it = std::find_if(blocks.begin(), blocks.end(), [kind](const Block& b) { return b.kind == kind; });
  return it == blocks.end() ? nullptr : &*it;
}

std::optional<Field> text_of_first(const TokenView& view, const std::vector<Block>& blocks, BlockKind kind) {
  const Block* block = first_of(blocks, kind);
  if (block == nullptr) return std::nullopt;
  return field_of(view, block->tokens, block->score);
}

bool is_agency(const TokenView& view, TokenRange part) {
  for (std::uint32_t i = part.first; i < part.last; ++i) {
    if (is_any_of(view.word(i), {"News", "Press", "Reuters", "AP", "AFP", "Bloomberg", "Times", "Post", "Agency", "UPI",
                                 "Service", "Herald", "Tribune", "Journal", "Guardian", "PA", "Xinhua", "Telegraph"})) {
      return true;
    }
  }
  return part.size() == 1 && view[part.first].all_caps;
}

// A name is two to five words, nearly all of them with a capital.
bool is_name(const TokenView& view, TokenRange part) {
  std::uint32_t capitals = 0;
  for (std::uint32_t i = part.first; i < part.last; ++i) capitals += view[i].capital ? 1 : 0;
  return part.size() >= 2 && part.size() <= 5 && capitals * 3 >= part.size() * 2 && view[part.first].capital;
}

// "By Ann Lee and Bo Ek, Daily Bugle in Lagos": parts between "by", commas, "and"; what follows "in" or "on" is no
// name.
void read_byline(const TokenView& view, const Block& block, Metadata& metadata) {
  std::uint32_t start = block.tokens.first;
  bool named = true;
  for (std::uint32_t i = block.tokens.first; i <= block.tokens.last; ++i) {
    const bool end = i == block.tokens.last;
    const std::string word = end ? std::string() : view.lower_word(i);
    const bool separator =
        end || is_any_of(word, {",", "and", "&", "|", "•", "by", "in", "on", "at", "for", ";", "/", "-", "–", "—"});
    if (!separator) continue;
    const TokenRange part{start, i};
    if (named && !part.empty()) {
      if (is_agency(view, part)) {
        if (!metadata.agency) metadata.agency = field_of(view, part, block.score);
      } else if (is_name(view, part)) {
        metadata.authors.push_back(field_of(view, part, block.score));
      }
    }
    named = !is_any_of(word, {"in", "on", "at"});
    start = i + 1;
  }
}

// The dateline and the agency that it names in brackets.
void read_dateline(const TokenView& view, const Block& body, Metadata& metadata) {
  const TokenRange dateline = find_dateline(view, body.tokens);
  if (dateline.empty()) return;
  metadata.dateline = field_of(view, dateline, kSureDateline);
  for (std::uint32_t i = dateline.first; i + 1 < dateline.last; ++i) {
    if (!view.is(i, "(") || !view.is(dateline.last - 1, ")") || i + 2 >= dateline.last) continue;
    metadata.agency = field_of(view, {i + 1, dateline.last - 1}, kSureDateline);
  }
}

}  // namespace

Metadata find_metadata(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                       const PageMetadata& page, const Lexicons& lexicons) {
  const TokenView view(text, tokens);
  Metadata metadata;
  metadata.title = text_of_first(view, blocks, BlockKind::title);
  metadata.subtitle = text_of_first(view, blocks, BlockKind::subtitle);
  metadata.kicker = text_of_first(view, blocks, BlockKind::kicker);
  metadata.copyright = text_of_first(view, blocks, BlockKind::copyright);
  if (const Block* body = first_of(blocks, BlockKind::body)) read_dateline(view, *body, metadata);
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::byline) read_byline(view, block, metadata);
    if (metadata.published || (block.kind != BlockKind::date && block.kind != BlockKind::byline)) continue;
    if (const auto found = find_calendar_date(view, block.tokens, lexicons)) {
      metadata.published = Field{to_string(found->date), view.span(found->tokens), block.score};
    }
  }
  if (!page.authors.empty()) metadata.authors.clear();
  for (const std::string& author : page.authors) metadata.authors.push_back({author, std::nullopt, 1000});
  const auto prefer = [](std::optional<Field>& field, std::optional<Field> value) {
    if (value) field = std::move(value);
  };
  if (!metadata.title) metadata.title = told(page.title);
  prefer(metadata.site, told(page.site));
  prefer(metadata.section, told(page.section));
  prefer(metadata.published, told(page.published));
  prefer(metadata.updated, told(page.updated));
  prefer(metadata.url, told(page.url));
  return metadata;
}

ReferenceDate find_reference_date(const std::optional<Date>& given, const Metadata& metadata) {
  if (given) return {given, "given"};
  if (metadata.published) {
    if (const auto date = date_from(std::string_view(metadata.published->value).substr(0, 10))) {
      return {date, "published"};
    }
  }
  return {};
}

}  // namespace pressmark

#include "passes/metadata.h"

#include <algorithm>

#include "passes/authors.h"
#include "passes/calendar_dates.h"
#include "passes/dateline.h"
#include "passes/page_dates.h"
#include "passes/site_name.h"
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

// The dateline of one of the first paragraphs, and the agency that it names in brackets.
void read_dateline(const TokenView& view, const std::vector<Block>& blocks, Metadata& metadata) {
  constexpr int kFirst = 3;
  TokenRange dateline;
  int paragraphs = 0;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::body) continue;
    dateline = find_dateline(view, block.tokens);
    if (!dateline.empty() || ++paragraphs == kFirst) break;
  }
  if (dateline.empty()) return;
  metadata.dateline = field_of(view, dateline, kSureDateline);
  for (std::uint32_t i = dateline.first; i + 1 < dateline.last; ++i) {
    if (!view.is(i, "(") || !view.is(dateline.last - 1, ")") || i + 2 >= dateline.last) continue;
    metadata.agency = field_of(view, {i + 1, dateline.last - 1}, kSureDateline);
  }
}

// The page's own word for the headline, unless the text shows it as well: then it has a place there.
bool shows(const std::optional<Field>& shown, const std::string& told) {
  if (!shown) return false;
  return told.find(shown->value) != std::string::npos || shown->value.find(told) != std::string::npos;
}

}  // namespace

Metadata find_metadata(std::string_view text, const std::vector<Token>& tokens, const std::vector<Block>& blocks,
                       const PageMetadata& page, const Lexicons& lexicons, const Gazetteer& gazetteer) {
  const TokenView view(text, tokens);
  Metadata metadata;
  metadata.title = text_of_first(view, blocks, BlockKind::title);
  metadata.subtitle = text_of_first(view, blocks, BlockKind::subtitle);
  metadata.kicker = text_of_first(view, blocks, BlockKind::kicker);
  metadata.copyright = text_of_first(view, blocks, BlockKind::copyright);
  read_dateline(view, blocks, metadata);
  if (metadata.dateline && metadata.dateline->span) {
    const auto days = find_calendar_dates(text, *metadata.dateline->span, lexicons);
    if (!days.empty()) metadata.dateline_day = days.front().date;
  }
  metadata.site = find_site(view, blocks, lexicons);
  metadata.section = find_section(view, blocks);
  Authors found = find_authors(view, blocks, lexicons, gazetteer);
  if (!metadata.agency) metadata.agency = std::move(found.agency);
  metadata.authors = std::move(found.authors);
  if (metadata.authors.empty() && metadata.agency) metadata.authors.push_back(*metadata.agency);
  const PageDates dates = find_page_dates(text, blocks, lexicons);
  const auto day = [](const std::optional<PageDate>& date) -> std::optional<Field> {
    if (!date) return std::nullopt;
    return Field{to_string(date->date), date->span, date->score};
  };
  metadata.published = day(dates.published);
  metadata.updated = day(dates.updated);
  if (!page.authors.empty()) metadata.authors.clear();
  for (const std::string& author : page.authors) metadata.authors.push_back({author, std::nullopt, 1000});
  const auto prefer = [](std::optional<Field>& field, std::optional<Field> value) {
    if (value) field = std::move(value);
  };
  if (!shows(metadata.title, page.title)) prefer(metadata.title, told(page.title));
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
  if (metadata.dateline_day) return {metadata.dateline_day, "dateline"};
  return {};
}

}  // namespace pressmark

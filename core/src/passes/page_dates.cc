#include "passes/page_dates.h"

#include <algorithm>
#include <string>

#include "passes/calendar_dates.h"
#include "text/characters.h"

namespace pressmark {

namespace {

enum class Stamp : std::uint8_t { none, published, updated };

struct Candidate {
  FoundDate found;
  Stamp stamp = Stamp::none;
  Score score = 0;
};

// What the words right before a date say of it; the last of them counts.
Stamp stamp_of(std::string_view before) {
  const std::string words = lower(before);
  const auto last = [&words](std::initializer_list<std::string_view> cues) {
    std::size_t at = 0;
    for (const std::string_view cue : cues) {
      const std::size_t found = words.rfind(cue);
      if (found != std::string::npos) at = std::max(at, found + 1);
    }
    return at;
  };
  const std::size_t updated = last({"updat", "modif", "aktualisiert", "mis à jour", "actualiz", "revis", "edited"});
  const std::size_t published = last({"publish", "posted", "created", "first", "veröffentlicht", "publié", "publicad"});
  if (updated == 0 && published == 0) return Stamp::none;
  return updated > published ? Stamp::updated : Stamp::published;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Block>& blocks, const Lexicons& lexicons)
      : text_(text), blocks_(blocks), lexicons_(lexicons) {}

  PageDates run() {
    for (const Block& block : blocks_) {
      if (block.kind == BlockKind::date || block.kind == BlockKind::byline) read(block, block.score);
    }
    if (found_.empty()) read_around();
    settle_orders();
    PageDates dates;
    dates.updated = first(Stamp::updated);
    dates.published = first(Stamp::published);
    if (!dates.published) dates.published = first(Stamp::none);
    if (!dates.published) dates.published = dates.updated;
    return dates;
  }

 private:
  void read(const Block& block, Score score) {
    constexpr std::uint32_t kLongest = 400;  // what is longer is no line with a date
    if (block.span.length() > kLongest) return;
    std::uint32_t before = block.span.start;
    for (const FoundDate& date : find_calendar_dates(text_, block.span, lexicons_)) {
      found_.push_back({date, stamp_of(text_.substr(before, date.span.start - before)), score});
      before = date.span.end;
    }
  }

  // Lines that were set aside, from a little above the headline to the first paragraph, and right behind the last one:
  // short ones that are little else than a date.
  void read_around() {
    constexpr std::size_t kAbove = 3;
    constexpr std::size_t kBelow = 2;
    constexpr Score kDoubtful = 500;
    const auto is_head = [](const Block& b) { return b.kind == BlockKind::title || b.kind == BlockKind::body; };
    const auto head = std::find_if(blocks_.begin(), blocks_.end(), is_head);
    if (head == blocks_.end()) return;
    const auto is_body = [](const Block& b) { return b.kind == BlockKind::body; };
    const auto body = std::find_if(head, blocks_.end(), is_body);
    const auto first = blocks_.begin() + std::max<std::ptrdiff_t>(0, head - blocks_.begin() - kAbove);
    for (auto block = first; block != body; ++block) read_line(*block, kDoubtful);
    if (!found_.empty()) return;
    const auto last = std::find_if(blocks_.rbegin(), blocks_.rend(), is_body).base();
    for (auto block = last; block != blocks_.end() && block < last + kBelow; ++block) read_line(*block, kDoubtful);
  }

  void read_line(const Block& block, Score score) {
    constexpr std::uint32_t kLine = 90;
    if (block.span.length() <= kLine && block.kind != BlockKind::title) read(block, score);
  }

  // "3/4/2019": day first where another date of the page can only be read so.
  void settle_orders() {
    bool day_first = false;
    for (const Candidate& candidate : found_) {
      const Span span = candidate.found.span;
      const std::string_view words = text_.substr(span.start, span.length());
      const bool slashes = words.size() >= 8 && (words[2] == '/' || words[2] == '-');
      day_first = day_first || (slashes && !candidate.found.day_first && words.substr(0, 2) > "12");
    }
    if (!day_first) return;
    for (Candidate& candidate : found_) {
      if (candidate.found.day_first) candidate.found.date = *candidate.found.day_first;
    }
  }

  std::optional<PageDate> first(Stamp stamp) const {
    for (const Candidate& candidate : found_) {
      if (candidate.stamp == stamp) return PageDate{candidate.found.date, candidate.found.span, candidate.score};
    }
    return std::nullopt;
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const Lexicons& lexicons_;
  std::vector<Candidate> found_;
};

}  // namespace

PageDates find_page_dates(std::string_view text, const std::vector<Block>& blocks, const Lexicons& lexicons) {
  return Finder(text, blocks, lexicons).run();
}

}  // namespace pressmark

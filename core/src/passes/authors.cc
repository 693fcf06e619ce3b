#include "passes/authors.h"

#include <algorithm>

#include "passes/byline.h"

namespace pressmark {

namespace {

constexpr Score kGuess = 400;
constexpr std::uint32_t kLine = 20;  // tokens; what is longer is rather a caption

class Finder {
 public:
  Finder(const TokenView& view, const std::vector<Block>& blocks, const Lexicons& lexicons, const Gazetteer& gazetteer)
      : view_(view), blocks_(blocks), lexicons_(lexicons), gazetteer_(gazetteer) {
    find_head();
  }

  Authors run() {
    read_bylines(head_, head_end_);
    if (people_.empty()) read_dates();
    if (people_.empty()) read_bylines(head_end_, blocks_.size());
    if (people_.empty() && bodies_.empty()) people_ = std::move(helpers_);
    if (people_.empty() && bodies_.empty()) read_short_lines();

    Authors found;
    for (const Field& body : bodies_) {
      if (!found.agency && is_publisher(body.value, lexicons_)) found.agency = body;
    }
    found.authors = std::move(people_);
    if (found.authors.empty() && !bodies_.empty()) found.authors.push_back(bodies_.front());
    return found;
  }

 private:
  // From a little above the headline to the first paragraph.
  void find_head() {
    constexpr std::size_t kAbove = 4;
    const auto is = [](BlockKind kind) { return [kind](const Block& block) { return block.kind == kind; }; };
    const auto title = std::find_if(blocks_.begin(), blocks_.end(), is(BlockKind::title));
    const auto from = title == blocks_.end() ? blocks_.begin() : title;
    const auto body = std::find_if(from, blocks_.end(), is(BlockKind::body));
    head_end_ = static_cast<std::size_t>((body == blocks_.end() ? from : body) - blocks_.begin());
    const auto above = static_cast<std::size_t>(from - blocks_.begin());
    head_ = above - std::min(above, kAbove);
  }

  // The first lines with names and those that go on with them; others are photographers and the like, except where they
  // say "by".
  void read_bylines(std::size_t first, std::size_t last) {
    std::size_t named = last;
    for (std::size_t i = first; i < last; ++i) {
      if (blocks_[i].kind != BlockKind::byline) continue;
      const Byline byline = read(i);
      if (!byline.introduced && blocks_[i].tokens.size() > kLine) continue;
      const bool goes_on = people_.empty() || next_to(named, i) || byline.introduced;
      if (!byline.helper && !goes_on) continue;
      add(byline.people, blocks_[i].score, byline.helper ? helpers_ : people_);
      add(byline.bodies, blocks_[i].score, bodies_);
      if (!byline.helper && !people_.empty()) named = i;
      // "By" stands alone, the name below it.
      if (byline.bare && i + 1 < blocks_.size() && blocks_[i + 1].kind != BlockKind::byline) {
        add(read(i + 1).people, kGuess, people_);
        named = i + 1;
      }
    }
  }

  bool next_to(std::size_t before, std::size_t i) const {
    for (std::size_t k = before + 1; k < i; ++k) {
      if (blocks_[k].kind != BlockKind::byline && blocks_[k].kind != BlockKind::date) return false;
    }
    return true;
  }

  // "Ann Lee / Updated: Oct 9, 2019", "Daily Herald • Oct 9, 2019"
  void read_dates() {
    for (std::size_t i = head_; i < head_end_; ++i) {
      if (blocks_[i].kind != BlockKind::date || blocks_[i].tokens.size() > kLine) continue;
      const Byline byline = read(i);
      add(byline.people, blocks_[i].score, people_);
      for (const Span body : byline.bodies) {
        const bool leads = body.start == blocks_[i].span.start;
        const std::string_view name = view_.text().substr(body.start, body.length());
        if (people_.empty() && (leads || is_publisher(name, lexicons_))) add({body}, kGuess, bodies_);
      }
    }
  }

  // "Ann Lee @annlee / 2 days": the last line above the first paragraph that is a name with little else.
  void read_short_lines() {
    constexpr std::uint32_t kFew = 8;
    for (std::size_t i = head_end_; i-- > head_;) {
      const Block& block = blocks_[i];
      const bool other = block.kind == BlockKind::title || block.kind == BlockKind::subtitle;
      if (other || block.tokens.size() > kFew || block.tokens.size() < 2) continue;
      const GazetteerFlags flags = gazetteer_.find(view_.key(block.tokens.first));
      if ((flags & kGiven) == 0 || gazetteer_.is_common_word(view_.lower_word(block.tokens.first))) continue;
      const Byline byline = read(i);
      if (byline.people.size() != 1 || byline.people.front().start != block.span.start) continue;
      if (byline.people.front().length() * 3 < block.span.length()) continue;
      add(byline.people, kGuess, people_);
      return;
    }
  }

  Byline read(std::size_t i) const { return read_byline(view_, blocks_[i], lexicons_, gazetteer_); }

  void add(const std::vector<Span>& parts, Score score, std::vector<Field>& fields) const {
    for (const Span part : parts) {
      Field field{std::string(view_.text().substr(part.start, part.length())), part, score};
      const std::string words = lower(field.value);
      const bool known =
          std::any_of(fields.begin(), fields.end(), [&words](const Field& f) { return lower(f.value) == words; });
      if (!known) fields.push_back(std::move(field));
    }
  }

  const TokenView& view_;
  const std::vector<Block>& blocks_;
  const Lexicons& lexicons_;
  const Gazetteer& gazetteer_;
  std::size_t head_ = 0;
  std::size_t head_end_ = 0;
  std::vector<Field> people_;
  std::vector<Field> helpers_;  // who edited, photographed or drew
  std::vector<Field> bodies_;
};

}  // namespace

Authors find_authors(const TokenView& view, const std::vector<Block>& blocks, const Lexicons& lexicons,
                     const Gazetteer& gazetteer) {
  return Finder(view, blocks, lexicons, gazetteer).run();
}

}  // namespace pressmark

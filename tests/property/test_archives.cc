// Taking archives' exports apart: whatever the text, articles are stretches of it, in order and apart.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "pressmark/analyzer.h"
#include "pressmark/archive.h"
#include "project_analyzer.h"
#include "text/utf8.h"
#include "texts.h"

using namespace pressmark;
using namespace pressmark::test;

namespace {

bool is_border(const std::string& text, std::uint32_t at) { return at == text.size() || !is_continuation(text[at]); }

// `text` must be UTF-8.
std::size_t check_split(const std::string& text) {
  const std::vector<ArchivedArticle> articles = split_articles(text);
  std::uint32_t last = 0;
  bool well = true;
  for (const ArchivedArticle& article : articles) {
    const Span span = article.span;
    well = well && last <= span.start && span.start < span.end && span.end <= text.size();
    well = well && is_border(text, span.start) && is_border(text, span.end);
    well = well && (article.metadata.published.empty() || date_from(article.metadata.published));
    std::uint32_t at = span.start;
    for (const BlockOverride& block : article.blocks) {
      well = well && at <= block.span.start && block.span.start < block.span.end && block.span.end <= span.end;
      well = well && is_border(text, block.span.start) && is_border(text, block.span.end);
      at = block.span.end;
    }
    well = well && !article.blocks.empty();
    last = span.end;
  }
  CHECK(well);
  return articles.size();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    lines.back() += c;
    if (c == '\n') lines.emplace_back();
  }
  return lines;
}

const char* const kSamples[] = {"nexis", "nexis-uni", "factiva", "factiva-codes", "proquest"};

std::string sample(const std::string& name) { return read_bytes((PRESSMARK_ARCHIVES "/" + name + ".txt").c_str()); }

}  // namespace

TEST_CASE("Wild texts are taken for no export") {
  Random random(11);
  for (int i = 0; i < 500; ++i) CHECK(check_split(make_request(wild_bytes(random)).text) == 0);
}

TEST_CASE("Exports with lines in any order, missing, or wild, still give stretches of the text") {
  Random random(12);
  std::size_t found = 0;
  for (const std::string name : kSamples) {
    const std::vector<std::string> lines = lines_of(sample(name));
    REQUIRE(lines.size() > 100);
    for (int i = 0; i < 60; ++i) {
      std::vector<std::string> other = lines;
      for (std::size_t n = random.below(2 * lines.size()); n > 0; --n) {
        std::swap(other[random.below(other.size())], other[random.below(other.size())]);
      }
      std::string text;
      for (const std::string& line : other) {
        if (random.below(8) == 0) continue;
        text += random.below(12) == 0 ? make_request(wild_bytes(random)).text : line;
      }
      found += check_split(text);
    }
  }
  CHECK(found > 100);
}

TEST_CASE("An export keeps its articles in whatever way it was pasted") {
  for (const std::string name : kSamples) {
    CAPTURE(name);
    const std::string text = sample(name);
    std::string returns = "\xEF\xBB\xBF";
    std::string doubled;
    std::string dense;
    for (const char c : text) {
      returns += c == '\n' ? "\r\n" : std::string(1, c);
      doubled += c == '\n' ? "\n\n" : std::string(1, c);
      const bool again = (c == '\n' || c == ' ' || c == '\f') && (dense.empty() || dense.back() == '\n');
      if (!again) dense += c;
    }
    for (const std::string& form : {text, returns, doubled, dense}) CHECK(check_split(form) == 12);
  }
}

TEST_CASE("An article's request is analysed to what the archive told") {
  const std::string text = sample("nexis-uni");
  for (const ArchivedArticle& article : split_articles(text)) {
    CAPTURE(article.metadata.title);
    const Result<Article> analysis = project_analyzer().analyze(request_for(text, article));
    REQUIRE(analysis);
    CHECK(analysis->reference_date.value == date_from(article.metadata.published));
    for (const Block& block : analysis->blocks) {
      const std::string line(analysis->text_of(block.span));
      const bool own = line.starts_with("Load-Date:") || line.starts_with("Length:") || line == "End of Document";
      CHECK((!own || block.kind == BlockKind::chrome));
    }
  }
}

// Four times the text may not take ten times as long.
TEST_CASE("Monotonous texts are taken apart in time") {
  const auto seconds = [](const std::string& piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    const std::clock_t start = std::clock();
    check_split(text);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  for (const std::string piece : {"\n",
                                  "a\n",
                                  "End of Document\n",
                                  "1 of 2 DOCUMENTS\n",
                                  "Document 1 of 2\n",
                                  "__________\n",
                                  "Body\n",
                                  "Full text:\n",
                                  "HEADLINE: a\n",
                                  "9 words\n",
                                  "HD\n",
                                  "LP\n",
                                  "Document AAAA000020190105ef150001x\n",
                                  "Title: a\n\n",
                                  "AN   ",
                                  "Length: 1 words\nLoad-Date: a\n",
                                  "Length: 1 words\nLoad-Date: a\nEnd of Document\n",
                                  "By ",
                                  ":",
                                  "\xC2\xA0"}) {
    CAPTURE(piece);
    CHECK(seconds(piece, 800'000) < 10 * std::max(seconds(piece, 200'000), 0.02));
  }
}

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "passes/attributions.h"

using namespace pressmark;

namespace {

// Words, one a token: "{" and "}" around a source, "<" and ">" around a cue, "[" and "]" around a content; a word "“"
// begins a region between marks, "”" ends it, "." ends a sentence and "|" a paragraph. None of the first six is a
// token.
struct Marked {
  std::vector<std::string> words;
  std::vector<Token> tokens;
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<MarkedRegion> regions;
  std::vector<TaggedPart> parts;

  explicit Marked(std::string_view text) {
    std::uint32_t sentence = 0;
    std::uint32_t block = 0;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = text.find(' ', at);
      if (end == std::string_view::npos) end = text.size();
      const std::string word(text.substr(at, end - at));
      at = end + 1;
      const std::uint32_t next = size();
      if (word == "{") begin(AttributionPart::source);
      if (word == "<") begin(AttributionPart::cue);
      if (word == "[") begin(AttributionPart::content);
      if (word == "}" || word == ">" || word == "]") finish(word);
      if (word == "|") {
        blocks.emplace_back().tokens = {block, next};
        block = next;
      }
      if (std::string_view("{<[}>]|").find(word) != std::string_view::npos) continue;
      if (word == "“") regions.emplace_back().tokens.first = next + 1;
      if (word == "”") {
        regions.back().tokens.last = next;
        regions.back().close = {next, next + 1};
      }
      words.push_back(word);
      if (word == ".") {
        sentences.push_back({{}, {sentence, next + 1}, static_cast<Index>(blocks.size())});
        sentence = next + 1;
      }
    }
    blocks.emplace_back().tokens = {block, size()};
    sentences.push_back({{}, {sentence, size()}, static_cast<Index>(blocks.size() - 1)});
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }

  // "content, content / cue / source" of each.
  std::vector<std::string> joined() const {
    MarkedTokens marked(regions, words.size());
    for (Index r = 0; r < regions.size(); ++r) marked.add(r);
    std::vector<std::string> all;
    for (const Attribution& one : join_parts(parts, blocks, sentences, marked)) {
      std::string said;
      for (const TokenRange piece : one.content) said += (said.empty() ? "" : ", ") + of(piece);
      all.push_back(said + " / " + of(one.cue) + " / " + of(one.source));
    }
    return all;
  }

 private:
  void begin(AttributionPart part) { parts.push_back({{size(), size()}, {}, part, 900}); }
  void finish(const std::string& bracket) {
    const AttributionPart part = bracket == "}"   ? AttributionPart::source
                                 : bracket == ">" ? AttributionPart::cue
                                                  : AttributionPart::content;
    for (std::size_t i = parts.size(); i-- > 0;) {
      if (parts[i].part != part) continue;
      parts[i].tokens.last = size();
      return;
    }
  }
  std::string of(TokenRange range) const {
    std::string text;
    for (std::uint32_t i = range.first; i < range.last; ++i) text += (text.empty() ? "" : " ") + words[i];
    return text;
  }
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("attributions: none, and a content alone") {
  CHECK(Marked("").joined().empty());
  CHECK(Marked("{ Holt } < said >").joined().empty());
  CHECK(Marked("[ the rain came ]").joined() == Strings{"the rain came /  / "});
}

TEST_CASE("attributions: the nearest cue, and the nearest source to it") {
  CHECK(Marked("{ Holt } < said > [ the rain came ] and { Berg } < denied > [ it ] .").joined() ==
        Strings{"the rain came / said / Holt", "it / denied / Berg"});
  CHECK(Marked("[ the rain came ] , { Holt } < said > .").joined() == Strings{"the rain came / said / Holt"});
}

TEST_CASE("attributions: a split quotation is one, however long its speaker's phrase") {
  const Marked split(
      "[ “ It rained , ” ] < said > { Ada Holt , an engineer who has looked after the dam above the town of Varda for "
      "twenty years } . [ “ We woke . ” ]");
  CHECK(split.joined() ==
        Strings{"“ It rained , ”, “ We woke . ” / said / Ada Holt , an engineer who has looked after the "
                "dam above the town of Varda for twenty years"});
}

TEST_CASE("attributions: a cue of the same sentence is nearer than one of the sentence before") {
  const Marked two("{ They } < asked for > [ money ] . [ “ This is a flood , ” ] { its man in Dhaka } , < said > .");
  CHECK(two.joined() == Strings{"money / asked for / They", "“ This is a flood , ” / said / its man in Dhaka"});
}

TEST_CASE("attributions: nothing reaches over a paragraph's end") {
  CHECK(Marked("{ Holt } < said > | [ the rain came ]").joined() == Strings{"the rain came /  / "});
}

TEST_CASE("attributions: what stands in marks and what does not are two, of one cue") {
  const Marked asked("[ “ No , ” ] { she } < said > when asked about [ the bill ] .");
  CHECK(asked.joined() == Strings{"“ No , ” / said / she", "the bill / said / she"});
}

TEST_CASE("attributions: whom speech names is not its speaker") {
  CHECK(Marked("[ “ { Berg } knew it ” ] , < said > a man called { Holt } .").joined() ==
        Strings{"“ Berg knew it ” / said / Holt"});
}

TEST_CASE("attributions: words in marks that nothing introduces go on with those before") {
  const Marked on(
      "[ “ It rained , ” ] { Holt } < said > . The others had all long since gone home to bed and did not "
      "hear a thing of it until the next day came . [ “ We woke . ” ]");
  CHECK(on.joined() == Strings{"“ It rained , ”, “ We woke . ” / said / Holt"});
}

TEST_CASE("attributions: who is reported stands in the sentence that reports, who is quoted may stand in another") {
  CHECK(Marked("It < declined > [ to sell ] . { Two men } < spoke > .").joined() == Strings{"to sell / declined / "});
  CHECK(Marked("{ Holt } got up . [ “ We woke . ” ]").joined() == Strings{"“ We woke . ” /  / Holt"});
}

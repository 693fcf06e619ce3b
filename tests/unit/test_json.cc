#include <doctest/doctest.h>

#include <string>

#include "pressmark/article.h"
#include "pressmark/output.h"

using namespace pressmark;

namespace {

std::string json_with_scores(Score score) {
  Article article;
  article.language = {"en", score};
  return to_json(article);
}

bool holds(const std::string& json, std::string_view part) {
  const bool found = json.find(part) != std::string::npos;
  if (!found) MESSAGE(json << "\n  lacks  " << part);
  return found;
}

}  // namespace

TEST_CASE("An empty article has every field") {
  CHECK(to_json(Article()) ==
        R"({"schema":"pressmark.analysis/1","id":null,"engine":{"version":"","model":"","lexicons":""},)"
        R"("text":{"length":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},)"
        R"("offsets":"utf16","reference_date":{"value":null,"source":null},"language":{"code":null,"score":0},)"
        R"("warnings":[],"metadata":{"title":null,"subtitle":null,"kicker":null,"authors":[],"agency":null,)"
        R"("site":null,"section":null,"published":null,"updated":null,"dateline":null,"copyright":null,"url":null},)"
        R"("blocks":[],"sentences":[],"entities":[],"quotations":[],"times":[],"figures":[],"pins":[]})");
}

TEST_CASE("Scores are thousandths without trailing zeros") {
  CHECK(holds(json_with_scores(0), R"("score":0})"));
  CHECK(holds(json_with_scores(5), R"("score":0.005})"));
  CHECK(holds(json_with_scores(50), R"("score":0.05})"));
  CHECK(holds(json_with_scores(873), R"("score":0.873})"));
  CHECK(holds(json_with_scores(900), R"("score":0.9})"));
  CHECK(holds(json_with_scores(1000), R"("score":1})"));
}

TEST_CASE("Every row is written, with ids, texts and offsets") {
  // Bytes: “ 0-3, Yes 3-6, ” 6-9, space, said 10-14, she 15-18, ., space, Ana 20-23, space, 😀 24-28
  Article article;
  article.id = "x";
  article.text = "“Yes” said she. Ana 😀";
  article.engine = {"1.2.3", "aa", "bb"};
  article.reference_date = {Date{2024, 2, 9}, "given"};
  article.warnings = {{"invalid_utf8", "One.", 2}};
  article.blocks = {{{0, 28}, {}, BlockKind::title, 2, 500, kNone}, {{24, 28}, {}, BlockKind::pull_quote, 0, 1000, 0}};
  article.sentences = {{{0, 19}, {}, 0}};
  Entity ana;
  ana.name = "Ana";
  ana.aliases = {"A."};
  ana.roles = {{{10, 14}}};
  ana.salience = 700;
  ana.mentions = {{{20, 23}, MentionKind::name, 910, false}};
  Entity city;
  city.type = EntityType::loc;
  city.name = "Oslo";
  city.stands_for = 0;
  article.entities = {ana, city};
  article.pronouns = {"she", ""};
  article.references = {{{{15, 18}, MentionKind::pronoun, 800, true}, 0},
                        {{{0, 3}, MentionKind::pronoun, 1, false}, kNone}};
  Quotation quotation;
  quotation.kind = QuotationKind::mixed;
  quotation.content = {{3, 4}, {5, 6}};
  quotation.marks = {{3, 6}};
  quotation.cue = Cue{{10, 14}, "say", ""};
  quotation.speaker = SpeakerPhrase{{15, 18}, SpeakerClass::person, 640, {{"cue", {10, 14}}}};
  quotation.via = Span{20, 23};
  quotation.addressee = Span{24, 28};
  quotation.score = 990;
  Quotation bare;
  bare.block = 1;
  bare.content = {{24, 28}};
  bare.speaker = SpeakerPhrase{};
  bare.parent = 0;
  bare.duplicate_of = 0;
  article.quotations = {quotation, bare};
  article.speakers = {{{0, 1}, 1, kNone}, {}};
  article.metadata.title = Field{"T", Span{24, 28}, 600};
  article.metadata.authors = {Field{"Jo", std::nullopt, 1000}};
  TimeExpression time;
  time.span = {0, 3};
  time.type = TimeType::duration;
  time.value = "P1D";
  time.begin = "2024-01-01";
  time.anchor = TimeAnchor{kNone, "day", -1, "", "", "past"};
  TimeExpression second;
  second.span = {3, 6};
  second.anchor = TimeAnchor{0, "", 0, "MO", "", ""};
  article.times = {time, second};
  article.figures = {{{20, 23}, "money", "5", "USD"}};

  const std::string json = to_json(article);
  CHECK(holds(json, R"("id":"x","engine":{"version":"1.2.3","model":"aa","lexicons":"bb"},"text":{"length":22,)"));
  CHECK(holds(json, R"("reference_date":{"value":"2024-02-09","source":"given"})"));
  CHECK(holds(json, R"("warnings":[{"code":"invalid_utf8","message":"One.","count":2}])"));
  CHECK(holds(json, R"("metadata":{"title":{"value":"T","start":20,"end":22,"score":0.6},"subtitle":null)"));
  CHECK(holds(json, R"("authors":[{"value":"Jo","start":null,"end":null,"score":1}],"agency":null)"));
  CHECK(holds(json,
              R"("blocks":[{"id":"b1","start":0,"end":22,"kind":"title","level":2,"score":0.5,"duplicate_of":null},)"
              R"({"id":"b2","start":20,"end":22,"kind":"pull_quote","level":null,"score":1,"duplicate_of":"b1"}])"));
  CHECK(holds(json, R"("sentences":[[0,15]])"));
  CHECK(holds(
      json, R"("entities":[{"id":"e1","type":"PERSON","name":"Ana","aliases":["A."],)"
            R"("roles":[{"text":"said","start":6,"end":10}],"pronouns":"she","geo":null,"salience":0.7,)"
            R"("stands_for":null,"mentions":[)"
            R"({"start":11,"end":14,"kind":"pronoun","score":0.8,"metonym":true},)"
            R"({"start":16,"end":19,"kind":"name","score":0.91,"metonym":false}]},)"
            R"({"id":"e2","type":"LOC","name":"Oslo","aliases":[],"roles":[],"pronouns":null,"geo":null,"salience":0,)"
            R"("stands_for":"e1","mentions":[]}])"));
  CHECK(holds(
      json, R"("quotations":[{"id":"q1","kind":"mixed","act":"said","block":"b1","start":1,"end":4,)"
            R"("content":[{"start":1,"end":2},{"start":3,"end":4}],"marks":[{"start":1,"end":4}],)"
            R"("cue":{"start":6,"end":10,"lemma":"say","stance":null},)"
            R"("speaker":{"start":11,"end":14,"text":"she","entities":["e1","e2"],"class":"person","score":0.64,)"
            R"("evidence":[{"kind":"cue","start":6,"end":10}]},)"
            R"("via":{"start":16,"end":19,"text":"Ana","entity":"e2"},)"
            R"("addressee":{"start":20,"end":22,"text":"😀","entity":null},)"
            R"("parent":null,"duplicate_of":null,"score":0.99},)"
            R"({"id":"q2","kind":"direct","act":"said","block":"b2","start":20,"end":22,)"
            R"("content":[{"start":20,"end":22}],"marks":[],"cue":null,)"
            R"("speaker":{"start":null,"end":null,"text":null,"entities":[],"class":"person","score":0,"evidence":[]},)"
            R"("via":null,"addressee":null,"parent":"q1","duplicate_of":"q1","score":0}])"));
  CHECK(holds(json,
              R"("times":[{"id":"t1","start":0,"end":1,"type":"DURATION","value":"P1D","mod":null,"grain":null,)"
              R"("range":{"begin":"2024-01-01","end":null},)"
              R"("anchor":{"to":"reference","unit":"day","offset":-1,"weekday":null,"month":null,"direction":"past"}},)"
              R"({"id":"t2","start":1,"end":4,"type":"DATE","value":null,"mod":null,"grain":null,"range":null,)"
              R"("anchor":{"to":"t1","unit":null,"offset":0,"weekday":"MO","month":null,"direction":null}}])"));
  CHECK(holds(json, R"("figures":[{"start":16,"end":19,"kind":"money","value":"5","unit":"USD"}],)"));
}

TEST_CASE("Offsets are written as the article asks") {
  Article article;
  article.text = "é😀z";
  article.sentences = {{{6, 7}, {}, 0}};
  article.offsets = Offsets::utf8;
  CHECK(holds(to_json(article), R"("sentences":[[6,7]])"));
  article.offsets = Offsets::utf16;
  CHECK(holds(to_json(article), R"("sentences":[[3,4]])"));
  article.offsets = Offsets::codepoint;
  CHECK(holds(to_json(article), R"("sentences":[[2,3]])"));
}

TEST_CASE("Strings are escaped") {
  Article article;
  article.id = std::string("a\"\\\n\0\x1F", 6) + "é😀";
  CHECK(holds(to_json(article), R"("id":"a\"\\\n\u0000\u001Fé😀")"));
}

TEST_CASE("An error takes the place of an analysis") {
  CHECK(to_json(Error{ErrorCode::bad_json, "It is \"so\".", 3}, "x") ==
        R"({"id":"x","error":{"code":"bad_json","message":"It is \"so\".","line":3}})");
  CHECK(to_json(Error{ErrorCode::cancelled, "No.", 0}, "") ==
        R"({"id":null,"error":{"code":"cancelled","message":"No.","line":null}})");
}

// `pressmark.analysis/1`: the fields and their order are those of core/schema/analysis-1.schema.json. Every field is
// written, whatever it holds.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/json_writer.h"
#include "pressmark/output.h"
#include "sha256.h"
#include "text/offset_map.h"

namespace pressmark {

namespace {

Span cover(const std::vector<Span>& pieces) {
  return pieces.empty() ? Span{} : Span{pieces.front().start, pieces.back().end};
}

class AnalysisWriter {
 public:
  explicit AnalysisWriter(const Article& article) : article_(article), map_(article.text, article.offsets) {}

  std::string write() {
    json_.object([&] {
      json_.key("schema").text("pressmark.analysis/1");
      json_.key("id").text_or_null(article_.id);
      json_.key("engine");
      engine();
      json_.key("text");
      fingerprint();
      json_.key("offsets").text(to_string(article_.offsets));
      json_.key("reference_date");
      reference_date();
      json_.key("language");
      language();
      json_.key("warnings");
      json_.array(article_.warnings, [&](const Warning& warning) { this->warning(warning); });
      json_.key("metadata");
      metadata();
      json_.key("blocks");
      Index row = 0;
      json_.array(article_.blocks, [&](const Block& block) { this->block(row++, block); });
      json_.key("sentences");
      json_.array(article_.sentences, [&](const Sentence& sentence) { pair(sentence.span); });
      json_.key("entities");
      entities();
      json_.key("quotations");
      row = 0;
      json_.array(article_.quotations, [&](const Quotation& quotation) { this->quotation(row++, quotation); });
      json_.key("times");
      row = 0;
      json_.array(article_.times, [&](const TimeExpression& time) { this->time(row++, time); });
      json_.key("figures");
      json_.array(article_.figures, [&](const Figure& figure) { this->figure(figure); });
      json_.key("pins");
      json_.array(article_.pins, [&](const PinReport& report) { this->pin(report); });
    });
    return json_.take();
  }

 private:
  void ends(Span span) {
    json_.key("start").number(map_.from_byte(span.start));
    json_.key("end").number(map_.from_byte(span.end));
  }

  // The one field that is there only where it says something.
  void by(bool reader) {
    if (reader) json_.key("by").text("reader");
  }

  void pin(const PinReport& report) {
    json_.object([&] {
      json_.key("id").text_or_null(report.id);
      json_.key("op").text_or_null(report.op);
      json_.key("placed").flag(report.placed);
      ends_or_null(report.span);
      json_.key("why").text_or_null(report.why);
    });
  }

  void ends_or_null(const std::optional<Span>& span) {
    if (span) return ends(*span);
    json_.key("start").null();
    json_.key("end").null();
  }

  void pair(Span span) {
    const std::uint32_t both[] = {map_.from_byte(span.start), map_.from_byte(span.end)};
    json_.array(both, [&](std::uint32_t offset) { json_.number(offset); });
  }

  void pieces(const std::vector<Span>& spans) {
    json_.array(spans, [&](Span span) { json_.object([&] { ends(span); }); });
  }

  void texts(const std::vector<std::string>& list) {
    json_.array(list, [&](const std::string& text) { json_.text(text); });
  }

  void engine() {
    json_.object([&] {
      json_.key("version").text(article_.engine.version);
      json_.key("model").text(article_.engine.model);
      json_.key("lexicons").text(article_.engine.lexicons);
    });
  }

  void fingerprint() {
    json_.object([&] {
      json_.key("length").number(map_.length());
      json_.key("sha256").text(sha256(article_.text));
    });
  }

  void reference_date() {
    const ReferenceDate& date = article_.reference_date;
    json_.object([&] {
      json_.key("value").text_or_null(date.value ? to_string(*date.value) : std::string());
      json_.key("source").text_or_null(date.source);
    });
  }

  void language() {
    json_.object([&] {
      json_.key("code").text_or_null(article_.language.code);
      json_.key("score").score(article_.language.score);
    });
  }

  void warning(const Warning& warning) {
    json_.object([&] {
      json_.key("code").text(warning.code);
      json_.key("message").text(warning.message);
      json_.key("count").number(warning.count);
    });
  }

  void field(const Field& field) {
    json_.object([&] {
      json_.key("value").text(field.value);
      ends_or_null(field.span);
      json_.key("score").score(field.score);
      by(field.by_reader);
    });
  }

  void metadata() {
    const Metadata& data = article_.metadata;
    const auto one = [&](std::string_view name, const std::optional<Field>& value) {
      json_.key(name);
      value ? field(*value) : json_.null();
    };
    json_.object([&] {
      one("title", data.title);
      one("subtitle", data.subtitle);
      one("kicker", data.kicker);
      json_.key("authors");
      json_.array(data.authors, [&](const Field& author) { field(author); });
      one("agency", data.agency);
      one("site", data.site);
      one("section", data.section);
      one("published", data.published);
      one("updated", data.updated);
      one("dateline", data.dateline);
      one("copyright", data.copyright);
      one("url", data.url);
    });
  }

  void block(Index row, const Block& block) {
    json_.object([&] {
      json_.key("id").id('b', row);
      ends(block.span);
      json_.key("kind").text(to_string(block.kind));
      json_.key("level");
      block.level > 0 ? json_.number(block.level) : json_.null();
      json_.key("score").score(block.score);
      json_.key("duplicate_of").id('b', block.duplicate_of);
      by(block.by_reader);
    });
  }

  // An entity's names and what refers to it are layers of their own; the analysis has them in one list.
  void entities() {
    std::vector<std::vector<Mention>> mentions;
    for (const Entity& entity : article_.entities) mentions.push_back(entity.mentions);
    for (const Reference& reference : article_.references) {
      if (reference.entity != kNone) mentions[reference.entity].push_back(reference.mention);
    }
    Index row = 0;
    json_.array(article_.entities, [&](const Entity& entity) {
      std::vector<Mention>& of_entity = mentions[row];
      std::stable_sort(of_entity.begin(), of_entity.end(),
                       [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
      this->entity(row++, entity, of_entity);
    });
  }

  void entity(Index row, const Entity& entity, const std::vector<Mention>& mentions) {
    json_.object([&] {
      json_.key("id").id('e', row);
      json_.key("type").text(to_string(entity.type));
      json_.key("name").text(entity.name);
      json_.key("aliases");
      texts(entity.aliases);
      json_.key("roles");
      json_.array(entity.roles, [&](const Role& role) {
        json_.object([&] {
          json_.key("text").text(article_.text_of(role.span));
          ends(role.span);
        });
      });
      json_.key("pronouns").text_or_null(row < article_.pronouns.size() ? article_.pronouns[row] : std::string());
      json_.key("geo");
      row < article_.geo.size() && article_.geo[row] ? geo(*article_.geo[row]) : json_.null();
      json_.key("salience").score(entity.salience);
      json_.key("stands_for").id('e', entity.stands_for);
      json_.key("mentions");
      json_.array(mentions, [&](const Mention& mention) { this->mention(mention); });
      by(entity.by_reader);
    });
  }

  void geo(const Geo& geo) {
    json_.object([&] {
      json_.key("geonames_id");
      geo.geonames_id > 0 ? json_.number(geo.geonames_id) : json_.null();
      json_.key("lat").thousandths(geo.latitude);
      json_.key("lon").thousandths(geo.longitude);
      json_.key("country").text_or_null(geo.country);
      json_.key("kind").text(to_string(geo.kind));
      json_.key("score").score(geo.score);
      by(geo.by_reader);
    });
  }

  void mention(const Mention& mention) {
    json_.object([&] {
      ends(mention.span);
      json_.key("kind").text(to_string(mention.kind));
      json_.key("score").score(mention.score);
      json_.key("metonym").flag(mention.metonym);
      by(mention.by_reader);
    });
  }

  void quotation(Index row, const Quotation& quotation) {
    const Speakers speakers = row < article_.speakers.size() ? article_.speakers[row] : Speakers();
    json_.object([&] {
      json_.key("id").id('q', row);
      json_.key("kind").text(to_string(quotation.kind));
      json_.key("act").text(quotation.act);
      json_.key("block").id('b', quotation.block);
      ends(cover(quotation.content));
      json_.key("content");
      pieces(quotation.content);
      json_.key("marks");
      pieces(quotation.marks);
      json_.key("cue");
      quotation.cue ? cue(*quotation.cue) : json_.null();
      json_.key("speaker");
      quotation.speaker ? speaker(*quotation.speaker, speakers.speaker) : json_.null();
      json_.key("via");
      quotation.via ? party(*quotation.via, speakers.via) : json_.null();
      json_.key("addressee");
      quotation.addressee ? party(*quotation.addressee, speakers.addressee) : json_.null();
      json_.key("parent").id('q', quotation.parent);
      json_.key("duplicate_of").id('q', quotation.duplicate_of);
      json_.key("score").score(quotation.score);
      by(quotation.by_reader);
    });
  }

  void cue(const Cue& cue) {
    json_.object([&] {
      ends(cue.span);
      json_.key("lemma").text(cue.lemma);
      json_.key("stance").text_or_null(cue.stance);
    });
  }

  void speaker(const SpeakerPhrase& phrase, const std::vector<Index>& meant) {
    json_.object([&] {
      if (phrase.span.empty()) {
        for (const std::string_view name : {"start", "end", "text"}) json_.key(name).null();
      } else {
        ends(phrase.span);
        json_.key("text").text(article_.text_of(phrase.span));
      }
      json_.key("entities");
      json_.array(meant, [&](Index entity) { json_.id('e', entity); });
      json_.key("class").text(to_string(phrase.speaker_class));
      json_.key("score").score(phrase.score);
      json_.key("evidence");
      json_.array(phrase.evidence, [&](const Evidence& evidence) {
        json_.object([&] {
          json_.key("kind").text(evidence.kind);
          ends(evidence.span);
        });
      });
      by(phrase.by_reader);
    });
  }

  void party(Span span, Index entity) {
    json_.object([&] {
      ends(span);
      json_.key("text").text(article_.text_of(span));
      json_.key("entity").id('e', entity);
    });
  }

  void time(Index row, const TimeExpression& time) {
    json_.object([&] {
      json_.key("id").id('t', row);
      ends(time.span);
      json_.key("type").text(to_string(time.type));
      json_.key("value").text_or_null(time.value);
      json_.key("mod").text_or_null(time.mod);
      json_.key("grain").text_or_null(time.grain);
      json_.key("range");
      time.begin.empty() && time.end.empty() ? json_.null() : range(time);
      json_.key("anchor");
      time.anchor ? anchor(*time.anchor) : json_.null();
      by(time.by_reader);
    });
  }

  void range(const TimeExpression& time) {
    json_.object([&] {
      json_.key("begin").text_or_null(time.begin);
      json_.key("end").text_or_null(time.end);
    });
  }

  void anchor(const TimeAnchor& anchor) {
    json_.object([&] {
      json_.key("to");
      anchor.to == kNone ? json_.text("reference") : json_.id('t', anchor.to);
      json_.key("unit").text_or_null(anchor.unit);
      json_.key("offset").number(anchor.offset);
      json_.key("weekday").text_or_null(anchor.weekday);
      json_.key("month").text_or_null(anchor.month);
      json_.key("direction").text_or_null(anchor.direction);
    });
  }

  void figure(const Figure& figure) {
    json_.object([&] {
      ends(figure.span);
      json_.key("kind").text(figure.kind);
      json_.key("value").text(figure.value);
      json_.key("unit").text_or_null(figure.unit);
    });
  }

  const Article& article_;
  OffsetMap map_;
  Json json_;
};

}  // namespace

std::string to_json(const Article& article) { return AnalysisWriter(article).write(); }

std::string to_json(const Error& error, std::string_view id) {
  Json json;
  json.object([&] {
    json.key("id").text_or_null(id);
    json.key("error");
    json.object([&] {
      json.key("code").text(to_string(error.code));
      json.key("message").text(error.message);
      json.key("line");
      error.line > 0 ? json.number(error.line) : json.null();
    });
  });
  return json.take();
}

}  // namespace pressmark

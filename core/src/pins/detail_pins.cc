#include "pins/detail_pins.h"

#include <algorithm>
#include <map>
#include <utility>

#include "passes/metadata.h"
#include "passes/time_values.h"

namespace pressmark {

namespace {

TimeType type_of(std::string_view value) {
  if (value.starts_with('P')) return TimeType::duration;
  return value.find('T') == std::string_view::npos ? TimeType::date : TimeType::time;
}

// Times while corrections change them. They do not overlap.
class TimeTable {
 public:
  explicit TimeTable(const std::vector<TimeExpression>& times) : rows_(times) {
    for (Index t = 0; t < times.size(); ++t) at_.emplace(times[t].span.start, t);
  }

  void apply(Pin& pin) {
    const Span span = pin.at->span;
    std::vector<Index> here;
    auto time = at_.upper_bound(span.start);
    if (time != at_.begin()) --time;
    for (; time != at_.end() && time->first < span.end; ++time) {
      if (rows_[time->second].span.overlaps(span)) here.push_back(time->second);
    }
    if (pin.value.empty()) {
      if (here.empty()) pin.problem = "No time stands at its place.";
      for (const Index t : here) at_.erase(rows_[t].span.start);
      return;
    }
    // It is the one that has these borders, or else the first one, with other borders.
    const auto same = std::find_if(here.begin(), here.end(), [&](Index t) { return rows_[t].span == span; });
    Index row = same != here.end() ? *same : here.empty() ? kNone : here.front();
    if (row == kNone) {
      row = static_cast<Index>(rows_.size());
      rows_.emplace_back();
    }
    for (const Index t : here) at_.erase(rows_[t].span.start);
    at_[span.start] = row;
    TimeExpression& told = rows_[row];
    told.span = span;
    told.value = pin.value;
    told.type = pin.time_type.value_or(type_of(pin.value));
    told.mod.clear();
    told.anchor.reset();
    told.by_reader = true;
  }

  // What hangs on a time that is none any more keeps its value.
  std::vector<TimeExpression> write() {
    std::vector<Index> row_of(rows_.size(), kNone);
    Index next = 0;
    for (const auto& [start, t] : at_) row_of[t] = next++;
    std::vector<TimeExpression> times;
    for (const auto& [start, t] : at_) {
      TimeExpression& time = times.emplace_back(std::move(rows_[t]));
      if (!time.anchor || time.anchor->to == kNone) continue;
      time.anchor->to = row_of[time.anchor->to];
      if (time.anchor->to == kNone) time.anchor.reset();
    }
    return times;
  }

 private:
  std::vector<TimeExpression> rows_;
  std::map<std::uint32_t, Index> at_;  // by start
};

std::optional<Field>* field_of(Metadata& data, std::string_view name) {
  const std::pair<std::string_view, std::optional<Field>*> fields[] = {
      {"title", &data.title},     {"subtitle", &data.subtitle},   {"kicker", &data.kicker},
      {"agency", &data.agency},   {"site", &data.site},           {"section", &data.section},
      {"updated", &data.updated}, {"published", &data.published}, {"dateline", &data.dateline},
      {"url", &data.url},         {"copyright", &data.copyright},
  };
  for (const auto& [its, field] : fields) {
    if (its == name) return field;
  }
  return nullptr;
}

}  // namespace

void apply_time_pins(Article& article, std::vector<Pin>& pins) {
  TimeTable table(article.times);
  bool any = false;
  for (Pin& pin : pins) {
    if (pin.op != PinOp::time || !pin.problem.empty()) continue;
    table.apply(pin);
    any = true;
  }
  if (any) article.times = table.write();
}

void apply_metadata_pins(Article& article, std::vector<Pin>& pins) {
  bool dated = false;
  for (const Pin& pin : pins) {
    if (pin.op != PinOp::metadata || !pin.problem.empty()) continue;
    std::vector<Field> told;
    for (const std::string& value : pin.values) {
      told.push_back({value, std::nullopt, 1000, true});
      if (pin.at && !pin.at->span.empty()) told.back().span = pin.at->span;
    }
    if (std::optional<Field>* field = field_of(article.metadata, pin.field)) {
      field->reset();
      if (!told.empty()) *field = std::move(told.front());
    } else {
      article.metadata.authors = std::move(told);
    }
    dated |= pin.field == "published";
  }
  // A day that the reader gives for the article's own is one that was given.
  ReferenceDate& date = article.reference_date;
  const bool by_reader = article.metadata.published && article.metadata.published->by_reader;
  if (dated && (by_reader || date.source != "given")) date = find_reference_date(std::nullopt, article.metadata);
}

void mark_told_blocks(Article& article, std::vector<Pin>& pins) {
  for (Pin& pin : pins) {
    if (pin.op != PinOp::block || !pin.problem.empty()) continue;
    auto block = std::partition_point(article.blocks.begin(), article.blocks.end(),
                                      [&](const Block& b) { return b.span.end <= pin.at->span.start; });
    for (; block != article.blocks.end() && block->span.start < pin.at->span.end; ++block) {
      if (block->kind != pin.block) continue;
      block->by_reader = true;
      block->score = 1000;
    }
  }
}

}  // namespace pressmark

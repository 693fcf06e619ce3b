#include "passes/time_grammar.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "lexicons.h"
#include "passes/time_names.h"

namespace pressmark {

namespace {

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    if (end > start) parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

std::int32_t number_of(std::string_view text) {
  const bool minus = text.starts_with('-');
  std::int32_t value = 0;
  for (const char c : text.substr(minus ? 1 : 0)) value = value * 10 + (c - '0');
  return minus ? -value : value;
}

std::int32_t row_of(std::span<const std::string_view> names, std::string_view name) {
  return static_cast<std::int32_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

struct FieldName {
  std::string_view name;
  TimeField field;
  std::span<const std::string_view> values;  // empty: numbers
};

const FieldName* field_named(std::string_view name) {
  static const FieldName fields[] = {
      {"year", TimeField::year, {}},
      {"month", TimeField::month, {}},
      {"day", TimeField::day, {}},
      {"weekday", TimeField::weekday, {}},
      {"hour", TimeField::hour, {}},
      {"minute", TimeField::minute, {}},
      {"season", TimeField::season, kTimeSeasons},
      {"ordinal", TimeField::ordinal, {}},
      {"decade", TimeField::decade, {}},
      {"holiday", TimeField::holiday, {}},
      {"unit", TimeField::unit, kTimeUnits},
      {"number", TimeField::number, {}},
      {"fraction", TimeField::fraction, {}},
      {"offset", TimeField::offset, {}},
      {"part", TimeField::part, kDayParts},
      {"mod", TimeField::mod, kTimeMods},
      {"ref", TimeField::ref, kTimeRefs},
      {"kind", TimeField::kind, kTimeKinds},
  };
  for (const FieldName& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

// A pattern item by item: which words may stand there, whether it may be left out, whether it is only to stand there.
struct PatternItem {
  std::vector<std::string_view> words;
  bool optional = false;
  std::size_t group = 0;  // items of one [ ]? have the same number, others 0
};

// Every way to leave out what may be left out.
std::vector<std::vector<PatternItem>> written_out(const std::vector<PatternItem>& items) {
  std::vector<std::vector<PatternItem>> ways(1);
  for (std::size_t i = 0; i < items.size();) {
    std::size_t end = i + 1;
    while (items[i].group != 0 && end < items.size() && items[end].group == items[i].group) ++end;
    const std::size_t before = ways.size();
    if (items[i].optional) {
      for (std::size_t w = 0; w < before; ++w) ways.push_back(ways[w]);
    }
    for (std::size_t w = 0; w < before; ++w) {
      for (std::size_t k = i; k < end; ++k) ways[w].push_back(items[k]);
    }
    i = end;
  }
  return ways;
}

// "7 p.m.", "5 o'clock", "4 in the morning": the number is the hour.
void settle_hour(TimeMeaning& meaning) {
  if (meaning.has(TimeField::part)) {
    const bool before_noon = kDayParts[static_cast<std::size_t>(meaning.get(TimeField::part))] == "MO";
    meaning.set(TimeField::hour, before_noon ? 0 : 12);
    meaning.set(TimeField::part, kNoTime);
  }
  if (!meaning.has(TimeField::number)) return;
  const std::int32_t number = meaning.get(TimeField::number);
  meaning.set(TimeField::hour, meaning.has(TimeField::hour) ? number % 12 + meaning.get(TimeField::hour) : number);
  meaning.set(TimeField::number, kNoTime);
}

// "a year-earlier loss" holds no "a year": what begins in another token ends with its last one.
bool cuts_token(const std::vector<std::uint32_t>& tokens, std::uint32_t first, std::uint32_t last) {
  const bool cut = last < tokens.size() && tokens[last] == tokens[last - 1];
  return cut && tokens[first] != tokens[last];
}

}  // namespace

struct TimeGrammar::State {
  std::uint32_t node = 0;
  std::uint32_t at = 0;
  std::uint32_t depth = 0;
  std::array<std::uint32_t, kLongest + 1> places{};  // where each item began
  TimeMeaning meaning;
};

TimeMeaning read_time_meaning(std::string_view fields) {
  TimeMeaning meaning;
  for (const std::string_view field : cut(fields, ' ')) {
    const std::size_t sign = field.find('=');
    if (sign == std::string_view::npos) continue;
    const FieldName* known = field_named(field.substr(0, sign));
    if (known == nullptr) continue;
    const std::string_view value = field.substr(sign + 1);
    meaning.set(known->field, known->values.empty() ? number_of(value) : row_of(known->values, value));
  }
  return meaning;
}

TimeGrammar TimeGrammar::load() {
  TimeGrammar grammar;
  grammar.time_ = grammar.intern("time");
  grammar.nothing_ = grammar.intern("none");
  grammar.hour_ = grammar.intern("HOURT");
  for (const auto& row : read_table("time_words")) {
    if (row.size() < 2) continue;
    TimeSense sense{grammar.intern(row[1]), read_time_meaning(row.size() > 2 ? row[2] : "")};
    grammar.words_[std::string(row[0])].push_back(sense);
  }
  std::size_t holiday = 0;
  grammar.stages_.emplace_back();
  for (const auto& row : read_table("holidays")) {
    // As the tokenizer cuts it: "New Year 's Day", "Presidents ' Day".
    std::string name;
    for (const std::string_view word : cut(row[0], ' ')) {
      const std::size_t sign = std::min(word.find('\''), word.size());
      name += std::string(word.substr(0, sign)) + " ";
      if (sign < word.size()) name += std::string(word.substr(sign)) + " ";
    }
    grammar.add_pattern(grammar.stages_.front(), "HOLIDAY", name, "holiday=" + std::to_string(holiday++));
  }
  for (const auto& row : read_table("time_patterns")) {
    if (row[0].starts_with('=')) {
      if (row[0] != "= 1") grammar.stages_.emplace_back();
    } else if (row.size() > 1) {
      grammar.add_pattern(grammar.stages_.back(), row[0], row[1], row.size() > 2 ? row[2] : "");
    }
  }
  const auto of = [&grammar](std::string_view name) { return grammar.intern(name); };
  grammar.classes_ = {of("NUM"),         of("DAY"),   of("DAYTH"),   of("NTH"),      of("YEAR"),    of("DECADE"),
                      of("SHORTDECADE"), of("CLOCK"), of("CLOCKAP"), of("FULLDATE"), of("MONTH"),   of("MAY"),
                      of("-"),           of("ONES"),  of("TENS"),    of("TIMES"),    of("a"),       of("one"),
                      of("and"),         of("half"),  of("to"),      of("AHEAD"),    of("AHEADTO"), of("BEHIND"),
                      of("SINCE"),       of("UNTIL")};
  return grammar;
}

const std::vector<TimeSense>& TimeGrammar::senses(std::string_view word) const {
  static const std::vector<TimeSense> none;
  const auto found = words_.find(word);
  return found == words_.end() ? none : found->second;
}

TimeSymbol TimeGrammar::symbol(std::string_view name) const {
  const auto found = symbols_.find(name);
  return found == symbols_.end() ? kNone : found->second;
}

TimeSymbol TimeGrammar::intern(std::string_view name) {
  return symbols_.try_emplace(std::string(name), static_cast<TimeSymbol>(symbols_.size() + 1)).first->second;
}

void TimeGrammar::add_pattern(Stage& stage, std::string_view result, std::string_view pattern, std::string_view adds) {
  Rule rule{intern(result), 0, 0, read_time_meaning(adds)};
  std::vector<PatternItem> items;
  std::size_t group = 0;
  std::size_t groups = 0;
  for (std::string_view word : cut(pattern, ' ')) {
    if (word == "[") {
      group = ++groups;
      continue;
    }
    if (word == "]?") {
      group = 0;
      continue;
    }
    PatternItem item;
    item.group = group;
    item.optional = group != 0 || word.ends_with('?');
    if (word.ends_with('?')) word.remove_suffix(1);
    if (word.starts_with('~')) {
      word.remove_prefix(1);
      items.empty() ? ++rule.lead : ++rule.tail;
    }
    item.words = cut(word, '|');
    items.push_back(std::move(item));
  }
  for (const auto& way : written_out(items)) {
    std::vector<std::vector<std::string_view>> paths(1);
    for (const PatternItem& item : way) {
      std::vector<std::vector<std::string_view>> longer;
      for (const auto& path : paths) {
        for (const std::string_view word : item.words) {
          longer.push_back(path);
          longer.back().push_back(word);
        }
      }
      paths = std::move(longer);
    }
    for (const auto& path : paths) {
      if (!path.empty() && path.size() <= kLongest) add_path(stage, path, rule);
    }
  }
}

// Of two patterns that read the same the first one counts.
void TimeGrammar::add_path(Stage& stage, const std::vector<std::string_view>& path, Rule rule) {
  std::uint32_t node = 0;
  for (const std::string_view word : path) {
    const TimeSymbol symbol = intern(word);
    auto& next = stage.nodes[node].next;
    const auto place =
        std::lower_bound(next.begin(), next.end(), symbol, [](const auto& a, TimeSymbol b) { return a.first < b; });
    if (place != next.end() && place->first == symbol) {
      node = place->second;
      continue;
    }
    const auto added = static_cast<std::uint32_t>(stage.nodes.size());
    next.insert(place, {symbol, added});
    stage.nodes.emplace_back();
    node = added;
  }
  if (stage.nodes[node].rule >= 0) return;
  stage.nodes[node].rule = static_cast<std::int32_t>(rules_.size());
  rules_.push_back(rule);
}

std::vector<TimeMatch> TimeGrammar::find(std::vector<std::vector<TimeEdge>>& edges,
                                         const std::vector<std::uint32_t>& tokens) const {
  struct Found {
    std::uint32_t first;
    std::int32_t rule;
    TimeEdge edge;
  };
  std::vector<TimeMatch> longest(edges.size());
  std::vector<State> states;
  for (const Stage& stage : stages_) {
    std::vector<Found> found;
    for (std::uint32_t start = 0; start < edges.size(); ++start) {
      if (edges[start].empty()) continue;
      states.assign(1, State{});
      states.front().at = start;
      for (std::size_t s = 0; s < states.size(); ++s) {
        const State state = states[s];
        const Node& node = stage.nodes[state.node];
        if (node.rule >= 0) {
          const Rule& rule = rules_[static_cast<std::size_t>(node.rule)];
          const std::uint32_t first = state.places[rule.lead];
          const std::uint32_t last = rule.tail == 0 ? state.at : state.places[state.depth - rule.tail];
          TimeMeaning meaning = state.meaning;
          meaning.put(rule.adds);
          if (rule.result == hour_) settle_hour(meaning);
          if (rule.result != time_ && rule.result != nothing_) {
            found.push_back({first, node.rule, {rule.result, last, meaning}});
          } else if (!cuts_token(tokens, first, last)) {
            TimeMatch& best = longest[first];
            const bool better = last > best.last || (last == best.last && node.rule < best.rule);
            if (better) best = {first, last, meaning, rule.result == time_, node.rule};
          }
        }
        if (state.at >= edges.size() || state.depth >= kLongest) continue;
        for (const TimeEdge& edge : edges[state.at]) {
          const auto next = std::lower_bound(node.next.begin(), node.next.end(), edge.symbol,
                                             [](const auto& a, TimeSymbol b) { return a.first < b; });
          if (next == node.next.end() || next->first != edge.symbol) continue;
          State further = state;
          further.node = next->second;
          further.places[further.depth++] = state.at;
          further.at = edge.end;
          further.meaning.add(edge.meaning);
          states.push_back(further);
        }
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rule < b.rule; });
    for (const Found& one : found) edges[one.first].push_back(one.edge);
  }
  std::vector<TimeMatch> matches;
  for (std::uint32_t start = 0; start < longest.size();) {
    const TimeMatch& match = longest[start];
    if (match.is_time) matches.push_back(match);
    start = std::max(start + 1, match.last);
  }
  return matches;
}

}  // namespace pressmark

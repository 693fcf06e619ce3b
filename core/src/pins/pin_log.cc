#include "pins/pin_log.h"

#include <iterator>
#include <unordered_map>
#include <utility>

#include "input/fields.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

// Takes out what was taken back. An undo takes back an operation before it, perhaps another undo.
void settle_undone(const std::vector<std::string>& log, std::vector<Pin>& pins) {
  std::unordered_map<std::string_view, std::size_t> row_of;
  std::vector<std::size_t> undone_by(pins.size(), pins.size());  // of an undo, what it takes back
  std::vector<bool> out(pins.size());
  for (std::size_t i = 0; i < pins.size(); ++i) {
    Pin& pin = pins[i];
    if (pin.op == PinOp::undo && pin.problem.empty()) {
      const auto target = row_of.find(pin.of);
      if (target != row_of.end()) {
        undone_by[i] = target->second;
      } else {
        pin.problem = "No operation before it has the id " + Fields::quote(pin.of) + ".";
      }
    }
    if (pin.id.empty()) continue;
    const auto [known, is_new] = row_of.try_emplace(pin.id, i);
    if (is_new) continue;
    if (log[known->second] == log[i]) {
      out[i] = true;
      undone_by[i] = pins.size();
    } else if (pin.problem.empty()) {
      pin.problem = "Another operation before it has the id " + Fields::quote(pin.id) + ".";
      undone_by[i] = pins.size();
    }
  }
  for (std::size_t i = pins.size(); i-- > 0;) {
    if (undone_by[i] == pins.size()) continue;
    if (!out[i]) out[undone_by[i]] = true;
    out[i] = true;
  }
  std::vector<Pin> left;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    if (!out[i]) left.push_back(std::move(pins[i]));
  }
  pins = std::move(left);
}

template <typename Visit>
void for_places(Pin& pin, const Visit& visit) {
  for (std::optional<PinPlace>* place : {&pin.at, &pin.as, &pin.words}) {
    if (*place) visit(**place);
  }
}

Span without_space(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = decode(text, span.start);
    if (!is_space(c.value)) break;
    span.start += c.length;
  }
  while (!span.empty()) {
    const CodePoint c = decode_before(text, span.end);
    if (!is_space(c.value)) break;
    span.end -= c.length;
  }
  return span;
}

bool wants_all(const Pin& pin) { return pin.op == PinOp::name && pin.all && pin.at; }

}  // namespace

std::vector<Pin> read_log(std::string_view text, Offsets offsets, const std::vector<std::string>& log) {
  std::vector<Pin> pins;
  if (log.empty()) return pins;
  const OffsetMap map(text, offsets);
  pins.reserve(log.size());
  for (const std::string& json : log) pins.push_back(read_pin(json, map));
  settle_undone(log, pins);

  QuoteFinder finder(text);
  for (Pin& pin : pins) {
    if (!pin.problem.empty()) continue;
    if (wants_all(pin)) finder.want(pin.at->quote.words);
    for_places(pin, [&](const PinPlace& place) {
      if (!finder.stands(place.quote)) finder.want(place.quote.words);
    });
  }
  finder.search();
  for (Pin& pin : pins) {
    if (!pin.problem.empty()) continue;
    for_places(pin, [&](PinPlace& place) {
      const std::optional<Span> found = finder.find(place.quote);
      if (found) place.span = without_space(text, *found);
      if (!place.span.empty() || pin.op == PinOp::metadata || !pin.problem.empty()) return;
      pin.problem = found ? std::string("The words at its place are white space.")
                          : "The words " + Fields::quote(place.quote.words) + " do not stand in the text.";
    });
    if (wants_all(pin)) pin.starts = finder.starts(pin.at->quote.words);
  }
  return pins;
}

std::vector<BlockOverride> told_blocks(const std::vector<Pin>& pins) {
  std::vector<BlockOverride> blocks;
  for (const Pin& pin : pins) {
    if (pin.op == PinOp::block && pin.problem.empty()) blocks.push_back({pin.at->span, pin.block});
  }
  return blocks;
}

}  // namespace pressmark

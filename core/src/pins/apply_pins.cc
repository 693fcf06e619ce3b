// The verb of corrections: one line an operation's kind, in the order in which one needs the other.
#include <algorithm>
#include <utility>

#include "passes/shown_pronouns.h"
#include "passes/time_values.h"
#include "pins/detail_pins.h"
#include "pins/mention_table.h"
#include "pins/name_pins.h"
#include "pins/pin_log.h"
#include "pins/quotation_pins.h"
#include "pressmark/pins.h"

namespace pressmark {

namespace {

// Names and quotations are corrected in the order of the log: who speaks may be a name that was put right before.
void apply_in_order(Article& article, const Article& machine, std::vector<Pin>& pins) {
  MentionTable table(machine);
  NamePins names(machine, table);
  QuotationPins quotations(machine, table);
  for (Pin& pin : pins) {
    if (!pin.problem.empty()) continue;
    names.apply(pin);
    quotations.apply(pin);
  }
  const std::vector<Index> rows = table.write(article);
  article.pronouns = find_shown_pronouns(article.text, article.entities, article.references);
  quotations.write(article, rows);
}

void set_times(Article& article) {
  for (std::size_t row = 0; row < article.times.size(); ++row) {
    set_time_value(article.times, row, article.reference_date.value);
  }
}

PinReport report_of(const Pin& pin) {
  PinReport report{pin.id, pin.op_name, pin.problem.empty(), std::nullopt, pin.problem};
  if (report.placed && pin.at && !pin.at->span.empty()) report.span = pin.at->span;
  return report;
}

}  // namespace

std::optional<Article> apply_pins(const Article& machine, const std::vector<std::string>& log) {
  std::vector<Pin> pins = read_log(machine.text, machine.offsets, log);
  if (told_blocks(pins) != machine.told_blocks) return std::nullopt;
  Article article = machine;
  if (pins.empty()) return article;
  apply_in_order(article, machine, pins);
  mark_told_blocks(article, pins);
  apply_metadata_pins(article, pins);
  apply_time_pins(article, pins);
  const auto moves_times = [](const Pin& pin) { return pin.op == PinOp::time || pin.op == PinOp::metadata; };
  if (std::any_of(pins.begin(), pins.end(), moves_times)) set_times(article);
  for (const Pin& pin : pins) article.pins.push_back(report_of(pin));
  return article;
}

}  // namespace pressmark

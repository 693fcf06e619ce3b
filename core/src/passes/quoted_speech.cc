#include "passes/quoted_speech.h"

#include <algorithm>

namespace pressmark {

namespace {

constexpr int kDeepest = 4;  // how many stretches that begin before a place are looked at

}  // namespace

QuotedSpeech::QuotedSpeech(const std::vector<Quotation>& quotations) {
  for (Index i = 0; i < quotations.size(); ++i) {
    for (const Span span : quotations[i].marks) marks_.push_back({span, i});
    for (const Span span : quotations[i].content) contents_.push_back({span, i});
    if (quotations[i].speaker) speakers_.push_back({quotations[i].speaker->span, i});
  }
  sort(marks_);
  sort(contents_);
  sort(speakers_);
}

void QuotedSpeech::sort(std::vector<Stretch>& stretches) {
  std::stable_sort(stretches.begin(), stretches.end(),
                   [](const Stretch& a, const Stretch& b) { return a.span.start < b.span.start; });
}

// Nested stretches begin later than what holds them, so the nearest beginning is tried first.
Index QuotedSpeech::find(const std::vector<Stretch>& stretches, Span span) {
  auto at = std::partition_point(stretches.begin(), stretches.end(),
                                 [&](const Stretch& stretch) { return stretch.span.start <= span.start; });
  for (int steps = 0; at != stretches.begin() && steps < kDeepest; ++steps) {
    --at;
    if (at->span.contains(span)) return at->quotation;
  }
  return kNone;
}

}  // namespace pressmark

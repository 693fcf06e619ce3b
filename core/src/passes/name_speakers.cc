#include "passes/name_speakers.h"

#include <algorithm>
#include <utility>

#include "passes/cue_frames.h"

namespace pressmark {

namespace {

// That the speaker is right, where only rules name one. Where the tagger does, name_speaker's two lines are fitted to
// PolNeAR's development articles: with a probability from 0.5 to 1, from 88 to 99 of 100 were right where the rules
// named the same speaker, from 86 to 96 where they did not; the lines stay a little below.
constexpr Score kRulesSay = 800;
constexpr int kSameAtLeast = 780;
constexpr int kTaggerAtLeast = 740;

}  // namespace

void SpeakerNamer::name(Draft& draft, const Attribution& attribution, const Draft* rule) const {
  name_cue(draft, rule);
  name_speaker(draft, attribution, rule);
  if (rule != nullptr) draft.quotation.addressee = rule->quotation.addressee;
}

void SpeakerNamer::name_cue(Draft& draft, const Draft* rule) const {
  Quotation& quotation = draft.quotation;
  const bool same = rule != nullptr && rule->quotation.cue && !draft.cue.empty() &&
                    (draft.cue.contains(rule->cue.first) || rule->cue.contains(draft.cue.first));
  if (rule != nullptr && (same || draft.cue.empty())) {
    quotation.act = rule->quotation.act;
    quotation.cue = rule->quotation.cue;
    if (draft.cue.empty()) draft.cue = rule->cue;
    return;
  }
  if (draft.cue.empty()) return;
  std::string lemma = view_.lower_word(draft.cue.last - 1);
  std::string stance = "neutral";
  for (std::uint32_t i = draft.cue.first; i < draft.cue.last; ++i) {
    const CueEntry* entry = find_entry(view_.lower_word(i));
    if (entry == nullptr) continue;
    lemma = entry->lemma;
    stance = stance_of(view_, *entry, i);
    quotation.act = entry->act;
  }
  quotation.cue = Cue{view_.span(draft.cue), std::move(lemma), std::move(stance)};
}

const CueEntry* SpeakerNamer::find_entry(const std::string& word) const {
  if (const auto cue = lexicons_.cues.find(word); cue != lexicons_.cues.end()) return &cue->second;
  const auto attitude = lexicons_.attitudes.find(word);
  return attitude != lexicons_.attitudes.end() ? &attitude->second : nullptr;
}

// By its head; of nouns that no table has several are "peacekeepers", one is somebody.
SpeakerClass SpeakerNamer::class_of(TokenRange source) const {
  if (const auto by_head = phrases_.speaker_class(source)) return *by_head;
  const TokenRange core = phrases_.core_at(source.first, source.last);
  const std::string head = core.empty() ? std::string() : view_.lower_word(core.last - 1);
  if (!head.ends_with('s')) return SpeakerClass::person;
  const std::string_view singular = std::string_view(head).substr(0, head.size() - 1);
  if (lexicons_.person_nouns.find(singular) == "document") return SpeakerClass::document;  // polls
  const bool several = head.size() > 3 && !head.ends_with("ss") && !view_[core.last - 1].capital;
  return several ? SpeakerClass::collective : SpeakerClass::person;
}

void SpeakerNamer::name_speaker(Draft& draft, const Attribution& attribution, const Draft* rule) const {
  TokenRange source = attribution.source;
  std::optional<SpeakerPhrase>& speaker = draft.quotation.speaker;
  const SpeakerPhrase* ruled = rule != nullptr && rule->quotation.speaker ? &*rule->quotation.speaker : nullptr;
  while (!source.empty() && is_any_of(view_.word(source.last - 1), {",", ";", ":", "—", "–", "―", "-", "--"}))
    --source.last;
  if (source.empty()) {
    if (ruled == nullptr) return;
    speaker = *ruled;
    speaker->score = std::min(speaker->score, kRulesSay);
    return;
  }
  Span span = view_.span(source);
  const bool same = ruled != nullptr && ruled->span.overlaps(span);
  // The rules join a nickname to its name.
  if (same && source.size() == 1 && ruled->span.contains(span)) span = ruled->span;
  const int least = same ? kSameAtLeast : kTaggerAtLeast;
  speaker = SpeakerPhrase{span,
                          same ? ruled->speaker_class : class_of(source),
                          static_cast<Score>(least + attribution.source_score / 5),
                          {}};
  if (!draft.cue.empty()) speaker->evidence.push_back({"cue", view_.span(draft.cue)});
  speaker->evidence.push_back({"tag", span});
  if (same) speaker->evidence.push_back({"frame", ruled->span});
}

}  // namespace pressmark

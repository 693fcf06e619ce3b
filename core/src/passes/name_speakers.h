// What the tagger takes for cue and source of a content, and the rules' draft of it -> cue with act and stance, speaker
// with class, score and evidence.
#pragma once

#include <string>

#include "lexicons.h"
#include "passes/attributions.h"
#include "passes/noun_phrases.h"
#include "passes/quotation_drafts.h"
#include "passes/token_view.h"

namespace pressmark {

class SpeakerNamer {
 public:
  SpeakerNamer(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons)
      : view_(view), phrases_(phrases), lexicons_(lexicons) {}

  // Fills in the draft's cue, act, speaker and addressee; `rule` is null where the rules have no draft of that content.
  void name(Draft& draft, const Attribution& attribution, const Draft* rule) const;

 private:
  void name_cue(Draft& draft, const Draft* rule) const;
  const CueEntry* find_entry(const std::string& word) const;
  void name_speaker(Draft& draft, const Attribution& attribution, const Draft* rule) const;
  SpeakerClass class_of(TokenRange source) const;

  const TokenView& view_;
  const NounPhrases& phrases_;
  const Lexicons& lexicons_;
};

}  // namespace pressmark

// Frames of saying in one sentence: which words say, who is said to say it, and on which side the content stands.
#pragma once

#include <vector>

#include "lexicons.h"
#include "passes/marked_tokens.h"
#include "passes/noun_phrases.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

struct CueFrame {
  TokenRange cue;  // "said", "according to"; empty for a name with a colon
  CueEntry entry;
  TokenRange speaker;  // the whole phrase
  SpeakerClass speaker_class = SpeakerClass::person;
  TokenRange addressee;     // "told [reporters]"
  TokenRange before;        // content in front of the frame, empty where there is none
  TokenRange after;         // content behind it
  bool that = false;        // the content is a clause with "that", or follows a colon
  bool opens_next = false;  // the sentence ends with a colon: the content is the next paragraph
  Score score = 0;          // that this phrase is the speaker
};

// How the entry's word, token `word`, stands to what is said: to call something names it, to call for it or on somebody
// asks.
std::string_view stance_of(const TokenView& view, const CueEntry& entry, std::uint32_t word);

// The frames of the sentence's tokens that stand outside marks. Neither weak cues without marks nor nouns that look
// like cues ("the claims") make frames.
std::vector<CueFrame> find_cue_frames(const TokenView& view, const NounPhrases& phrases, const Lexicons& lexicons,
                                      const MarkedTokens& marked, TokenRange sentence);

}  // namespace pressmark

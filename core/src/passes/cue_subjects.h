// Who is said to say it: the subject of a cue.
#pragma once

#include <optional>
#include <string>

#include "passes/sentence_view.h"

namespace pressmark {

inline constexpr Score kAdjacentSubject = 950;    // "Smith said"
inline constexpr Score kInterposedSubject = 900;  // "Smith, a teacher, said"
inline constexpr Score kRelativeSubject = 800;    // "Smith, who said"
inline constexpr Score kParticipleSubject = 700;  // "Smith left, saying"
inline constexpr Score kElidedSubject = 600;      // "Smith left and said"

struct Subject {
  TokenRange phrase;      // with titles and appositions
  Score score = 0;        // that this is the speaker
  bool inverted = false;  // "said Smith"
  bool relative = false;  // "Smith, who said"
};

// The subject of the cue at token i, `word` in lower case; none where no phrase fits. `previous` is the speaker of the
// cue before it in the sentence, who goes on where a subject is left out.
std::optional<Subject> find_subject(const SentenceView& sentence, std::uint32_t i, const std::string& word,
                                    const CueEntry& entry, const TokenRange* previous);

}  // namespace pressmark

// What stands in marks and no cue governs: it goes on with its paragraph's quotation, or is said by the last speaker,
// or is no speech (scare quotes, titles of works).
#pragma once

#include <optional>
#include <vector>

#include "passes/noun_phrases.h"
#include "passes/quotation_drafts.h"
#include "passes/quotations.h"
#include "passes/token_view.h"

namespace pressmark {

class UnclaimedMarks {
 public:
  UnclaimedMarks(const QuotationInput& input, const TokenView& view, const NounPhrases& phrases,
                 const MarkedTokens& marked);

  // Goes through the block's regions that are not `taken`: adds each to a draft of this block (those from `first_draft`
  // on) or makes a new one. `announced`, where there is one, was named by the block before with a colon at its end.
  // Blocks must come in order.
  void read(Index block, Rows sentences, Rows regions, std::size_t first_draft, const std::vector<bool>& taken,
            const std::optional<SpeakerPhrase>& announced, std::vector<Draft>& drafts);

 private:
  static void add_signed(Index block, ContentPiece piece, const SpeakerPhrase& speaker, std::vector<Draft>& drafts);
  bool is_speech(const MarkedRegion& region) const;
  std::optional<SpeakerPhrase> label_of(const MarkedRegion& region) const;
  std::optional<SpeakerPhrase> signature_of(const MarkedRegion& region) const;
  std::optional<SpeakerPhrase> infer_speaker(const MarkedRegion& region, Rows sentences,
                                             const std::vector<Draft>& drafts) const;
  std::optional<SpeakerPhrase> before_colon(const MarkedRegion& region) const;
  std::optional<SpeakerPhrase> subject_in_front(const MarkedRegion& region, Rows sentences) const;
  std::optional<SpeakerPhrase> subject_of(TokenRange sentence) const;
  std::optional<SpeakerPhrase> previous_speaker(const std::vector<Draft>& drafts) const;
  std::size_t sentence_at(std::uint32_t token, Rows sentences) const;

  const QuotationInput& in_;
  const TokenView& view_;
  const NounPhrases& phrases_;
  const MarkedTokens& marked_;
  std::vector<bool> starts_sentence_;     // by token
  std::vector<bool> left_open_;           // by block: its last region goes on in the next one
  Index last_block_ = kNone;              // the last block of the article's text
  std::optional<SpeakerPhrase> subject_;  // the person whom that block is about
};

}  // namespace pressmark

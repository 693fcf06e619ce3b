// One sentence with its quotation marks: what finding cues, subjects and contents all ask of it.
#pragma once

#include <optional>

#include "lexicons.h"
#include "passes/marked_tokens.h"
#include "passes/noun_phrases.h"
#include "passes/token_view.h"
#include "pressmark/article.h"

namespace pressmark {

class SentenceView {
 public:
  SentenceView(const TokenView& view, const NounPhrases& phrases, const MarkedTokens& marked, TokenRange sentence)
      : view_(view), phrases_(phrases), marked_(marked), sentence_(sentence) {}

  const TokenView& view() const { return view_; }
  const NounPhrases& phrases() const { return phrases_; }
  const MarkedTokens& marks() const { return marked_; }
  TokenRange tokens() const { return sentence_; }

  bool contains(std::uint32_t i) const { return sentence_.contains(i); }
  bool marked(std::uint32_t i) const { return marked_.contains(i); }
  bool is_comma(std::uint32_t i) const { return is_any_of(view_.word(i), {",", "—", "–", "--", "―"}); }

  // The token before i that is no adverb or date: "repeatedly", "also", "on Tuesday". None at the sentence's start.
  std::optional<std::uint32_t> before_adverbs(std::uint32_t i) const;
  // Phrases do not reach over marks: the first token of those before i that are outside them.
  std::uint32_t floor_before(std::uint32_t i) const;
  // Behind the last comma, mark or conjunction before i.
  std::uint32_t clause_begin(std::uint32_t i) const;
  // Do marks close just before a token, a comma or dash between them apart?
  bool follows_marks(std::uint32_t begin) const;
  // The sentence's end without its full stop.
  std::uint32_t clause_end() const;
  // Most Of Its Words Have Capitals, cues too.
  bool is_headline() const;

 private:
  const TokenView& view_;
  const NounPhrases& phrases_;
  const MarkedTokens& marked_;
  TokenRange sentence_;
};

}  // namespace pressmark

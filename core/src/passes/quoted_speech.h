// Which quotation's words, and which quotation's speaker phrase, a place of the text is in.
#pragma once

#include <vector>

#include "pressmark/article.h"

namespace pressmark {

class QuotedSpeech {
 public:
  explicit QuotedSpeech(const std::vector<Quotation>& quotations);

  // The quotation between whose marks it stands; kNone where there is none. The innermost of nested ones.
  Index marked(Span span) const { return find(marks_, span); }
  // The quotation whose content holds it, marked or not.
  Index said(Span span) const { return find(contents_, span); }
  // The quotation whose speaker's phrase holds it.
  Index speaking(Span span) const { return find(speakers_, span); }

 private:
  struct Stretch {
    Span span;
    Index quotation = kNone;
  };
  static void sort(std::vector<Stretch>& stretches);
  static Index find(const std::vector<Stretch>& stretches, Span span);

  std::vector<Stretch> marks_;
  std::vector<Stretch> contents_;
  std::vector<Stretch> speakers_;
};

}  // namespace pressmark

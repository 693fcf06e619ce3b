// Corrections of quotations: quotation, no_quotation, speaker.
#pragma once

#include <optional>
#include <vector>

#include "pins/mention_table.h"
#include "pins/pin.h"
#include "pressmark/article.h"

namespace pressmark {

class QuotationPins {
 public:
  // The table is that of the names, which corrections change as they go.
  QuotationPins(const Article& article, const MentionTable& table);

  // Applies an operation whose places are found, or says in its problem why not.
  void apply(Pin& pin);

  // Writes quotations and speakers, after entities and references are written; `rows` is what that returned.
  void write(Article& article, const std::vector<Index>& rows) const;

 private:
  struct Draft {
    Quotation quotation;
    std::vector<Index> machine_speakers;
    bool gone = false;
    bool told = false;                        // the reader said who speaks:
    std::optional<std::vector<Index>> meant;  // these, or whom the phrase names
  };

  Index at(Span span) const;
  void quotation(Pin& pin);
  void shape(Span span, const Pin& pin, Index block);
  std::vector<Span> content_of(Span span, const Quotation* before) const;
  std::vector<Span> marks_in(const std::vector<Span>& content) const;
  Span without_marks(Span span) const;
  void displace(Index kept, Index block);
  void speaker(Pin& pin);
  void tell(Draft& draft, const Pin& pin, const std::optional<std::vector<Index>>& meant, bool phrase) const;
  std::vector<Index> meant_by(const Draft& draft) const;
  std::vector<Index> alike(Index number) const;
  Index known_after_all(const Draft& draft) const;

  const Article& article_;
  const MentionTable& table_;
  std::vector<Draft> drafts_;
  std::vector<std::vector<Index>> in_block_;
  std::vector<Index> outer_marks_;  // regions that lie in no other, in the order of the text
};

}  // namespace pressmark

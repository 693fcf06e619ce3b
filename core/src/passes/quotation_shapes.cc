#include "passes/quotation_shapes.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

// Quotations are sorted by their start, so what holds one comes before it, and not far.
Index parent_of(const std::vector<Quotation>& quotations, Index i) {
  constexpr Index kReach = 6;
  const Quotation& inner = quotations[i];
  for (Index k = i; k-- > (i > kReach ? i - kReach : 0);) {
    const Quotation& outer = quotations[k];
    const bool holds = std::any_of(outer.content.begin(), outer.content.end(), [&inner](Span piece) {
      return piece.contains(inner.content.front()) && piece.contains(inner.content.back()) &&
             piece != inner.content.front();
    });
    if (holds) return k;
  }
  return kNone;
}

}  // namespace

QuotationKind kind_of(std::string_view text, const Quotation& quotation) {
  std::uint32_t letters = 0;
  std::uint32_t between = 0;
  std::size_t mark = 0;
  for (const Span piece : quotation.content) {
    for (std::uint32_t at = piece.start; at < piece.end;) {
      const CodePoint c = decode(text, at);
      if (is_letter(c.value) || is_number(c.value)) {
        while (mark < quotation.marks.size() && quotation.marks[mark].end <= at) ++mark;
        ++letters;
        between += mark < quotation.marks.size() && quotation.marks[mark].start <= at ? 1 : 0;
      }
      at += c.length;
    }
  }
  if (quotation.marks.empty()) return QuotationKind::indirect;
  return letters == 0 || between * 100 > letters * 95 ? QuotationKind::direct : QuotationKind::mixed;
}

void find_parents(std::vector<Quotation>& quotations) {
  for (Index i = 0; i < quotations.size(); ++i) quotations[i].parent = parent_of(quotations, i);
}

}  // namespace pressmark

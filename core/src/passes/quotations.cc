#include "passes/quotations.h"

namespace pressmark {

std::vector<Quotation> find_quotations(const QuotationInput&) { return {}; }

}  // namespace pressmark

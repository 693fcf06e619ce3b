// entities, quotations, functions -> what pronouns and descriptions mean
#pragma once

#include <functional>
#include <vector>

#include "passes/antecedents.h"
#include "passes/mention_sites.h"
#include "pressmark/article.h"

namespace pressmark {

// A pronoun, what it may mean, and which of these was chosen.
struct Resolution {
  Span pronoun;
  const std::vector<Choice>& choices;
  const std::vector<Choice> blind_choices;  // antecedents.h
  const std::vector<Site>& sites;
  const std::vector<Referent>& referents;
  std::size_t chosen = 0;
};

// Finds whom he, she, it and they mean by the learned choice of antecedents.h, those outside quotation marks first; and
// by rule "I" (the speaker), "we" (the body that the speaker speaks for) and "you" (the one spoken to) between marks.
// In the order of the text. `watch`, for training, is told of each choice.
std::vector<Reference> resolve_references(const ReferenceInput& input,
                                          const std::function<void(const Resolution&)>& watch = {});

}  // namespace pressmark

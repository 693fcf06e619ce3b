// Runs the passes up to the names, entities or speakers over a text, for the tests of those passes.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "pressmark/analyzer.h"
#include "project_analyzer.h"

inline pressmark::Article analyze_clean(std::string_view text,
                                        std::vector<pressmark::DictionaryEntry> dictionary = {}) {
  pressmark::Request request = pressmark::make_request(text);
  request.clean = true;
  request.dictionary = std::move(dictionary);
  return *pressmark::test::project_analyzer().analyze(std::move(request));
}

inline std::string slice(const pressmark::Article& article, pressmark::Span span) {
  return article.text.substr(span.start, span.length());
}

// The entity of that name, which must be there.
inline const pressmark::Entity& entity_named(const pressmark::Article& article, std::string_view name) {
  const auto found = std::find_if(article.entities.begin(), article.entities.end(),
                                  [&](const pressmark::Entity& entity) { return entity.name == name; });
  REQUIRE(found != article.entities.end());
  return *found;
}

// "Oslo/LOC Anna Berg/PERSON"
inline std::string names_of(std::string_view text, std::vector<pressmark::DictionaryEntry> dictionary = {}) {
  const pressmark::Article article = analyze_clean(text, std::move(dictionary));
  std::string names;
  for (const pressmark::Name& name : article.names) {
    if (!names.empty()) names += " ";
    names += slice(article, name.span) + "/" + std::string(to_string(name.type));
  }
  return names;
}

// "Anna Berg = Berg + Berg; Oslo": each entity's mentions in the order of the text, pronouns among them in < >.
inline std::string chains_of(std::string_view text) {
  const pressmark::Article article = analyze_clean(text);
  std::string chains;
  for (pressmark::Index i = 0; i < article.entities.size(); ++i) {
    if (!chains.empty()) chains += "; ";
    std::string chain;
    for (const pressmark::Mention& mention : article.entities[i].mentions) {
      chain += (chain.empty() ? "" : " + ") + slice(article, mention.span);
    }
    for (const pressmark::Reference& reference : article.references) {
      if (reference.entity == i) chain += " <" + slice(article, reference.mention.span) + ">";
    }
    chains += chain;
  }
  return chains;
}

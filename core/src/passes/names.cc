#include "passes/names.h"

#include <algorithm>
#include <map>

namespace pressmark {

namespace {

constexpr Score kSumScore = 950;

// Both lists are in the order of the text.
std::vector<Name> with_sums(const std::vector<Token>& tokens, const std::vector<Name>& tagged,
                            const std::vector<TokenRange>& sums) {
  std::vector<Name> names;
  names.reserve(tagged.size() + sums.size());
  std::size_t next = 0;  // the first sum that may overlap or follow the name
  const auto span_of = [&](TokenRange sum) {
    return Span{tokens[sum.first].span.start, tokens[sum.last - 1].span.end};
  };
  const auto add_sum = [&] {
    names.push_back({sums[next], span_of(sums[next]), EntityType::money, kSumScore});
    ++next;
  };
  for (const Name& name : tagged) {
    while (next < sums.size() && span_of(sums[next]).end <= name.span.start) add_sum();
    if (next == sums.size() || !span_of(sums[next]).overlaps(name.span)) names.push_back(name);
  }
  while (next < sums.size()) add_sum();
  return names;
}

// A form that the user taught, as it is written.
struct TaughtForm {
  std::string_view form;
  EntityType type = EntityType::person;
  bool is_not = false;
};

// By the form's first token, so that a text is read once however many forms there are; longest first.
std::map<std::string_view, std::vector<TaughtForm>> index_forms(const std::vector<DictionaryEntry>& dictionary) {
  std::map<std::string_view, std::vector<TaughtForm>> forms;
  const auto add = [&](std::string_view form, const DictionaryEntry& entry) {
    const std::string_view first = form.substr(0, form.find_first_of(" -'.,&"));
    if (!first.empty()) forms[first].push_back({form, entry.type, entry.is_not});
  };
  for (const DictionaryEntry& entry : dictionary) {
    add(entry.name, entry);
    for (const std::string& alias : entry.aliases) add(alias, entry);
  }
  for (auto& [first, list] : forms) {
    std::stable_sort(list.begin(), list.end(),
                     [](const TaughtForm& a, const TaughtForm& b) { return a.form.size() > b.form.size(); });
  }
  return forms;
}

// The tokens that the form covers from `first` on: whole words, at most up to `end`; empty where it is not there.
TokenRange match(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t end,
                 std::string_view form) {
  const std::uint32_t start = tokens[first].span.start;
  if (text.substr(start, form.size()) != form) return {};
  std::uint32_t last = first;
  while (last < end && tokens[last].span.end < start + form.size()) ++last;
  if (last == end || tokens[last].span.end != start + form.size()) return {};
  return {first, last + 1};
}

}  // namespace

std::vector<Name> find_names(std::string_view text, const std::vector<Token>& tokens,
                             const std::vector<Sentence>& sentences, const std::vector<Name>& tagged,
                             const std::vector<TokenRange>& sums, const std::vector<DictionaryEntry>& dictionary) {
  std::vector<Name> proposed = with_sums(tokens, tagged, sums);
  if (dictionary.empty()) return proposed;

  const auto forms = index_forms(dictionary);
  std::vector<Name> names;
  std::vector<Span> denied;
  for (const Sentence& sentence : sentences) {
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last;) {
      std::uint32_t next = i + 1;
      const Span span = tokens[i].span;
      const std::string_view word = text.substr(span.start, span.length());
      const auto found = forms.find(word.substr(0, word.find_first_of(" -'.,&")));
      if (found != forms.end()) {
        for (const TaughtForm& form : found->second) {
          const TokenRange range = match(text, tokens, i, sentence.tokens.last, form.form);
          if (range.empty()) continue;
          next = range.last;
          if (form.is_not) {
            denied.push_back({span.start, tokens[range.last - 1].span.end});
          } else {
            names.push_back({range, {span.start, tokens[range.last - 1].span.end}, form.type, 1000});
          }
          break;
        }
      }
      i = next;
    }
  }
  // A taught name displaces what it overlaps; a denied one takes away only the name that is just these words.
  std::size_t taught = 0;
  std::size_t no = 0;
  const std::size_t taught_count = names.size();
  for (const Name& name : proposed) {
    while (taught < taught_count && names[taught].span.end <= name.span.start) ++taught;
    while (no < denied.size() && denied[no].end <= name.span.start) ++no;
    const bool displaced = taught < taught_count && names[taught].span.overlaps(name.span);
    const bool is_denied = no < denied.size() && denied[no] == name.span;
    if (!displaced && !is_denied) names.push_back(name);
  }
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.span.start < b.span.start; });
  return names;
}

}  // namespace pressmark

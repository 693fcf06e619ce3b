#include "passes/name_forms.h"

#include <algorithm>

#include "passes/name_key.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

namespace {

constexpr int kByTitle = 3;
constexpr int kByGivenName = 2;

class FormReader {
 public:
  FormReader(std::string_view text, const std::vector<Token>& tokens, const std::vector<Name>& names,
             const TaughtNames& taught, const Gazetteer& gazetteer, const Lexicons& lexicons)
      : text_(text), tokens_(tokens), names_(names), taught_(taught), gazetteer_(gazetteer), lexicons_(lexicons) {}

  NameForms run() {
    std::map<std::pair<EntityType, std::string>, std::uint32_t> known;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      NameForm form = read(i);
      std::string key = joined(form.words);
      if (form.gender == kByTitle) key += " he";
      if (form.gender == -kByTitle) key += " she";
      const auto [place, is_new] =
          known.emplace(std::pair(form.type, key), static_cast<std::uint32_t>(out_.forms.size()));
      if (is_new) out_.forms.push_back(std::move(form));
      out_.form_of.push_back(place->second);
    }
    return std::move(out_);
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.start, span.length()); }
  std::string word(std::uint32_t token) const { return name_key(slice(tokens_[token].span)); }

  NameForm read(std::uint32_t i) const {
    const Name& name = names_[i];
    NameForm form;
    form.type = name.type;
    form.surface = slice(name.span);
    const auto taught = taught_.find(form.surface);
    const std::string_view full = taught == taught_.end() ? lexicons_.name_aliases.find(form.surface) : taught->second;
    if (!full.empty()) {
      form.words = {name_key(full)};
      form.whole = true;
      return form;
    }
    read_words(name, form);
    if (name.type == EntityType::person) form.gender = gender_of(name, form.words);
    // "Russian" and "Russians"
    std::string& last = form.words.back();
    if (name.type == EntityType::norp && last.ends_with('s') && !last.ends_with("ss")) last.pop_back();
    return form;
  }

  void read_words(const Name& name, NameForm& form) const {
    bool quoted = false;
    for (std::uint32_t i = name.tokens.first; i < name.tokens.last; ++i) {
      const Span span{std::max(tokens_[i].span.start, name.span.start), std::min(tokens_[i].span.end, name.span.end)};
      std::string part = name_key(slice(span));
      if (tokens_[i].kind == TokenKind::punctuation) {
        quoted = part == "(" || (part != ")" && !quoted &&
                                 (is_double_mark(decode(part, 0).value) || is_single_mark(decode(part, 0).value)));
        continue;
      }
      if (lexicons_.titles.find(part) == "after") continue;
      if (i == name.tokens.first && part == "the" && name.tokens.size() > 1) continue;
      if (name.type != EntityType::person && name.tokens.size() > 1 && tokens_[i].all_caps) {
        // The U.S. in "U.S. Senate"
        const std::string_view full = lexicons_.name_aliases.find(slice(span));
        if (!full.empty()) part = name_key(full);
      }
      part.erase(std::remove(part.begin(), part.end(), '.'), part.end());
      if (part.empty()) continue;
      if (quoted && name.type == EntityType::person) {
        form.nicknames.push_back(std::move(part));
      } else {
        form.words.push_back(std::move(part));
      }
    }
    if (form.words.empty()) form.words.push_back(name_key(slice(name.span)));
  }

  // A title tells of the name alone behind it ("Mrs. Lee"); a full name's given name hints.
  int gender_of(const Name& name, const NameWords& words) const {
    const std::string_view title =
        name.tokens.first == 0 ? std::string_view() : lexicons_.titles.find(word(name.tokens.first - 1));
    if (title == "before_m") return kByTitle;
    if (title == "before_f") return -kByTitle;
    if (words.size() < 2) return 0;
    const GazetteerFlags flags = gazetteer_.find(words.front());
    return kByGivenName * gender_of_given(flags);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Name>& names_;
  const TaughtNames& taught_;
  const Gazetteer& gazetteer_;
  const Lexicons& lexicons_;
  NameForms out_;
};

}  // namespace

std::string joined(const NameWords& words) {
  std::string key;
  for (const std::string& word : words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

NameForms read_name_forms(std::string_view text, const std::vector<Token>& tokens, const std::vector<Name>& names,
                          const TaughtNames& taught, const Gazetteer& gazetteer, const Lexicons& lexicons) {
  return FormReader(text, tokens, names, taught, gazetteer, lexicons).run();
}

}  // namespace pressmark

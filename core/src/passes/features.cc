#include "passes/features.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "passes/feature_bits.h"
#include "passes/name_key.h"
#include "passes/sentence_case.h"

namespace pressmark {

namespace {

// What a longer name of the gazetteer may be, in the order of the bits.
constexpr GazetteerFlags kPhraseKinds[] = {kCountry, kMajorPlace, kPlace, kFacility, kOrganization, kNationality,
                                           kMisc,    kProduct,    kGiven, kLast,     kKnownPerson};
constexpr std::uint32_t kLongestPhrase = 8;  // pieces
constexpr std::uint32_t kShortest = 12;      // pieces that make a paragraph no short one

// Words that may be part of a name have a capital and are no function word.
bool may_name(const WordFeatures& word) {
  constexpr std::uint64_t kCapitals = bit(WordBit::capital) | bit(WordBit::all_capitals) | bit(WordBit::inner_capital);
  return (word.bits & kCapitals) != 0 && (word.bits & bit(WordBit::function_word)) == 0;
}

class FeatureFinder {
 public:
  FeatureFinder(std::string_view text, const std::vector<Token>& tokens, const Pieces& pieces,
                const Knowledge& knowledge)
      : text_(text), tokens_(tokens), pieces_(pieces), knowledge_(knowledge) {}

  Features run(const std::vector<MarkedRegion>& marks) {
    find_roles(marks);
    find_words();
    find_sentences();
    find_marks(marks);
    for (const PieceRange paragraph : pieces_.paragraphs) find_phrases(paragraph);
    return std::move(features_);
  }

 private:
  enum class Role : std::uint8_t { none, opens, closes };

  // Whatever marks a house sets („“, «», reversed), the tagger reads those that it has learned from.
  std::string_view word(std::uint32_t i) const {
    const Span span = pieces_.all[i].span;
    const std::string_view written = text_.substr(span.start, span.length());
    if (roles_[i] == Role::none) return written;
    return roles_[i] == Role::opens ? "“" : "”";
  }
  bool attached(std::uint32_t i) const {
    if (i == 0) return false;
    if (roles_[i] == Role::closes || roles_[i - 1] == Role::opens) return true;  // « and » keep a space within
    return pieces_.all[i].span.start == pieces_.all[i - 1].span.end;
  }
  std::uint32_t& place(std::uint32_t i) { return features_.pieces[i].place; }

  void find_roles(const std::vector<MarkedRegion>& marks) {
    roles_.assign(pieces_.all.size(), Role::none);
    std::uint32_t at = 0;
    for (const MarkedRegion& region : marks) {
      if (region.single_mark) continue;
      while (at < pieces_.all.size() && pieces_.all[at].token + 1 < region.tokens.first) ++at;
      set_role(at, region.open, Role::opens);
      if (region.close.empty()) continue;
      const auto close = std::partition_point(pieces_.all.begin() + at, pieces_.all.end(),
                                              [&](const Piece& piece) { return piece.token < region.tokens.last; });
      set_role(static_cast<std::uint32_t>(close - pieces_.all.begin()), region.close, Role::closes);
    }
  }

  void set_role(std::uint32_t i, Span mark, Role role) {
    if (i < pieces_.all.size() && pieces_.all[i].span == mark) roles_[i] = role;
  }

  void find_words() {
    std::unordered_map<std::string_view, std::uint32_t> rows;
    std::unordered_map<std::string, std::uint32_t> names;
    std::vector<std::uint32_t> name_of;  // a word's
    features_.pieces.resize(pieces_.all.size());
    for (std::uint32_t i = 0; i < pieces_.all.size(); ++i) {
      const auto [row, is_new] = rows.try_emplace(word(i), static_cast<std::uint32_t>(rows.size()));
      if (is_new) {
        features_.words.push_back(describe_word(word(i), knowledge_));
        keys_.push_back(name_key(word(i)));
        name_of.push_back(kNone);
        if (may_name(features_.words.back())) {
          name_of.back() = names.try_emplace(keys_.back(), static_cast<std::uint32_t>(names.size())).first->second;
        }
      }
      features_.pieces[i] = {row->second, 0, name_of[row->second]};
    }
    features_.names = static_cast<std::uint32_t>(names.size());
  }

  void find_sentences() {
    for (const PieceRange paragraph : pieces_.paragraphs) {
      place(paragraph.first) |= bit(PlaceBit::paragraph_start);
      for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
        if (paragraph.size() < kShortest) place(i) |= bit(PlaceBit::short_paragraph);
        if (attached(i)) place(i) |= bit(PlaceBit::attached);
        const Span token = tokens_[pieces_.all[i].token].span;
        if (!(token == pieces_.all[i].span)) place(i) |= bit(PlaceBit::hyphenated);
      }
    }
    for (const PieceRange sentence : pieces_.sentences) {
      const TokenRange range{pieces_.all[sentence.first].token, pieces_.all[sentence.last - 1].token + 1};
      const SentenceCase found = find_case(text_, tokens_, range);
      bool start = true;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (start) place(i) |= bit(PlaceBit::sentence_start);
        if (found.title_case) place(i) |= bit(PlaceBit::title_case);
        if (found.all_caps) place(i) |= bit(PlaceBit::capital_line);
        if (sentence.size() > 40) place(i) |= bit(PlaceBit::long_sentence);
        const Token& token = tokens_[pieces_.all[i].token];
        start = token.kind == TokenKind::word || token.kind == TokenKind::number ? false : start || opens(i);
      }
    }
  }

  bool opens(std::uint32_t i) const {
    const std::string_view mark = word(i);
    return mark == ":" || mark == "“" || mark == "\"" || mark == "‘" || mark == "(" || mark == "•";
  }

  void find_marks(const std::vector<MarkedRegion>& marks) {
    std::uint32_t at = 0;
    for (const MarkedRegion& region : marks) {
      if (region.tokens.empty()) continue;
      while (at < pieces_.all.size() && pieces_.all[at].token < region.tokens.first) ++at;
      std::uint32_t last = at;
      while (last < pieces_.all.size() && pieces_.all[last].token < region.tokens.last) ++last;
      if (last == at) continue;
      if (region.parent == kNone) {
        for (std::uint32_t i = at; i < last; ++i) place(i) |= bit(PlaceBit::marked);
        place(at) |= bit(PlaceBit::marked_first);
        place(last - 1) |= bit(PlaceBit::marked_last);
      } else {
        for (std::uint32_t i = at; i < last; ++i) place(i) |= bit(PlaceBit::nested_mark);
      }
    }
  }

  // The longest name of several words that the gazetteer knows, from left to right.
  void find_phrases(PieceRange paragraph) {
    for (std::uint32_t i = paragraph.first; i < paragraph.last;) {
      const std::uint32_t last =
          may_name(features_.words[features_.pieces[i].word]) ? mark_phrase(i, paragraph.last) : i;
      i = std::max(last, i + 1);
    }
  }

  std::uint32_t mark_phrase(std::uint32_t first, std::uint32_t end) {
    std::string key = keys_[features_.pieces[first].word];
    GazetteerFlags flags = 0;
    std::uint32_t last = first;
    for (std::uint32_t i = first + 1; i < std::min(end, first + kLongestPhrase); ++i) {
      if (!attached(i)) {
        if (!knowledge_.gazetteer.has_longer(key)) break;
        key += ' ';
      }
      key += keys_[features_.pieces[i].word];
      if (const GazetteerFlags found = knowledge_.gazetteer.find(key); found != 0) {
        flags = found;
        last = i + 1;
      }
    }
    std::uint32_t bits = 0;
    for (std::uint32_t k = 0; k < std::size(kPhraseKinds); ++k) {
      if ((flags & kPhraseKinds[k]) != 0) bits |= bit(PlaceBit::phrase_flags) << k;
    }
    for (std::uint32_t i = first; i < last; ++i) place(i) |= bits;
    if (last > first) place(first) |= bit(PlaceBit::phrase_begins);
    return last;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Pieces& pieces_;
  const Knowledge& knowledge_;
  std::vector<std::string> keys_;  // one a distinct word
  std::vector<Role> roles_;        // one a piece
  Features features_;
};

}  // namespace

Features find_features(std::string_view text, const std::vector<Token>& tokens, const std::vector<MarkedRegion>& marks,
                       const Pieces& pieces, const Knowledge& knowledge) {
  return FeatureFinder(text, tokens, pieces, knowledge).run(marks);
}

}  // namespace pressmark

#include "lexicons.h"

#include "lexicon_tables.h"

namespace pressmark {

namespace {

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

// The table gives a lemma's inflected forms in one column; all of them lead to its entry.
std::unordered_map<std::string_view, CueEntry> read_cues(std::string_view table, std::size_t columns) {
  std::unordered_map<std::string_view, CueEntry> cues;
  for (const auto& row : read_table(table)) {
    if (row.size() < columns) continue;
    const CueEntry entry{row[0], row[2], row[3], columns > 4 ? row[4] : std::string_view()};
    for (const std::string_view form : cut(row[1], ' ')) cues.emplace(form, entry);
  }
  return cues;
}

}  // namespace

std::vector<std::vector<std::string_view>> read_table(std::string_view name) {
  std::vector<std::vector<std::string_view>> rows;
  for (std::size_t i = 0; i < kTableCount; ++i) {
    if (kTables[i].name != name) continue;
    for (const std::string_view line : cut(kTables[i].text, '\n')) {
      if (!line.empty() && line.front() != '#') rows.push_back(cut(line, '\t'));
    }
  }
  return rows;
}

std::string lexicons_hash() { return std::string(kTablesHash); }

WordSet::WordSet(std::string_view table) {
  for (const auto& row : read_table(table)) words_.insert(row[0]);
}

WordMap::WordMap(std::string_view table) {
  for (const auto& row : read_table(table)) words_.emplace(row[0], row.size() > 1 ? row[1] : std::string_view());
}

std::string_view WordMap::find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? std::string_view() : found->second;
}

Lexicons Lexicons::load() {
  Lexicons lexicons;
  lexicons.abbreviations = WordMap("abbreviations");
  lexicons.cues = read_cues("cues", 5);
  lexicons.attitudes = read_cues("attitudes", 4);
  lexicons.person_nouns = WordMap("person_nouns");
  lexicons.function_words = WordMap("function_words");
  lexicons.small_words = WordSet("function_words");
  for (const auto& row : read_table("languages")) {
    if (row.size() < 2) continue;
    const auto words = cut(row[1], ' ');
    lexicons.languages.push_back({row[0], WordSet(words)});
    lexicons.small_words.add(words);
  }
  lexicons.chrome_phrases = WordSet("chrome_phrases");
  lexicons.publisher_words = WordSet("publisher_words");
  lexicons.block_cues = WordMap("block_cues");
  lexicons.months = WordMap("months");
  lexicons.foreign_months = WordMap("foreign_months");
  lexicons.titles = WordMap("titles");
  lexicons.role_nouns = WordMap("role_nouns");
  lexicons.role_verbs = WordMap("role_verbs");
  lexicons.name_words = WordMap("name_words");
  lexicons.states = WordMap("states");
  lexicons.name_aliases = WordMap("name_aliases");
  lexicons.money_words = WordMap("money_words");
  for (const auto& row : read_table("currencies")) {
    if (row.size() > 1) lexicons.currencies.emplace(row[0], CurrencyEntry{row[1], row.size() > 2 ? -2 : 0});
  }
  lexicons.number_words = WordMap("number_words");
  lexicons.times = TimeGrammar::load();
  return lexicons;
}

}  // namespace pressmark

#include "model/gazetteer.h"

#include <string>
#include <utility>

namespace pressmark {

std::optional<Gazetteer> Gazetteer::read(std::string_view bytes) {
  auto strings = SortedStrings::read(bytes, sizeof(GazetteerFlags));
  if (!strings) return std::nullopt;
  Gazetteer gazetteer;
  gazetteer.strings_ = *std::move(strings);
  return gazetteer;
}

GazetteerFlags Gazetteer::find(std::string_view key) const {
  const SortedStrings::Place place = strings_.seek(key);
  if (!SortedStrings::is(place, key)) return 0;
  const std::string_view flags = strings_.carried(place.at);
  return static_cast<GazetteerFlags>(static_cast<unsigned char>(flags[0]) | static_cast<unsigned char>(flags[1]) << 8);
}

bool Gazetteer::has_longer(std::string_view key) const {
  const std::string prefix = std::string(key) + ' ';
  return strings_.seek(prefix).alike == prefix.size();
}

bool Gazetteer::is_common_word(std::string_view word) const {
  const auto known = [this](std::string_view stem, std::string_view rest) {
    return (find(std::string(stem) + std::string(rest)) & kCommonWord) != 0;
  };
  const auto formed = [&](std::string_view ending, std::string_view rest) {
    return word.size() > ending.size() && word.ends_with(ending) &&
           known(word.substr(0, word.size() - ending.size()), rest);
  };
  return known(word, "") || formed("s", "") || formed("es", "") || formed("ed", "") || formed("ed", "e") ||
         formed("ing", "") || formed("ing", "e") || formed("ly", "");
}

}  // namespace pressmark

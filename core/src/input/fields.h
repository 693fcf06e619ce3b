// The fields of one object of the request, read by name and checked.
//
// The first thing that is wrong becomes a sentence in `problem`, which all objects of a request share: it names the
// field, what it is, and what would be right. Reading goes on with defaults, so a reader asks for the problem once, at
// its end. A field that is null counts as absent; of a name that is given twice the last one counts, as in JavaScript.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"
#include "rapidjson.h"
#include "text/offset_map.h"

namespace pressmark {

class Fields {
 public:
  // `path` stands before the names in sentences: "blocks[2]."
  Fields(const rapidjson::Value& object, std::string path, std::string& problem);

  bool has(std::string_view name) const { return find(name) != nullptr; }
  void require(std::string_view name);

  std::string text(std::string_view name, std::string fallback = {});
  bool flag(std::string_view name, bool fallback = false);
  std::uint32_t whole(std::string_view name, std::uint32_t low, std::uint32_t high, std::uint32_t fallback);
  Score share(std::string_view name);
  // A number from -most to most, in thousandths.
  std::int32_t thousandths(std::string_view name, int most);
  std::optional<Date> date(std::string_view name, std::optional<Date> fallback);
  std::vector<std::string> texts(std::string_view name);
  bool is_text(std::string_view name) const;
  std::vector<std::string> as_json(std::string_view name);  // the JSON text of each element of an array

  // A name of a closed list, whose last enumerator is `last`.
  template <typename Enum>
  Enum choice(std::string_view name, std::optional<Enum> (*from)(std::string_view), Enum last, Enum fallback) {
    if (!has(name)) return fallback;
    const std::string value = text(name);
    if (const std::optional<Enum> found = from(value)) return *found;
    std::string names;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (i > 0) names += i == static_cast<int>(last) ? " or " : ", ";
      names += to_string(static_cast<Enum>(i));
    }
    complain(name, "is " + quote(value) + ", but must be " + names);
    return fallback;
  }

  // The fields "start" and "end", in bytes.
  Span span(const OffsetMap& map, std::string_view unit);

  // An object within this one.
  std::optional<Fields> object(std::string_view name);
  // The objects of an array within this one.
  std::vector<Fields> objects(std::string_view name);

  // Keeps `"<path><name>" <what>.` unless something was wrong before.
  void complain(std::string_view name, const std::string& what);

  // For a sentence: between quotation marks, on one line, cut where it is long.
  static std::string quote(std::string_view value);

 private:
  const rapidjson::Value* find(std::string_view name) const;
  const rapidjson::Value* array(std::string_view name);
  const rapidjson::Value* of_type(std::string_view name, bool (rapidjson::Value::*is)() const, std::string_view type);

  const rapidjson::Value* object_;
  std::string path_;
  std::string* problem_;
};

// What a value is, for a sentence: "a string", "912".
std::string describe(const rapidjson::Value& value);

std::string json_of(const rapidjson::Value& value);

}  // namespace pressmark

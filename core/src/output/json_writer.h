// JSON as every form of output writes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/article.h"
#include "rapidjson.h"

namespace pressmark {

// One value after the other, in the words of the schema.
class Json {
 public:
  Json& key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
  }
  void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
  void number(std::int64_t value) { writer_.Int64(value); }
  void flag(bool value) { writer_.Bool(value); }
  void null() { writer_.Null(); }
  // 873 -> 0.873, 900 -> 0.9, 1000 -> 1, -1500 -> -1.5
  void thousandths(std::int32_t value);
  void score(Score value) { thousandths(value); }
  // The id of a row: its layer's letter and its number from 1.
  void id(char layer, Index row) {
    if (row == kNone) return null();
    text(layer + std::to_string(row + 1));
  }

  template <typename Write>
  void object(const Write& write) {
    writer_.StartObject();
    write();
    writer_.EndObject();
  }
  template <typename List, typename Write>
  void array(const List& list, const Write& write) {
    writer_.StartArray();
    for (const auto& row : list) write(row);
    writer_.EndArray();
  }

  std::string take() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace pressmark

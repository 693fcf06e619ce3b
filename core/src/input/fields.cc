#include "input/fields.h"

#include <cmath>
#include <utility>

#include "text/utf8.h"

namespace pressmark {

namespace {

std::string_view view(const rapidjson::Value& string) { return {string.GetString(), string.GetStringLength()}; }

}  // namespace

std::string json_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string describe(const rapidjson::Value& value) {
  if (value.IsObject()) return "an object";
  if (value.IsArray()) return "an array";
  if (value.IsString()) return "a string";
  return json_of(value);
}

Fields::Fields(const rapidjson::Value& object, std::string path, std::string& problem)
    : object_(&object), path_(std::move(path)), problem_(&problem) {}

void Fields::complain(std::string_view name, const std::string& what) {
  if (problem_->empty()) *problem_ = "\"" + path_ + std::string(name) + "\" " + what + ".";
}

std::string Fields::quote(std::string_view value) {
  constexpr std::size_t kLongest = 60;
  std::string line = "\"";
  for (std::size_t at = 0; at < value.size();) {
    if (at >= kLongest) {
      line += "…";
      break;
    }
    const CodePoint c = decode(value, at);
    append_utf8(line, c.value < 0x20 || c.value == 0x7F ? U' ' : c.value);
    at += c.length;
  }
  return line + "\"";
}

const rapidjson::Value* Fields::find(std::string_view name) const {
  const rapidjson::Value* found = nullptr;
  for (auto member = object_->MemberBegin(); member != object_->MemberEnd(); ++member) {
    if (view(member->name) == name) found = &member->value;
  }
  return found == nullptr || found->IsNull() ? nullptr : found;
}

void Fields::require(std::string_view name) {
  if (!has(name)) complain(name, "is missing; it is required");
}

const rapidjson::Value* Fields::of_type(std::string_view name, bool (rapidjson::Value::*is)() const,
                                        std::string_view type) {
  const rapidjson::Value* value = find(name);
  if (value == nullptr || (value->*is)()) return value;
  complain(name, "is " + describe(*value) + ", but must be " + std::string(type));
  return nullptr;
}

std::string Fields::text(std::string_view name, std::string fallback) {
  const rapidjson::Value* value = of_type(name, &rapidjson::Value::IsString, "a string");
  return value == nullptr ? std::move(fallback) : std::string(view(*value));
}

bool Fields::flag(std::string_view name, bool fallback) {
  const rapidjson::Value* value = of_type(name, &rapidjson::Value::IsBool, "true or false");
  return value == nullptr ? fallback : value->GetBool();
}

std::uint32_t Fields::whole(std::string_view name, std::uint32_t low, std::uint32_t high, std::uint32_t fallback) {
  const rapidjson::Value* value = find(name);
  if (value == nullptr) return fallback;
  if (value->IsUint() && value->GetUint() >= low && value->GetUint() <= high) return value->GetUint();
  complain(name, "is " + describe(*value) + ", but must be a whole number from " + std::to_string(low) + " to " +
                     std::to_string(high));
  return fallback;
}

Score Fields::share(std::string_view name) {
  const rapidjson::Value* value = find(name);
  if (value == nullptr) return 0;
  if (value->IsNumber() && value->GetDouble() >= 0 && value->GetDouble() <= 1) {
    return static_cast<Score>(std::lround(value->GetDouble() * 1000));
  }
  complain(name, "is " + describe(*value) + ", but must be a number from 0 to 1");
  return 0;
}

std::int32_t Fields::thousandths(std::string_view name, int most) {
  const rapidjson::Value* value = find(name);
  if (value == nullptr) return 0;
  if (value->IsNumber() && std::abs(value->GetDouble()) <= most) {
    return static_cast<std::int32_t>(std::lround(value->GetDouble() * 1000));
  }
  complain(name, "is " + describe(*value) + ", but must be a number from -" + std::to_string(most) + " to " +
                     std::to_string(most));
  return 0;
}

bool Fields::is_text(std::string_view name) const {
  const rapidjson::Value* value = find(name);
  return value != nullptr && value->IsString();
}

std::optional<Date> Fields::date(std::string_view name, std::optional<Date> fallback) {
  const rapidjson::Value* value = of_type(name, &rapidjson::Value::IsString, "a day as YYYY-MM-DD");
  if (value == nullptr) return fallback;
  const std::optional<Date> day = date_from(view(*value));
  if (!day) complain(name, "is " + quote(view(*value)) + ", but must be a day of the calendar as YYYY-MM-DD");
  return day;
}

const rapidjson::Value* Fields::array(std::string_view name) {
  return of_type(name, &rapidjson::Value::IsArray, "an array");
}

std::vector<std::string> Fields::texts(std::string_view name) {
  std::vector<std::string> list;
  const rapidjson::Value* values = array(name);
  if (values == nullptr) return list;
  for (rapidjson::SizeType i = 0; i < values->Size(); ++i) {
    const rapidjson::Value& value = (*values)[i];
    if (value.IsString()) {
      list.emplace_back(view(value));
    } else {
      complain(std::string(name) + "[" + std::to_string(i) + "]", "is " + describe(value) + ", but must be a string");
    }
  }
  return list;
}

std::vector<std::string> Fields::as_json(std::string_view name) {
  std::vector<std::string> list;
  const rapidjson::Value* values = array(name);
  if (values == nullptr) return list;
  for (const rapidjson::Value& value : values->GetArray()) list.push_back(json_of(value));
  return list;
}

Span Fields::span(const OffsetMap& map, std::string_view unit) {
  require("start");
  require("end");
  std::uint32_t ends[2] = {0, 0};
  for (int i = 0; i < 2; ++i) {
    const std::string_view name = i == 0 ? "start" : "end";
    const std::uint32_t offset = whole(name, 0, 0xFFFFFFFF, 0);
    const std::optional<std::uint32_t> byte = map.to_byte(offset);
    if (byte) {
      ends[i] = *byte;
    } else if (offset > map.length()) {
      complain(name, "is " + std::to_string(offset) + ", but the text has " + std::to_string(map.length()) + " " +
                         std::string(unit));
    } else {
      complain(name, "is " + std::to_string(offset) + ", but that lies inside a character, as the text is counted in " +
                         std::string(unit));
    }
  }
  if (ends[1] < ends[0]) {
    complain("end", "is before \"" + path_ + "start\"; a span must not end before it starts");
    return {};
  }
  return {ends[0], ends[1]};
}

std::optional<Fields> Fields::object(std::string_view name) {
  const rapidjson::Value* value = of_type(name, &rapidjson::Value::IsObject, "an object");
  if (value == nullptr) return std::nullopt;
  return Fields(*value, path_ + std::string(name) + ".", *problem_);
}

std::vector<Fields> Fields::objects(std::string_view name) {
  std::vector<Fields> rows;
  const rapidjson::Value* values = array(name);
  if (values == nullptr) return rows;
  for (rapidjson::SizeType i = 0; i < values->Size(); ++i) {
    const std::string row = std::string(name) + "[" + std::to_string(i) + "]";
    if ((*values)[i].IsObject()) {
      rows.emplace_back((*values)[i], path_ + row + ".", *problem_);
    } else {
      complain(row, "is " + describe((*values)[i]) + ", but must be an object");
    }
  }
  return rows;
}

}  // namespace pressmark

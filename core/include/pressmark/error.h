// Errors are values. Every verb that can fail returns a Result; nothing throws, prints or aborts.
//
//     auto request = pressmark::read_request(json);
//     if (!request) return report(request.error().message);
//     use(*request);
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace pressmark {

enum class ErrorCode : std::uint8_t {
  bad_json,       // the request is not JSON
  bad_request,    // it is JSON, but not a request: a field is missing, or of another type, or out of bounds
  bad_model,      // the model file is cut short, of another version, or does not give its own samples back
  bad_places,     // the file of places is cut short, damaged or of another version
  text_too_long,  // more than Analyzer::kMaxTextBytes
  cancelled,      // the caller's progress function said stop
};

// The code's name in JSON: "bad_json", ...
std::string_view to_string(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::bad_request;
  // One clear sentence for a person: what is wrong, where, and what would be right.
  std::string message;
  // In a file of many requests the line that failed, from 1; 0 where there are no lines.
  std::uint32_t line = 0;
};

// Either a value or an Error. Ask before you take: `*result` on an error is undefined, as with std::optional.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return content_.index() == 0; }
  T& operator*() & { return *std::get_if<0>(&content_); }
  const T& operator*() const& { return *std::get_if<0>(&content_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&content_)); }
  T* operator->() { return std::get_if<0>(&content_); }
  const T* operator->() const { return std::get_if<0>(&content_); }
  const Error& error() const { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace pressmark

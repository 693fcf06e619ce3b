#include "passes/name_key.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace pressmark {

std::string name_key(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    append_utf8(key, is_apostrophe(c.value) ? U'\'' : to_lower(c.value));
    at += c.length;
  }
  return key;
}

}  // namespace pressmark

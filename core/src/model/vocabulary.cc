#include "model/vocabulary.h"

#include <bit>

namespace pressmark {

namespace {

std::uint32_t hash(std::string_view word) {  // FNV-1a
  std::uint32_t value = 2166136261U;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  return value ^ value >> 15U;
}

}  // namespace

std::optional<Vocabulary> Vocabulary::read(std::string_view bytes) {
  Vocabulary vocabulary;
  for (std::size_t start = 0; start < bytes.size();) {
    const std::size_t end = bytes.find('\n', start);
    if (end == std::string_view::npos || end == start) return std::nullopt;
    vocabulary.words_.push_back(bytes.substr(start, end - start));
    start = end + 1;
  }
  const std::uint32_t none = vocabulary.size();
  vocabulary.slots_.assign(std::bit_ceil(std::size_t{2} * none + 1), none);
  for (std::uint32_t i = 0; i < none; ++i) {
    std::uint32_t& slot = vocabulary.slots_[vocabulary.slot_of(vocabulary.words_[i])];
    if (slot != none) return std::nullopt;
    slot = i;
  }
  return vocabulary;
}

std::uint32_t Vocabulary::find(std::string_view word) const { return slots_.empty() ? 0 : slots_[slot_of(word)]; }

std::size_t Vocabulary::slot_of(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash(word) & mask;
  while (slots_[at] != words_.size() && words_[slots_[at]] != word) at = (at + 1) & mask;
  return at;
}

}  // namespace pressmark

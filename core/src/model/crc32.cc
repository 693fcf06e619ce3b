#include "model/crc32.h"

#include <array>
#include <cstddef>

namespace pressmark {

namespace {

// Row 0: what a byte does to the sum; row n: what it does when n more bytes follow. So eight bytes go at a time.
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

Tables make_tables() {
  Tables tables{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t sum = i;
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    tables[0][i] = sum;
  }
  for (std::size_t n = 1; n < tables.size(); ++n) {
    for (std::size_t i = 0; i < 256; ++i) {
      tables[n][i] = (tables[n - 1][i] >> 8U) ^ tables[0][tables[n - 1][i] & 0xFFU];
    }
  }
  return tables;
}

std::uint32_t u32_at(const unsigned char* bytes) {
  return bytes[0] | static_cast<std::uint32_t>(bytes[1]) << 8U | static_cast<std::uint32_t>(bytes[2]) << 16U |
         static_cast<std::uint32_t>(bytes[3]) << 24U;
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  const Tables t = make_tables();
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  std::uint32_t sum = 0xFFFFFFFFU;
  std::size_t left = bytes.size();
  for (; left >= 8; left -= 8, at += 8) {
    const std::uint32_t low = u32_at(at) ^ sum;
    const std::uint32_t high = u32_at(at + 4);
    sum = t[7][low & 0xFFU] ^ t[6][low >> 8U & 0xFFU] ^ t[5][low >> 16U & 0xFFU] ^ t[4][low >> 24U] ^
          t[3][high & 0xFFU] ^ t[2][high >> 8U & 0xFFU] ^ t[1][high >> 16U & 0xFFU] ^ t[0][high >> 24U];
  }
  for (; left > 0; --left, ++at) sum = (sum >> 8U) ^ t[0][(sum ^ *at) & 0xFFU];
  return ~sum;
}

}  // namespace pressmark

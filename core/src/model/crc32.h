// CRC-32 as zlib, PNG and Ethernet have it: whether bytes came whole.
#pragma once

#include <cstdint>
#include <string_view>

namespace pressmark {

std::uint32_t crc32(std::string_view bytes);

}  // namespace pressmark

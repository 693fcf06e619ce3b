#include "model/format.h"

#include <algorithm>
#include <cstring>

#include "model/crc32.h"

namespace pressmark {

std::optional<std::uint8_t> ByteReader::u8() {
  const auto bytes = take(1);
  if (!bytes) return std::nullopt;
  return static_cast<std::uint8_t>((*bytes)[0]);
}

std::optional<std::uint16_t> ByteReader::u16() {
  const auto bytes = take(2);
  if (!bytes) return std::nullopt;
  return static_cast<std::uint16_t>(static_cast<unsigned char>((*bytes)[0]) | static_cast<unsigned char>((*bytes)[1])
                                                                                  << 8);
}

std::optional<std::uint32_t> ByteReader::u32() {
  const auto bytes = take(4);
  if (!bytes) return std::nullopt;
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>((*bytes)[static_cast<std::size_t>(i)]);
  return value;
}

std::optional<std::string_view> ByteReader::take(std::size_t count) {
  if (count > remaining()) return std::nullopt;
  const std::string_view bytes = bytes_.substr(at_, count);
  at_ += count;
  return bytes;
}

Error file_error(const FileKind& kind, std::string_view what) {
  return {kind.code, "The " + std::string(kind.name) + " file " + std::string(what) + "; make it again with `python3 " +
                         std::string(kind.command) + "`."};
}

std::string_view section_named(const std::vector<Section>& sections, std::string_view name) {
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.name == name; });
  return found == sections.end() ? std::string_view() : found->bytes;
}

Result<std::vector<Section>> read_sections(std::string_view file, const FileKind& kind) {
  const auto error = [&](std::string_view what) { return file_error(kind, what); };
  constexpr std::size_t kNameBytes = 16;
  constexpr std::size_t kEntryBytes = kNameBytes + 8;
  constexpr std::size_t kAlignment = 16;
  constexpr std::size_t kMagicBytes = std::tuple_size_v<decltype(kind.magic)>;
  constexpr std::size_t kChecksumEnd = kMagicBytes + 4;
  constexpr std::size_t kHeaderBytes = kChecksumEnd + 4;
  ByteReader reader(file);
  const auto magic = reader.take(kMagicBytes);
  if (!magic) return error("is cut short");
  constexpr std::size_t kVersionAt = kMagicBytes - 1;
  if (std::memcmp(magic->data(), kind.magic.data(), kVersionAt) != 0)
    return error("is no " + std::string(kind.name) + " file");
  if (static_cast<unsigned char>((*magic)[kVersionAt]) != kind.magic[kVersionAt]) {
    return error("is of another version than this program");
  }
  const auto checksum = reader.u32();
  const auto count = reader.u32();
  if (!checksum || !count || *count > reader.remaining() / kEntryBytes) return error("is cut short");
  std::size_t end = kHeaderBytes + *count * kEntryBytes;
  std::vector<Section> sections;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const std::string_view name = *reader.take(kNameBytes);
    const std::size_t offset = *reader.u32();
    const std::size_t length = *reader.u32();
    if (offset < end || offset - end >= kAlignment || offset % kAlignment != 0) {
      return error("has a section out of place");
    }
    if (offset > file.size() || length > file.size() - offset) return error("is cut short");
    sections.push_back({std::string(name.substr(0, name.find('\0'))), file.substr(offset, length)});
    end = offset + length;
  }
  if (end != file.size()) return error("is longer than its sections");
  if (crc32(file.substr(kChecksumEnd)) != *checksum) return error("is damaged: its checksum is another");
  return sections;
}

}  // namespace pressmark

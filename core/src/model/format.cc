#include "model/format.h"

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

Error model_error(std::string_view what) {
  return {ErrorCode::bad_model,
          "The model file " + std::string(what) + "; make it again with `python3 train/pack_model.py`."};
}

Result<std::vector<Section>> read_sections(std::string_view file) {
  constexpr std::size_t kNameBytes = 16;
  constexpr std::size_t kEntryBytes = kNameBytes + 8;
  constexpr std::size_t kAlignment = 16;
  constexpr std::size_t kChecksumEnd = kModelMagic.size() + 4;
  constexpr std::size_t kHeaderBytes = kChecksumEnd + 4;
  ByteReader reader(file);
  const auto magic = reader.take(kModelMagic.size());
  if (!magic) return model_error("is cut short");
  constexpr std::size_t kVersionAt = kModelMagic.size() - 1;
  if (std::memcmp(magic->data(), kModelMagic.data(), kVersionAt) != 0) return model_error("is no model file");
  if (static_cast<unsigned char>((*magic)[kVersionAt]) != kModelMagic[kVersionAt]) {
    return model_error("is of another version than this program");
  }
  const auto checksum = reader.u32();
  const auto count = reader.u32();
  if (!checksum || !count || *count > reader.remaining() / kEntryBytes) return model_error("is cut short");
  std::size_t end = kHeaderBytes + *count * kEntryBytes;
  std::vector<Section> sections;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const std::string_view name = *reader.take(kNameBytes);
    const std::size_t offset = *reader.u32();
    const std::size_t length = *reader.u32();
    if (offset < end || offset - end >= kAlignment || offset % kAlignment != 0) {
      return model_error("has a section out of place");
    }
    if (offset > file.size() || length > file.size() - offset) return model_error("is cut short");
    sections.push_back({std::string(name.substr(0, name.find('\0'))), file.substr(offset, length)});
    end = offset + length;
  }
  if (end != file.size()) return model_error("is longer than its sections");
  if (crc32(file.substr(kChecksumEnd)) != *checksum) return model_error("is damaged: its checksum is another");
  return sections;
}

}  // namespace pressmark

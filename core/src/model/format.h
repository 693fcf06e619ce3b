// The files of the project's data, byte by byte: the model, and likewise the places (places.h). Everything is
// little-endian; a file is one header, a table of sections, the sections.
//
//     offset  bytes                      what
//     0       50 4d 4b 1a 0d 0a 00 02    magic: "PMK", bytes that a text-mode copy would change, format version 2
//     8       6f 1c 9a 35                CRC-32 of all that follows
//     12      06 00 00 00                number of sections
//     16      6d 65 74 61 00 x 12        name of section 0, "meta", filled with 0 to 16 bytes
//     32      a0 00 00 00                its offset from the file's start, a multiple of 16
//     36      53 01 00 00                its length in bytes
//     40      ...                        sections 1 to 5 likewise
//     160     7b 0a 20 20 ...            "meta": JSON text for people: name, version, how it was made
//     512     ...                        next section; the file ends where the last section ends
//
// Sections stand in the table's order without overlap, at most 15 bytes of 0 between them. Which of them exist:
//
//     meta        what the file is and how it was made
//     gazetteer   known names and common words (gazetteer.h)
//     samples     lines of `text TAB name TAB type [TAB name TAB type ...]`: the loader analyzes each text and must
//     find
//                 these names and no other (samples.h)
//     vocabulary  words, one a line (vocabulary.h)
//     vectors     their vectors as codes (weights.h)
//     weights     what training found (weights.h)
//     antecedents likewise, for what pronouns mean (antecedent_net.h)
//     blocks      likewise, for what the blocks of a page are (block_net.h)
//
// A reader passes over sections that it does not know. train/pack_model.py writes the file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/error.h"

namespace pressmark {

// What kind of file it is, by its magic; the rest is for the sentence that says what is wrong with one.
struct FileKind {
  std::array<unsigned char, 8> magic;
  std::string_view name;
  std::string_view command;  // by which it is made again
  ErrorCode code;
};

inline constexpr FileKind kModelFile = {
    {0x50, 0x4D, 0x4B, 0x1A, 0x0D, 0x0A, 0x00, 0x02}, "model", "train/pack_model.py", ErrorCode::bad_model};
inline constexpr FileKind kPlacesFile = {
    {0x50, 0x4D, 0x50, 0x1A, 0x0D, 0x0A, 0x00, 0x01}, "places", "train/make_places.py", ErrorCode::bad_places};

// Reads little-endian numbers out of bytes; past the end it gives none and moves no further.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::size_t remaining() const { return bytes_.size() - at_; }
  std::optional<std::uint8_t> u8();
  std::optional<std::uint16_t> u16();
  std::optional<std::uint32_t> u32();
  std::optional<std::string_view> take(std::size_t count);

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

struct Section {
  std::string name;
  std::string_view bytes;
};

// The sections of a file. An error says what is wrong and by which command the file is made again.
Result<std::vector<Section>> read_sections(std::string_view file, const FileKind& kind = kModelFile);

// The bytes of a section; empty where there is none of that name.
std::string_view section_named(const std::vector<Section>& sections, std::string_view name);

// "The model file <what>; make it again with `python3 train/pack_model.py`."
Error file_error(const FileKind& kind, std::string_view what);
inline Error model_error(std::string_view what) { return file_error(kModelFile, what); }

}  // namespace pressmark

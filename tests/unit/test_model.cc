#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/crc32.h"
#include "model/format.h"
#include "model/model.h"
#include "model/samples.h"
#include "news_probe.h"

using pressmark::Model;

namespace {

std::string error_of(const std::string& bytes) {
  // A buffer of exactly that size, so that a sanitizer sees every read past its end.
  const std::vector<char> exact(bytes.begin(), bytes.end());
  const auto model = Model::read(std::as_bytes(std::span(exact)));
  return model ? "" : model.error().message;
}

void put_u32(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFFU);
}

// As a file that was damaged before its checksum was taken.
std::string sealed(std::string bytes) {
  put_u32(bytes, 8, pressmark::crc32(std::string_view(bytes).substr(12)));
  return bytes;
}

// Where a section of the file begins.
std::size_t start_of(const std::string& file, std::string_view section) {
  const auto sections = pressmark::read_sections(file);
  REQUIRE(sections);
  for (const pressmark::Section& each : *sections) {
    if (each.name == section) return static_cast<std::size_t>(each.bytes.data() - file.data());
  }
  FAIL("no section " << section);
  return 0;
}

}  // namespace

TEST_CASE("CRC-32 as zlib has it") {
  CHECK(pressmark::crc32("") == 0);
  CHECK(pressmark::crc32("a") == 0xE8B7BE43);
  CHECK(pressmark::crc32("123456789") == 0xCBF43926);
  CHECK(pressmark::crc32("The quick brown fox jumps over the lazy dog") == 0x414FA339);
  CHECK(pressmark::crc32(std::string_view("\xFF\xFF\xFF\xFF\0\0\0\0", 8)) == 0xFFFFFFFF);
}

TEST_CASE("model: the shipped file reads, tells of itself and gives its samples back") {
  const std::string bytes = pressmark::test::read_model_file();
  const auto model = Model::read(std::as_bytes(std::span(bytes)));
  REQUIRE(model);
  CHECK(model->hash().size() == 16);
  CHECK(model->meta().find("train/run") != std::string_view::npos);
  CHECK(model->samples().size() >= 3);
  CHECK_FALSE(check_samples(*model, pressmark::Lexicons::load()));
}

TEST_CASE("model: each kind of broken file has its own sentence, which names the command") {
  const std::string good = pressmark::test::read_model_file();
  CHECK(error_of("").find("cut short") != std::string::npos);
  CHECK(error_of(good.substr(0, good.size() - 1)).find("cut short") != std::string::npos);
  CHECK(error_of(good + '\0').find("longer than its sections") != std::string::npos);
  CHECK(error_of("#!/bin/sh and more").find("no model file") != std::string::npos);
  std::string version = good;
  version[7] = 3;
  CHECK(error_of(version).find("another version") != std::string::npos);
  CHECK(error_of(version).find("python3 train/pack_model.py") != std::string::npos);
  std::string count = good;
  put_u32(count, 12, 0xFFFFFFFF);
  CHECK(error_of(count).find("cut short") != std::string::npos);
  std::string offset = good;
  put_u32(offset, 32, 0xFFFFFFF0);
  CHECK(error_of(offset).find("out of place") != std::string::npos);
  std::string length = good;
  put_u32(length, 36, 0xFFFFFFFF);
  CHECK(error_of(length).find("cut short") != std::string::npos);
}

TEST_CASE("model: a bit that fell over anywhere spoils the checksum") {
  const std::string good = pressmark::test::read_model_file();
  REQUIRE(sealed(good) == good);
  for (const char* section : {"meta", "gazetteer", "samples", "vocabulary", "vectors", "weights"}) {
    CAPTURE(section);
    std::string damaged = good;
    damaged[start_of(good, section) + 40] ^= 0x10;
    CHECK(error_of(damaged).find("its checksum is another") != std::string::npos);
  }
  std::string checksum = good;
  checksum[8] ^= 1;
  CHECK(error_of(checksum).find("its checksum is another") != std::string::npos);
}

TEST_CASE("model: each section that is not as it must be has its own sentence") {
  const std::string good = pressmark::test::read_model_file();
  const auto without = [&](const char* section) {
    std::string bytes = good;
    bytes[bytes.find(section)] = 'x';  // the first place is the table's
    return error_of(sealed(bytes));
  };
  CHECK(without("gazetteer").find("no sound gazetteer") != std::string::npos);
  CHECK(without("samples").find("no sound samples") != std::string::npos);
  CHECK(without("vocabulary").find("another number of vectors than of words") != std::string::npos);
  CHECK(without("vectors").find("another number of vectors than of words") != std::string::npos);
  CHECK(without("weights").find("has no weights") != std::string::npos);
  std::string twice = good;
  twice[start_of(good, "vocabulary")] = '\n';
  CHECK(error_of(sealed(twice)).find("no sound vocabulary") != std::string::npos);
}

TEST_CASE("model: a file cut anywhere is refused") {
  const std::string good = pressmark::test::read_model_file();
  for (std::size_t size = 0; size < good.size(); size += 9973) CHECK_FALSE(error_of(good.substr(0, size)).empty());
}

TEST_CASE("model: samples that do not come back are an error") {
  std::string bytes = pressmark::test::read_model_file();
  const std::size_t at = bytes.find("\tOslo\t", start_of(bytes, "samples"));
  REQUIRE(at < start_of(bytes, "vocabulary"));
  bytes.replace(at, 6, "\tRome\t");
  bytes = sealed(bytes);
  CHECK(error_of(bytes).empty());
  const auto loaded = pressmark::Analyzer::load(std::as_bytes(std::span(bytes)));
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == pressmark::ErrorCode::bad_model);
  CHECK(loaded.error().message.find("does not give its sample \"Foreign Minister") != std::string::npos);
}

TEST_CASE("gazetteer: names, longer names, inflections") {
  const std::string bytes = pressmark::test::read_model_file();
  const auto model = Model::read(std::as_bytes(std::span(bytes)));
  REQUIRE(model);
  const pressmark::Gazetteer& gazetteer = model->gazetteer();
  CHECK((gazetteer.find("norway") & pressmark::kCountry) != 0);
  CHECK((gazetteer.find("US") & pressmark::kCountry) != 0);
  CHECK((gazetteer.find("us") & pressmark::kCountry) == 0);
  CHECK((gazetteer.find("anna") & pressmark::kGivenFemale) != 0);
  CHECK(gazetteer.find("") == 0);
  CHECK(gazetteer.find("\xF4\x8F\xBF\xBF") == 0);
  CHECK(gazetteer.has_longer("new"));
  CHECK_FALSE(gazetteer.has_longer("norway"));
  CHECK(gazetteer.is_common_word("walked"));
  CHECK(gazetteer.is_common_word("making"));
  CHECK_FALSE(gazetteer.is_common_word("wetterling"));
}

TEST_CASE("model: the packing script gives the committed gazetteer and samples again") {
  // Where there is no Python there is nobody who could have packed another file.
  if (std::system("python3 --version > /dev/null 2>&1") != 0) return;
  const auto root = std::filesystem::path(PRESSMARK_SOURCE_MODEL).parent_path().parent_path().parent_path();
  const std::string output = (std::filesystem::temp_directory_path() / "pressmark_repacked.pmk").string();
  const std::string committed = pressmark::test::read_model_file();
  std::string spoiled = committed;
  for (const char* section : {"gazetteer", "samples"}) spoiled[start_of(committed, section)] ^= 0x7F;
  std::ofstream(output, std::ios::binary) << spoiled;
  const std::string command =
      "python3 " + (root / "train" / "pack_model.py").string() + " --tables --output " + output + " > /dev/null";
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream file(output, std::ios::binary);
  const std::string repacked{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::filesystem::remove(output);
  CHECK((repacked == committed));
}

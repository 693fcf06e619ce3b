#include "model/place_table.h"

#include <utility>

#include "model/format.h"

namespace pressmark {

namespace {

constexpr std::uint8_t kKinds = static_cast<std::uint8_t>(PlaceKind::district) + 1;
constexpr std::uint32_t kNameKinds = 4;  // one more than there are
constexpr std::int32_t kMostNorth = 90'000;
constexpr std::int32_t kMostEast = 180'000;

std::uint8_t u8_at(std::string_view column, std::size_t row) { return static_cast<unsigned char>(column[row]); }

std::uint32_t u32_at(std::string_view column, std::size_t row) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | u8_at(column, 4 * row + i);
  return value;
}

std::int32_t i32_at(std::string_view column, std::size_t row) { return static_cast<std::int32_t>(u32_at(column, row)); }

bool within(std::int32_t value, std::int32_t most) { return -most <= value && value <= most; }

}  // namespace

Result<PlaceTable> PlaceTable::read(std::span<const std::byte> bytes) {
  const auto error = [](std::string_view what) { return file_error(kPlacesFile, what); };
  PlaceTable table;
  table.bytes_ = std::make_unique<const std::string>(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto sections = read_sections(*table.bytes_, kPlacesFile);
  if (!sections) return sections.error();
  const auto find = [&](std::string_view name) { return section_named(*sections, name); };
  table.country_codes_ = find("country codes");
  table.ids_ = find("ids");
  table.latitudes_ = find("latitudes");
  table.longitudes_ = find("longitudes");
  table.countries_ = find("countries");
  table.divisions_ = find("divisions");
  table.kinds_ = find("kinds");
  table.sizes_ = find("sizes");
  table.meant_ = find("meant");

  const std::size_t places = table.kinds_.size();
  if (table.ids_.size() != 4 * places || table.latitudes_.size() != 4 * places ||
      table.longitudes_.size() != 4 * places || table.countries_.size() != places ||
      table.divisions_.size() != 2 * places || table.sizes_.size() != places) {
    return error("has columns of different lengths");
  }
  table.size_ = static_cast<std::uint32_t>(places);
  for (std::size_t i = 0; i < places; ++i) {
    if (u8_at(table.kinds_, i) >= kKinds ||
        (u8_at(table.countries_, i) + std::size_t{1}) * 2 > table.country_codes_.size()) {
      return error("has a place of an unknown kind or country");
    }
    if (!within(i32_at(table.latitudes_, i), kMostNorth) || !within(i32_at(table.longitudes_, i), kMostEast)) {
      return error("has a place that is not on Earth");
    }
  }

  auto names = SortedStrings::read(find("names"), 1);
  if (!names) return error("has no sound names");
  table.names_ = *std::move(names);
  std::size_t meant = 0;
  std::uint32_t passed = 0;
  for (std::size_t at = 0; at < table.names_.end(); at = table.names_.next(at), ++passed) {
    if (passed % SortedStrings::kBlockSize == 0) table.first_meant_.push_back(static_cast<std::uint32_t>(meant));
    meant += u8_at(table.names_.carried(at), 0);
  }
  if (table.meant_.size() != 4 * meant) return error("has another number of meanings than its names tell");
  for (std::size_t i = 0; i < meant; ++i) {
    if (u32_at(table.meant_, i) / kNameKinds >= places) return error("has a name without its place");
  }
  return table;
}

PlaceTable::Meanings PlaceTable::find(std::string_view key) const {
  const SortedStrings::Place found = names_.seek(key);
  if (!SortedStrings::is(found, key)) return {};
  std::uint32_t first = first_meant_[found.block];
  for (std::size_t at = names_.block_start(found.block); at < found.at; at = names_.next(at)) {
    first += u8_at(names_.carried(at), 0);
  }
  return {first, u8_at(names_.carried(found.at), 0)};
}

PlaceTable::Meaning PlaceTable::meaning(std::uint32_t row) const {
  const std::uint32_t value = u32_at(meant_, row);
  return {value / kNameKinds, static_cast<NameKind>(value % kNameKinds)};
}

PlaceRow PlaceTable::place(std::uint32_t number) const {
  PlaceRow row;
  row.id = u32_at(ids_, number);
  row.latitude = i32_at(latitudes_, number);
  row.longitude = i32_at(longitudes_, number);
  row.country = u8_at(countries_, number);
  row.division = static_cast<std::uint16_t>(u8_at(divisions_, 2 * std::size_t{number}) |
                                            u8_at(divisions_, 2 * std::size_t{number} + 1) << 8);
  row.kind = static_cast<PlaceKind>(u8_at(kinds_, number));
  row.size = u8_at(sizes_, number);
  return row;
}

std::string_view PlaceTable::country_code(std::uint8_t country) const {
  return country == 0 ? std::string_view() : country_codes_.substr(std::size_t{country} * 2, 2);
}

}  // namespace pressmark

#include "output/json_writer.h"

#include <cstdlib>

namespace pressmark {

void Json::thousandths(std::int32_t thousandths) {
  const std::int32_t size = std::abs(thousandths);
  std::string digits;
  if (thousandths < 0) digits += '-';
  digits += std::to_string(size / 1000);
  int rest = size % 1000;
  if (rest > 0) digits += '.';
  for (int unit = 100; rest > 0; unit /= 10) {
    digits += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
  writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

}  // namespace pressmark

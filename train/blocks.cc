// The blocks of pages and what the core reads off them, for training: blocks.py runs it.
//
//     pressmark_blocks MODEL < requests.jsonl > blocks.jsonl
//     pressmark_blocks --bits    prints how many bits there are
//
// Takes a request a line and gives a line for each: {"id", "blocks": [[start, end, [bits]], ...]}. Offsets are code
// points; bits: those that are set of passes/block_bits.h. Of the model file only the gazetteer counts.
#include "passes/blocks.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "lexicons.h"
#include "model/format.h"
#include "model/gazetteer.h"
#include "passes/block_bits.h"
#include "passes/tokens.h"
#include "pressmark/analyzer.h"
#include "rapidjson.h"
#include "text/utf8.h"

namespace {

using namespace pressmark;

void print(const Request& request, const Gazetteer& gazetteer, const Lexicons& lexicons) {
  const std::string_view text = request.text;
  std::vector<std::uint32_t> points(text.size() + 1);  // code points before each byte
  for (std::size_t i = 0; i < text.size(); ++i) points[i + 1] = points[i] + (is_continuation(text[i]) ? 0U : 1U);
  const auto tokens = tokenize(text, lexicons);
  const TokenView view(text, tokens);
  const auto blocks = cut_blocks(view, request);
  const auto facts = read_blocks(view, blocks, request, lexicons, gazetteer);

  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  json.Key("id");
  json.String(request.id.c_str());
  json.Key("blocks");
  json.StartArray();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    json.StartArray();
    json.Uint(points[blocks[i].span.start]);
    json.Uint(points[blocks[i].span.end]);
    json.StartArray();
    for (std::uint32_t bit = 0; bit < kBlockBits; ++bit) {
      if (facts[i].bits[bit]) json.Uint(bit);
    }
    json.EndArray();
    json.EndArray();
  }
  json.EndArray();
  json.EndObject();
  std::cout << buffer.GetString() << '\n';
}

int fail(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fail("pressmark_blocks MODEL < requests.jsonl; pressmark_blocks --bits");
  if (std::string_view(argv[1]) == "--bits") {
    std::cout << kBlockBits << '\n';
    return 0;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto sections = read_sections(bytes);
  if (!sections) return fail(sections.error().message);
  const auto gazetteer = Gazetteer::read(section_named(*sections, "gazetteer"));
  if (!gazetteer) return fail("The model has no sound gazetteer.");
  const Lexicons lexicons = Lexicons::load();
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto request = read_request(line);
    if (!request) return fail(request.error().message);
    print(*request, *gazetteer, lexicons);
  }
  return 0;
}

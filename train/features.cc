// The features of texts, as the core sees them, for training: features.py runs it.
//
//     pressmark_features MODEL < documents.jsonl > features.jsonl
//     pressmark_features --emissions MODEL < documents.jsonl > emissions.jsonl
//
// The first form takes a request a line and gives a line for each: {"id", "paragraphs": [[first, last], ...],
// "sentences":
// [[first, last], ...], "pieces": [[start, end, word, place, name], ...]} with offsets in code points, `word` a row of
// the last line, {"words": [[text, vocabulary line, [characters], "bits"], ...]}, and `name` -1 for none. MODEL is a
// model file; only its vocabulary and gazetteer count.
//
// The second form is for parity.py. It gives {"id", "emissions": [[19 of entities, 9 of attribution, 14 of functions],
// ...], "tags": [[entity, source, cue, content, function], ...]} for each request, one row a piece.
#include "passes/features.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <unordered_map>

#include "model/format.h"
#include "model/model.h"
#include "model/tagger.h"
#include "passes/blocks.h"
#include "passes/marks.h"
#include "passes/sentences.h"
#include "passes/tokens.h"
#include "pressmark/analyzer.h"
#include "rapidjson.h"
#include "text/utf8.h"

namespace {

using namespace pressmark;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

// Bytes to code points, for rising offsets.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::uint32_t at(std::uint32_t byte) {
    for (; byte_ < byte; ++byte_) count_ += is_continuation(text_[byte_]) ? 0U : 1U;
    return count_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t count_ = 0;
};

std::string_view text_of(Writer&, const rapidjson::StringBuffer& buffer) {
  return {buffer.GetString(), buffer.GetSize()};
}

struct Input {
  Pieces pieces;
  Features features;
};

Input read_input(const Request& request, const Knowledge& knowledge) {
  const std::string_view text = request.text;
  const std::vector<Token> tokens = tokenize(text, knowledge.lexicons);
  const std::vector<Block> blocks = cut_blocks(TokenView(text, tokens), request);  // all of them body
  const std::vector<Sentence> sentences = split_sentences(text, tokens, blocks, knowledge.lexicons);
  const std::vector<MarkedRegion> marks = pair_marks(text, tokens, blocks);
  Input input{cut_pieces(text, tokens, sentences), {}};
  input.features = find_features(text, tokens, marks, input.pieces, knowledge);
  return input;
}

// What the tagger makes of a document. By printf, which gives all of a float's digits.
void print_emissions(const Request& request, const Knowledge& knowledge, const Weights& weights) {
  const auto [pieces, features] = read_input(request, knowledge);
  const Emissions emissions = encode(features, pieces, weights, best_kernels());
  const TagScores tags = decode(emissions, pieces, weights, best_kernels());
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  json.String(request.id.c_str());
  std::printf("{\"id\":%s,\"emissions\":[", buffer.GetString());
  const auto print_row = [](const Floats& rows, std::size_t width, std::size_t row, const char* before) {
    for (std::size_t i = 0; i < width; ++i) {
      std::printf("%s%.9g", i == 0 ? before : ",", static_cast<double>(rows[row * width + i]));
    }
  };
  for (std::size_t i = 0; i < tags.size(); ++i) {
    print_row(emissions.entity, sizes::kEntityTags, i, i == 0 ? "[" : ",[");
    print_row(emissions.attribution, Emissions::kAttribution, i, ",");
    print_row(emissions.function, sizes::kFunctions, i, ",");
    std::printf("]");
  }
  std::printf("],\"tags\":[");
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const PieceTags& t = tags[i];
    std::printf("%s[%d,%d,%d,%d,%d]", i == 0 ? "" : ",", t.entity.tag, t.source.tag, t.cue.tag, t.content.tag,
                t.function);
  }
  std::printf("]}\n");
}

class Dump {
 public:
  explicit Dump(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void document(const Request& request) {
    const std::string_view text = request.text;
    const auto [pieces, features] = read_input(request, knowledge_);
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("id");
    json.String(request.id.c_str());
    write_ranges(json, "paragraphs", pieces.paragraphs);
    write_ranges(json, "sentences", pieces.sentences);
    json.Key("pieces");
    json.StartArray();
    CodePoints points(text);
    for (std::size_t i = 0; i < pieces.all.size(); ++i) {
      const Span span = pieces.all[i].span;
      const PieceFeatures& piece = features.pieces[i];
      json.StartArray();
      json.Uint(points.at(span.start));
      json.Uint(points.at(span.end));
      json.Uint(row_of(std::string(text.substr(span.start, span.length())), features.words[piece.word]));
      json.Uint(piece.place);
      json.Int(piece.name == kNone ? -1 : static_cast<int>(piece.name));
      json.EndArray();
    }
    json.EndArray();
    json.EndObject();
    std::cout << text_of(json, buffer) << '\n';
  }

  void finish() {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("words");
    json.StartArray();
    for (const auto& [text, word] : words_) {
      json.StartArray();
      json.String(text.c_str());
      json.Uint(word.word);
      json.StartArray();
      for (const std::uint8_t c : word.characters) json.Uint(c);
      json.EndArray();
      json.String(std::to_string(word.bits).c_str());
      json.EndArray();
    }
    json.EndArray();
    json.EndObject();
    std::cout << text_of(json, buffer) << '\n';
  }

 private:
  static void write_ranges(Writer& json, const char* name, const std::vector<PieceRange>& ranges) {
    json.Key(name);
    json.StartArray();
    for (const PieceRange range : ranges) {
      json.StartArray();
      json.Uint(range.first);
      json.Uint(range.last);
      json.EndArray();
    }
    json.EndArray();
  }

  std::uint32_t row_of(const std::string& word, const WordFeatures& features) {
    // A quotation mark is described by whether it opens or closes.
    const std::string key = word + ' ' + std::to_string(features.word) + ' ' + std::to_string(features.bits);
    const auto [row, is_new] = rows_.try_emplace(key, static_cast<std::uint32_t>(rows_.size()));
    if (is_new) words_.emplace_back(word, features);
    return row->second;
  }

  const Knowledge& knowledge_;
  std::unordered_map<std::string, std::uint32_t> rows_;
  std::vector<std::pair<std::string, WordFeatures>> words_;
};

int fail(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

}  // namespace

int print_all_emissions(const std::string& bytes) {
  const auto model = Model::read(std::as_bytes(std::span(bytes)));
  if (!model) return fail(model.error().message);
  const Lexicons lexicons = Lexicons::load();
  const Knowledge knowledge{model->vocabulary(), model->gazetteer(), lexicons};
  std::string line;
  while (std::getline(std::cin, line)) {
    auto request = read_request(line);
    if (!request) return fail(request.error().message);
    print_emissions(*request, knowledge, model->weights());
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}

int main(int argc, char** argv) {
  const bool emissions = argc == 3 && std::strcmp(argv[1], "--emissions") == 0;
  if (argc != 2 && !emissions) return fail("pressmark_features [--emissions] MODEL < documents.jsonl");
  std::ifstream file(argv[argc - 1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (emissions) return print_all_emissions(bytes);
  const auto sections = read_sections(bytes);
  if (!sections) return fail(sections.error().message);
  std::string_view words;
  std::string_view names;
  for (const Section& section : *sections) {
    if (section.name == "vocabulary") words = section.bytes;
    if (section.name == "gazetteer") names = section.bytes;
  }
  const auto vocabulary = Vocabulary::read(words);
  const auto gazetteer = Gazetteer::read(names);
  if (!vocabulary || !gazetteer) return fail("The model has no sound vocabulary or gazetteer.");
  const Lexicons lexicons = Lexicons::load();
  const Knowledge knowledge{*vocabulary, *gazetteer, lexicons};
  Dump dump(knowledge);
  std::string line;
  while (std::getline(std::cin, line)) {
    auto request = read_request(line);
    if (!request) return fail(request.error().message);
    dump.document(*request);
  }
  dump.finish();
  return std::cout.good() ? 0 : 1;
}

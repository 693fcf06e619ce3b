// Runs the corpora of this folder: readable pairs of a text and what a pass makes of it, one file a pass.
//
//   == title of the case
//   the text, as many lines as it takes
//   --
//   its dump
//
// The dump of a case that fails is printed whole, ready to be read and, if it is right, pasted in its place.
// A text's first line may be "# clean" (the request's flag). "\n" at a line's end of the dump does not count.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "passes/mention_index.h"
#include "pressmark/analyzer.h"
#include "project_analyzer.h"

namespace {

using pressmark::Article;

struct Case {
  std::string title;
  std::string text;
  std::string dump;
};

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

std::vector<Case> read_corpus(const std::string& path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  bool in_dump = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), "", ""});
      in_dump = false;
    } else if (line == "--") {
      in_dump = true;
    } else if (!cases.empty()) {
      (in_dump ? cases.back().dump : cases.back().text) += line + "\n";
    }
  }
  for (Case& c : cases) {
    c.text = trimmed(c.text);
    c.dump = trimmed(c.dump);
  }
  return cases;
}

Article analyze(std::string text) {
  const bool clean = text.starts_with("# clean\n");
  if (clean) text.erase(0, text.find('\n') + 1);
  pressmark::Request request = pressmark::make_request(text);
  request.clean = clean;
  auto article = pressmark::test::project_analyzer().analyze(request);
  REQUIRE(article);
  pressmark::resolve_places(*article, pressmark::test::project_places());
  return *std::move(article);
}

std::string joined(std::string_view text) {
  std::string line(text);
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

std::string dump_tokens(const Article& a) {
  std::string out;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    const bool new_line =
        i > 0 &&
        a.text.substr(a.tokens[i - 1].span.end, a.tokens[i].span.start - a.tokens[i - 1].span.end).find('\n') !=
            std::string::npos;
    if (i > 0) out += new_line ? "\n" : " | ";
    out += a.text_of(a.tokens[i].span);
  }
  return out;
}

std::string dump_sentences(const Article& a) {
  std::string out;
  for (const auto& sentence : a.sentences) out += joined(a.text_of(sentence.span)) + "\n";
  return out;
}

std::string dump_blocks(const Article& a) {
  std::string out;
  for (const auto& block : a.blocks) {
    out += std::string(to_string(block.kind)) + ": " + joined(a.text_of(block.span)) + "\n";
  }
  return out;
}

std::string dump_marks(const Article& a) {
  std::string out;
  for (const auto& region : a.marks) {
    std::string indent;
    for (auto up = region.parent; up != pressmark::kNone; up = a.marks[up].parent) indent += "  ";
    out += indent + joined(a.text_of(region.inside)) +
           (region.continued       ? " ..."
            : region.close.empty() ? " |"
                                   : "") +
           "\n";
  }
  return out;
}

std::string dump_quotations(const Article& a) {
  std::string out;
  for (const auto& quotation : a.quotations) {
    std::string indent;
    for (auto up = quotation.parent; up != pressmark::kNone; up = a.quotations[up].parent) indent += "  ";
    out += indent + std::string(to_string(quotation.kind));
    if (quotation.cue) out += " " + quotation.cue->lemma;
    out += " [" + std::string(quotation.speaker ? a.text_of(quotation.speaker->span) : "?") + "]";
    if (quotation.via) out += " via [" + std::string(a.text_of(*quotation.via)) + "]";
    out += ":";
    for (const auto& piece : quotation.content) out += " <" + joined(a.text_of(piece)) + ">";
    out += "\n";
  }
  return out;
}

// Every entity with all that means it, where it stands: names, <pronouns>, {descriptions}; a place that acts has a
// star.
std::string dump_chains(const Article& a) {
  std::string out;
  for (pressmark::Index i = 0; i < a.entities.size(); ++i) {
    const pressmark::Entity& entity = a.entities[i];
    std::vector<pressmark::Mention> mentions = entity.mentions;
    for (const auto& reference : a.references) {
      if (reference.entity == i) mentions.push_back(reference.mention);
    }
    std::sort(mentions.begin(), mentions.end(),
              [](const auto& x, const auto& y) { return x.span.start < y.span.start; });
    out.append(to_string(entity.type)).append(":");
    for (const auto& mention : mentions) {
      const std::string text = joined(a.text_of(mention.span));
      const bool pronoun = mention.kind == pressmark::MentionKind::pronoun;
      const bool nominal = mention.kind == pressmark::MentionKind::nominal;
      out += &mention == mentions.data() ? " " : " + ";
      out += pronoun ? "<" + text + ">" : nominal ? "{" + text + "}" : text;
      if (mention.metonym) out += "*";
    }
    if (entity.stands_for != pressmark::kNone) out += " = " + a.entities[entity.stands_for].name;
    out += "\n";
  }
  return out;
}

// Every entity of which the text tells more than its name: "Ann Lee (she): a teacher from Leeds | 54"
std::string dump_roles(const Article& a) {
  std::string out;
  for (const auto& entity : a.entities) {
    if (entity.roles.empty() && entity.pronouns.empty()) continue;
    out += entity.name + (entity.pronouns.empty() ? "" : " (" + entity.pronouns + ")") + ":";
    for (const auto& role : entity.roles) {
      out += (&role == entity.roles.data() ? " " : " | ") + joined(a.text_of(role.span));
    }
    out += "\n";
  }
  return out;
}

// Every name of a place, a body or a building, and where that is.
std::string dump_places(const Article& a) {
  std::string out;
  for (const pressmark::LocatedMention& mention : pressmark::locate_mentions(a.entities)) {
    const pressmark::EntityType type = a.entities[mention.entity].type;
    if (type != pressmark::EntityType::loc && type != pressmark::EntityType::org && type != pressmark::EntityType::fac)
      continue;
    out.append(a.text_of(mention.span)).append(": ");
    const auto& geo = a.geo[mention.entity];
    if (geo) {
      out += std::to_string(geo->geonames_id);
      for (const std::string_view word : {to_string(geo->kind), std::string_view(geo->country)}) {
        if (!word.empty()) out.append(" ").append(word);
      }
    } else {
      out += "-";
    }
    out += "\n";
  }
  return out;
}

void run(const std::string& name, std::string (*dump)(const Article&)) {
  const auto cases = read_corpus(PRESSMARK_CORPORA "/" + name + ".txt");
  REQUIRE(!cases.empty());
  for (const Case& c : cases) {
    const std::string actual = trimmed(dump(analyze(c.text)));
    INFO(name, ": ", c.title, "\n", actual);
    CHECK(actual == c.dump);
  }
}

}  // namespace

TEST_CASE("tokens") { run("tokens", dump_tokens); }
TEST_CASE("sentences") { run("sentences", dump_sentences); }
TEST_CASE("blocks") { run("blocks", dump_blocks); }
TEST_CASE("marks") { run("marks", dump_marks); }
TEST_CASE("chains") { run("chains", dump_chains); }
TEST_CASE("roles") { run("roles", dump_roles); }
TEST_CASE("places") { run("places", dump_places); }
TEST_CASE("quotations") { run("quotations", dump_quotations); }

// The labels and words of the archives: core/lexicons/archive_labels.tsv and archive_words.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicons.h"

namespace pressmark::archive {

enum class FieldKind : std::uint8_t {
  title,
  subtitle,
  author,
  date,
  site,
  section,
  url,
  copyright,
  dateline,
  caption,
  text,
  abstract,
  length,
  loaded,
  key,
  other,
};

struct Label {
  FieldKind field = FieldKind::other;
  std::string_view archives;  // n f p; capitals where it may stand behind the text
  std::string_view forms;     // v b c

  bool of(char archive) const { return archives.find(archive) != std::string_view::npos || ends(archive); }
  bool ends(char archive) const {
    return archives.find(static_cast<char>(archive - 'a' + 'A')) != std::string_view::npos;
  }
  bool may(char form) const { return forms.find(form) != std::string_view::npos; }
};

class Labels {
 public:
  Labels();

  // What a line begins with: the label, and at which byte its value starts. None for most lines.
  struct Found {
    const Label* label = nullptr;
    std::size_t value = 0;
  };
  Found find(std::string_view line) const;

 private:
  const Label* look_up(std::string_view name, char form) const;

  std::unordered_map<std::string_view, Label> labels_;
};

struct Words {
  WordMap months = WordMap("months");
  WordMap others = WordMap("archive_words");

  // What the word is: "5" for a May, "day" for a weekday ...; empty for most words.
  std::string_view what(std::string_view word) const;
};

}  // namespace pressmark::archive

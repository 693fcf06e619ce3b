// Files and standard streams, with every failure noticed.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace pressmark::cli {

// One sentence on standard error.
void complain(std::string_view message);

// A file, or standard input by the name of "-".
class Input {
 public:
  explicit Input(const std::string& name);

  // Why it could not be opened or read; empty while all is well.
  const std::string& problem() const { return problem_; }

  // All of it, up to `limit` bytes.
  std::string read(std::size_t limit);

  // The next line without its line feed; false at the end.
  bool next_line(std::string& line);

 private:
  void note_failure();

  std::string name_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::string problem_;
};

// Standard output, a line at a time.
class Output {
 public:
  // False once nothing more can be written: nobody reads any more, which is no failure, or the write failed.
  bool write_line(std::string_view line);
  bool failed() const { return failed_; }

 private:
  bool failed_ = false;
};

}  // namespace pressmark::cli

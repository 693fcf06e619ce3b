#include "streams.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace pressmark::cli {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

// Standard input is not ours to close.
int leave_open(std::FILE*) { return 0; }

}  // namespace

void complain(std::string_view message) { fmt::print(stderr, "pressmark: {}\n", message); }

Input::Input(const std::string& name) : name_(name), file_(stdin, leave_open) {
  if (name == "-") {
    name_ = "standard input";
    return;
  }
  file_ = {std::fopen(name.c_str(), "rb"), std::fclose};
  if (!file_) note_failure();
}

void Input::note_failure() { problem_ = fmt::format("{} cannot be read: {}.", name_, std::strerror(errno)); }

std::string Input::read(std::size_t limit) {
  std::string bytes;
  while (file_ && bytes.size() < limit) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min(kPiece, limit - before));
    const std::size_t got = std::fread(bytes.data() + before, 1, bytes.size() - before, file_.get());
    bytes.resize(before + got);
    if (got == 0) {
      if (std::ferror(file_.get()) != 0) note_failure();
      break;
    }
  }
  return bytes;
}

bool Input::next_line(std::string& line) {
  if (!file_) return false;
  char* bytes = nullptr;
  std::size_t capacity = 0;
  const ssize_t length = ::getline(&bytes, &capacity, file_.get());
  if (length >= 0) {
    line.assign(bytes, static_cast<std::size_t>(length));
    if (line.ends_with('\n')) line.pop_back();
  } else if (std::ferror(file_.get()) != 0) {
    note_failure();
  }
  std::free(bytes);
  return length >= 0;
}

bool Output::write_line(std::string_view line) {
  const bool written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
                       std::fputc('\n', stdout) != EOF && std::fflush(stdout) == 0;
  if (written) return true;
  const bool nobody_reads = errno == EPIPE || errno == ECONNRESET;
  if (!nobody_reads) {
    failed_ = true;
    complain(fmt::format("standard output cannot be written: {}.", std::strerror(errno)));
  }
  return false;
}

}  // namespace pressmark::cli

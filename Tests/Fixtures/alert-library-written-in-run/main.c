// fires: maps code of a file that it has written itself.
// silent: maps the same file as data, and code of a system file.

#include "../alert-fixture.h"

#include <sys/mman.h>

static void map(const char *path, int protection) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  if (mmap(NULL, 4, protection, MAP_PRIVATE, file, 0) == MAP_FAILED) fail("mmap");
  if (close(file) != 0) fail("close");
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "code.so");
  write_file(path, "code");
  map(path, PROT_READ | (firing ? PROT_EXEC : 0));
  map("/bin/true", PROT_READ | PROT_EXEC);
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("mapped two files");
  return 0;
}

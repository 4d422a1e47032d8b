// fires: maps code of a file below a temporary directory.
// silent: maps code of a system file.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = "/bin/true";
  if (firing) {
    path = below(argc, argv, "code.so");
    write_file(path, "code");
  }
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  void *code = mmap(NULL, 4, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  if (code == MAP_FAILED) fail("mmap");
  if (firing) {
    if (unlink(path) != 0) fail("unlink");
    forget_directory(argc, argv);
  }
  puts("mapped");
  return 0;
}

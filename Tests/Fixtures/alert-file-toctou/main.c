// fires: asks whether a file may be read and opens it by its name afterwards, as root.
// silent: opens it without asking.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (geteuid() != 0) {
    printf("skipped: only root has anything to lose here\n");
    return 77;
  }
  const char *path = below(argc, argv, "list");
  write_file(path, "nothing\n");
  if (firing && access(path, R_OK) != 0) fail(path);
  read_file(path);
  if (unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts("read a file");
  return 0;
}

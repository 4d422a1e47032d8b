// fires: writes a shell's start-up file.
// silent: writes a file whose name only resembles one.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, firing ? ".bashrc" : "my.bashrc");
  write_file(path, "# nothing\n");
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("wrote");
  return 0;
}

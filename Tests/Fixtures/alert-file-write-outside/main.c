// fires: writes and removes a file beside the only directory that the policy allows.
// silent: writes and removes one inside that directory, and writes to /dev/null.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, "inside");
  const char *path = below(argc, argv, firing ? "outside.txt" : "inside/file.txt");
  make_directory(folder);
  write_file(path, "nothing\n");
  write_file("/dev/null", "nothing\n");
  if (unlink(path) != 0) fail(path);
  if (rmdir(folder) != 0) fail(folder);
  forget_directory(argc, argv);
  puts(firing ? "wrote beside the allowed directory" : "wrote inside the allowed directory");
  return 0;
}

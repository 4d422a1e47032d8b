// fires: lets everybody write to a file.
// silent: lets only the group write to it, and makes a directory that everybody may write, but
// with the sticky bit, as /tmp has it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "shared.txt");
  const char *folder = below(argc, argv, "shared");
  write_file(path, "nothing\n");
  if (mkdir(folder, 0700) != 0) fail(folder);
  if (chmod(path, firing ? 0666 : 0664) != 0) fail(path);
  if (!firing && chmod(folder, 01777) != 0) fail(folder);
  if (unlink(path) != 0 || rmdir(folder) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts(firing ? "let everybody write" : "let the group write");
  return 0;
}

// fires: changes its root directory, stays where it is and opens a file.
// silent: goes into the new root first.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *jail = below(argc, argv, "");
  const char *path = below(argc, argv, "file");
  write_file(path, "text");
  enter_namespaces(CLONE_NEWNS);
  int outside = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (outside < 0) fail("/");
  if (chroot(jail) != 0) fail("chroot");
  if (!firing && chdir("/") != 0) fail("chdir");
  read_file("/file");
  // The way back, for the directory to be removed.
  if (fchdir(outside) != 0 || chroot(".") != 0) fail("chroot");
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("read a file in a jail");
  return 0;
}

// fires: makes an empty file set-user-id.
// silent: makes the file executable, and a directory hand its group on.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *file = below(argc, argv, "empty");
  const char *folder = below(argc, argv, "shared");
  write_file(file, "");
  make_directory(folder);
  if (firing) {
    if (chmod(file, 04755) != 0) fail(file);
  } else if (chmod(file, 0755) != 0 || chmod(folder, 02755) != 0) {
    fail("chmod");
  }
  if (unlink(file) != 0 || rmdir(folder) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts(firing ? "made a file set-user-id" : "made a directory set-group-id");
  return 0;
}

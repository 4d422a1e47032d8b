// fires: makes a file with a fixed name in a directory that everybody may write, such as /tmp.
// silent: has mkstemp make one there, and opens that once more as a compiler's next stage does.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, "shared");
  const char *fixed = below(argc, argv, "shared/log");
  char path[PATH_MAX];
  make_directory(folder);
  // The mode of /tmp, for a directory that no other run meddles with.
  if (chmod(folder, 01777) != 0) fail(folder);
  if (firing) {
    snprintf(path, sizeof path, "%s", fixed);
  } else {
    snprintf(path, sizeof path, "%s/log-XXXXXX", folder);
    int made = mkstemp(path);
    if (made < 0 || write(made, "one\n", 4) != 4 || close(made) != 0) fail(path);
  }
  write_file(path, "two\n");
  if (unlink(path) != 0 || rmdir(folder) != 0) fail("remove");
  forget_directory(argc, argv);
  puts(firing ? "made a file with a fixed name" : "made a file with a random name");
  return 0;
}

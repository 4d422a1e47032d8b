// fires: removes a shell's history that was there before.
// silent: adds a line to such a history, and removes it as its own.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, ".bash_history");
  // mknod makes it without opening it: it does not count as written by this run.
  if (mknod(path, S_IFREG | 0600, 0) != 0) fail(path);
  if (!firing) {
    int history = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (history < 0 || write(history, "ls\n", 3) != 3 || close(history) != 0) fail(path);
  }
  if (unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts("removed a history");
  return 0;
}

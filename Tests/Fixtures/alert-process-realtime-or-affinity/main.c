// fires: writes how likely it is to be ended when memory runs out, the value that it has.
// silent: reads the value.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = "/proc/self/oom_score_adj";
  char value[16];
  int file = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t length = file < 0 ? -1 : read(file, value, sizeof value);
  if (length <= 0 || close(file) != 0) fail(path);
  if (firing) {
    file = open(path, O_WRONLY | O_CLOEXEC);
    // Less would need a privilege.
    if (file < 0 || write(file, value, (size_t)length) != length || close(file) != 0) fail(path);
  }
  puts("knows its score");
  return 0;
}

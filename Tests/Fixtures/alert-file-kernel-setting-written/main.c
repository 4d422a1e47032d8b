// fires: tries to open the setting for core dumps for writing and writes nothing.
// silent: opens it for reading.

#include "../alert-fixture.h"

static const char *const path = "/proc/sys/kernel/core_pattern";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (firing) {
    int setting = open(path, O_WRONLY | O_CLOEXEC);
    // The attempt counts; an ordinary user and most containers may not.
    if (setting >= 0) close(setting);
    else if (errno != EACCES && errno != EPERM && errno != EROFS && errno != ENOENT) fail(path);
  } else {
    read_file(path);
  }
  puts("opened a setting of the kernel");
  return 0;
}

// fires: tries to open the machine's memory for reading and reads nothing of it.
// silent: opens the device of zeros.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int device = open(firing ? "/dev/mem" : "/dev/zero", O_RDONLY | O_CLOEXEC);
  // The attempt counts; whether there is such a device and who may open it differs.
  if (device >= 0) close(device);
  else if (!firing || (errno != ENOENT && errno != EACCES && errno != EPERM && errno != ENXIO))
    fail("open");
  puts("tried to open a device");
  return 0;
}

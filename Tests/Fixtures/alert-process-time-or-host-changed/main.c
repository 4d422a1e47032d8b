// fires: tries to give the machine a host name that is longer than the kernel takes.
// silent: asks for the host name and for the state of the clock.

#include "../alert-fixture.h"

#include <sys/timex.h>

int main(int argc, char **argv) {
  char name[256];
  if (is_firing(argc, argv)) {
    memset(name, 'x', sizeof name);
    // Refused to everybody, to root for its length.
    if (sethostname(name, 65) == 0) fail("sethostname");
    if (errno != EPERM && errno != EINVAL) fail("sethostname");
  } else {
    struct timex state = {.modes = 0};
    if (gethostname(name, sizeof name) != 0) fail("gethostname");
    if (adjtimex(&state) < 0) fail("adjtimex");
  }
  puts("was concerned with the machine's name");
  return 0;
}

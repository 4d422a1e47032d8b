// fires: asks to handle its own page faults, which it may or may not be allowed to.
// silent: asks for an event descriptor.

#include "../alert-fixture.h"

#include <sys/eventfd.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int faults = firing ? (int)syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK)
                      : eventfd(0, EFD_CLOEXEC);
  // Ordinary users are refused mostly; the attempt is what counts.
  if (faults >= 0)
    close(faults);
  else if (!firing)
    fail("eventfd");
  puts("asked for a descriptor");
  return 0;
}

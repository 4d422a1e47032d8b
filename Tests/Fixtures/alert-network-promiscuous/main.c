// fires: makes the loopback of a network namespace of its own promiscuous.
// silent: sets the flags that it has.

#include "../alert-fixture.h"

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  // The machine's own loopback stays as it is.
  enter_namespaces(CLONE_NEWNET);
  int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq loopback = {.ifr_name = "lo"};
  if (any < 0 || ioctl(any, SIOCGIFFLAGS, &loopback) != 0) fail("the flags");
  if (firing) loopback.ifr_flags |= IFF_PROMISC;
  if (ioctl(any, SIOCSIFFLAGS, &loopback) != 0) fail("setting the flags");
  puts("set the flags");
  return 0;
}

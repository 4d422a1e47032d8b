// fires: tries the Docker socket, by a relative name.
// silent: tries another local socket there.

#include "../alert-fixture.h"

#include <sys/socket.h>
#include <sys/un.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strcpy(address.sun_path, firing ? "docker.sock" : "dftrace-no-such.sock");
  if (chdir("/var/run") != 0) fail("chdir");
  int end = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  // Whether anybody listens there is the machine's affair.
  (void)!connect(end, (struct sockaddr *)&address, sizeof address);
  puts("tried");
  return 0;
}

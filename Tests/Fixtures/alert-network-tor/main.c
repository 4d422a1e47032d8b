// fires: tries the port of a Tor proxy on this machine, whether one listens there or not.
// silent: tries a port beside it.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(firing ? 9050 : 9049)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  if (connect(end, (struct sockaddr *)&address, sizeof address) != 0 && errno != ECONNREFUSED) fail("connect");
  puts("tried");
  return 0;
}

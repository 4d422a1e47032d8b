// fires: listens on all interfaces, on a port of the kernel's choice.
// silent: listens on loopback.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct sockaddr_in address = {.sin_family = AF_INET};
  address.sin_addr.s_addr = htonl(firing ? INADDR_ANY : INADDR_LOOPBACK);
  int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (server < 0 || bind(server, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
  if (listen(server, 1) != 0) fail("listen");
  puts("listened");
  return 0;
}

// fires: listens on a debugger's port, which the test's policy does not list.
// silent: listens on the port that it lists.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(firing ? 9229 : 8080)};
  // An address of loopback that no other run has, since somebody may already listen on 127.0.0.1.
  address.sin_addr.s_addr = htonl(0x7F000000 | ((unsigned)getpid() & 0x7FFFFF) | 0x800000);
  int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (server < 0 || bind(server, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
  if (listen(server, 1) != 0) fail("listen");
  puts("listened");
  return 0;
}

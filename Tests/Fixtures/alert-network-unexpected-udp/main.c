// fires: sends a datagram to a port that is not expected, from a network namespace without a route.
// silent: sends one to the port of the time service.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(firing ? 6881 : 123)};
  if (inet_pton(AF_INET, "198.51.100.1", &address.sin_addr) != 1) fail("inet_pton");
  int end = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  ssize_t sent = sendto(end, "ping", 4, 0, (struct sockaddr *)&address, sizeof address);
  if (sent >= 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts("sent");
  return 0;
}

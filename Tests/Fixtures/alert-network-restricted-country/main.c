// fires: tries an address in North Korea, from a network namespace without a route.
// silent: tries an address in Germany, from the same namespace.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(443)};
  if (inet_pton(AF_INET, firing ? "175.45.176.1" : "193.99.144.80", &address.sin_addr) != 1) fail("inet_pton");
  int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  int result = connect(end, (struct sockaddr *)&address, sizeof address);
  if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts(firing ? "tried 175.45.176.1" : "tried 193.99.144.80");
  return 0;
}

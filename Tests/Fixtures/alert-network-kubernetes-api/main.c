// fires: tries the port of the Kubernetes API, from a network namespace without a route.
// silent: tries HTTPS at the same address.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(firing ? 6443 : 443)};
  if (inet_pton(AF_INET, "198.51.100.1", &address.sin_addr) != 1) fail("inet_pton");
  int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  int result = connect(end, (struct sockaddr *)&address, sizeof address);
  if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts("tried");
  return 0;
}

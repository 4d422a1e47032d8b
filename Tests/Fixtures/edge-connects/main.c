// Tries an address on port 443, from a network namespace without a route.
//
//     edge-connects ADDRESS

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in v4 = {.sin_family = AF_INET, .sin_port = htons(443)};
  struct sockaddr_in6 v6 = {.sin6_family = AF_INET6, .sin6_port = htons(443)};
  int is_v4 = inet_pton(AF_INET, argv[1], &v4.sin_addr) == 1;
  if (!is_v4 && inet_pton(AF_INET6, argv[1], &v6.sin6_addr) != 1) return 64;
  int end = socket(is_v4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  int result = is_v4 ? connect(end, (struct sockaddr *)&v4, sizeof v4) : connect(end, (struct sockaddr *)&v6, sizeof v6);
  if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts("tried");
  return 0;
}

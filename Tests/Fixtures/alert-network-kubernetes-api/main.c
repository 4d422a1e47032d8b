// fires: tries the port of the Kubernetes API, from a network namespace without a route.
// fires-named: tries HTTPS at the address that KUBERNETES_SERVICE_HOST names.
// silent: tries HTTPS at the same address.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int is_named = argc > 1 && strcmp(argv[1], "fires-named") == 0;
  int firing = is_named ? 0 : is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(firing ? 6443 : 443)};
  if (inet_pton(AF_INET, is_named ? "198.51.100.2" : "198.51.100.1", &address.sin_addr) != 1) fail("inet_pton");
  int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  int result = connect(end, (struct sockaddr *)&address, sizeof address);
  if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts("tried");
  return 0;
}

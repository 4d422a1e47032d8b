// fires: tries the address of the clouds' metadata service, from a network namespace without a route.
// silent: tries another link-local address, from the same namespace.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(80)};
  if (inet_pton(AF_INET, firing ? "169.254.169.254" : "169.254.1.1", &address.sin_addr) != 1) fail("inet_pton");
  int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  int result = connect(end, (struct sockaddr *)&address, sizeof address);
  if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts(firing ? "tried 169.254.169.254" : "tried 169.254.1.1");
  return 0;
}

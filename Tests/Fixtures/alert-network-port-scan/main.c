// fires: tries 25 ports of one host, from a network namespace without a route.
// silent: tries one port of that host 25 times, as a client that does not give up.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  for (int i = 0; i < 25; i++) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)(20000 + (firing ? i : 0)))};
    if (inet_pton(AF_INET, "198.51.100.1", &address.sin_addr) != 1) fail("inet_pton");
    int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (end < 0) fail("socket");
    int result = connect(end, (struct sockaddr *)&address, sizeof address);
    if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
    close(end);
  }
  puts("tried 25 times");
  return 0;
}

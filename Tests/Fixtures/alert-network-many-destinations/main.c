// fires: tries 41 addresses, from a network namespace without a route. Each has another port, so that it is no scan.
// silent: tries one of them 41 times.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  for (unsigned i = 0; i < 41; i++) {
    unsigned which = firing ? i : 0;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)(20000 + which))};
    address.sin_addr.s_addr = htonl(0xC6336401 + which);  // 198.51.100.1 and following
    int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (end < 0) fail("socket");
    int result = connect(end, (struct sockaddr *)&address, sizeof address);
    if (result == 0 || errno != ENETUNREACH) fail("the namespace has a route");
    close(end);
  }
  puts("tried 41 times");
  return 0;
}

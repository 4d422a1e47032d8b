// fires: binds port 80, in a network namespace of its own.
// silent: binds port 8080 there.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(firing ? 80 : 8080)};
  int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (server < 0 || bind(server, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
  puts("bound");
  return 0;
}

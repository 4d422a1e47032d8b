// fires: asks a name server that is not in resolv.conf, from a network namespace without a route.
// silent: asks one on this machine, as programs do where systemd-resolved runs.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

// A question for the A record of example.org: the header, the name's labels, type and class.
static const char question[] = "\x12\x34\1\0\0\1\0\0\0\0\0\0\7example\3org\0\0\1\0\1";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
  if (inet_pton(AF_INET, firing ? "198.51.100.53" : "127.0.0.53", &server.sin_addr) != 1) fail("inet_pton");
  int end = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  // The loopback of a new namespace is down, so that it does not lead anywhere either.
  ssize_t sent = sendto(end, question, sizeof question - 1, 0, (struct sockaddr *)&server, sizeof server);
  if (sent >= 0 || errno != ENETUNREACH) fail("the namespace has a route");
  puts("asked");
  return 0;
}

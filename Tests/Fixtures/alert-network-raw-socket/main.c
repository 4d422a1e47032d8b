// fires: asks for a raw ICMP socket, which may be refused.
// silent: asks for what ping and ip use: a datagram ICMP socket, and netlink, which is always raw.

#include "../alert-fixture.h"

#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int end = firing ? socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP) : socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_ICMP);
  if (end < 0 && errno != EPERM && errno != EACCES) fail("socket");
  if (!firing && socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, 0) < 0) fail("netlink");
  puts("asked for a socket");
  return 0;
}

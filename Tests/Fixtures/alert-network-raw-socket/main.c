// fires: asks for a raw ICMP socket, which may be refused.
// fires-packet: asks for a packet socket by its older name, SOCK_PACKET.
// silent: asks for what ping and ip use: a datagram ICMP socket, and netlink, which is always raw.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "fires-packet") == 0) {
    // ETH_P_ALL. Without privilege the kernel refuses.
    if (socket(AF_INET, SOCK_PACKET, htons(3)) < 0 && errno != EPERM && errno != EINVAL)
      fail("socket");
    puts("asked for a socket");
    return 0;
  }
  int firing = is_firing(argc, argv);
  int end = firing ? socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP) : socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_ICMP);
  if (end < 0 && errno != EPERM && errno != EACCES) fail("socket");
  if (!firing && socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, 0) < 0) fail("netlink");
  puts("asked for a socket");
  return 0;
}

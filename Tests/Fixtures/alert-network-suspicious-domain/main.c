// fires: asks for the address of pastebin.com, over the loopback of a network namespace of its own.
// silent: asks for that of registry.npmjs.org.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

// One question for an A record each: the header, the name's labels, type and class.
static const char paste[] = "\x12\x34\1\0\0\1\0\0\0\0\0\0\10pastebin\3com\0\0\1\0\1";
static const char registry[] = "\x12\x34\1\0\0\1\0\0\0\0\0\0\10registry\5npmjs\3org\0\0\1\0\1";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  // Nobody answers in this namespace; with its loopback up the question is at least sent.
  int end = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq loopback = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  if (end < 0 || ioctl(end, SIOCSIFFLAGS, &loopback) != 0) fail("loopback");
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const char *question = firing ? paste : registry;
  size_t length = (firing ? sizeof paste : sizeof registry) - 1;
  if (sendto(end, question, length, 0, (struct sockaddr *)&server, sizeof server) < 0) fail("sendto");
  puts("asked");
  return 0;
}

// Asks a name server of its own, in a network namespace of its own, for NAME, by recvfrom or
// recvmsg, and then tries the address that was answered.
//
//     names-answered NAME recvfrom|recvmsg

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>

// Writes the question for a name; answers its length.
static size_t question(unsigned char *to, const char *name, int isAnswer) {
  static const unsigned char header[12] = {0x12, 0x34, 1, 0, 0, 1};
  unsigned char *next = to + sizeof header;
  memcpy(to, header, sizeof header);
  if (isAnswer) {
    to[2] = 0x81;
    to[3] = 0x80;
    to[7] = 1;
  }
  while (*name) {
    size_t length = strcspn(name, ".");
    *next++ = (unsigned char)length;
    memcpy(next, name, length);
    next += length;
    name += length + (name[length] == '.');
  }
  memcpy(next, "\0\0\1\0\1", 5);
  return (size_t)(next + 5 - to);
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  enter_namespaces(CLONE_NEWNET);
  int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq loopback = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  if (any < 0 || ioctl(any, SIOCSIFFLAGS, &loopback) != 0) fail("loopback");
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int serving = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (serving < 0 || bind(serving, (struct sockaddr *)&server, sizeof server) != 0) fail("bind");

  unsigned char bytes[512];
  size_t length = question(bytes, argv[1], 0);
  if (sendto(any, bytes, length, 0, (struct sockaddr *)&server, sizeof server) < 0) fail("sendto");
  struct sockaddr_in client;
  socklen_t size = sizeof client;
  if (recvfrom(serving, bytes, sizeof bytes, 0, (struct sockaddr *)&client, &size) < 0) fail("question");
  length = question(bytes, argv[1], 1);
  memcpy(bytes + length, "\xC0\x0C\0\1\0\1\0\0\0\x3C\0\4\xC0\0\2\1", 16);
  if (sendto(serving, bytes, length + 16, 0, (struct sockaddr *)&client, size) < 0) fail("answer");
  struct sockaddr_in from;
  if (strcmp(argv[2], "recvmsg") == 0) {
    struct iovec vector = {bytes, sizeof bytes};
    struct msghdr message = {.msg_name = &from, .msg_namelen = sizeof from, .msg_iov = &vector, .msg_iovlen = 1};
    if (recvmsg(any, &message, 0) < 0) fail("recvmsg");
  } else {
    size = sizeof from;
    if (recvfrom(any, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &size) < 0) fail("recvfrom");
  }

  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(443)};
  address.sin_addr.s_addr = htonl(0xC0000201);
  int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (connect(end, (struct sockaddr *)&address, sizeof address) == 0 || errno != ENETUNREACH) fail("connect");
  puts("asked and tried");
  return 0;
}

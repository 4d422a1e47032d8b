// Tries to reach 169.254.169.254 by a way that hides it, in a network of its own without a route:
// evasion-connections WAY. Prints one line; 77 when the machine does not allow it.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static struct sockaddr_in address = {.sin_family = AF_INET};

static void mapped(void) {
  struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(80)};
  inet_pton(AF_INET6, "::ffff:169.254.169.254", &six.sin6_addr);
  int end = socket(AF_INET6, SOCK_STREAM, 0);
  if (connect(end, (struct sockaddr *)&six, sizeof six) == 0) fail("connected");
}

static void by_sendto(void) {
  int end = socket(AF_INET, SOCK_DGRAM, 0);
  if (sendto(end, "x", 1, 0, (struct sockaddr *)&address, sizeof address) == 1) fail("sent");
}

static void by_sendmsg(void) {
  struct iovec part = {"x", 1};
  struct msghdr message = {
      .msg_name = &address, .msg_namelen = sizeof address, .msg_iov = &part, .msg_iovlen = 1};
  int end = socket(AF_INET, SOCK_DGRAM, 0);
  if (sendmsg(end, &message, 0) == 1) fail("sent");
}

static void by_sendmmsg(void) {
  struct iovec part = {"x", 1};
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(9)};
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  struct mmsghdr messages[2] = {
      {.msg_hdr = {&here, sizeof here, &part, 1, NULL, 0, 0}},
      {.msg_hdr = {&address, sizeof address, &part, 1, NULL, 0, 0}},
  };
  int end = socket(AF_INET, SOCK_DGRAM, 0);
  sendmmsg(end, messages, 2, 0);
}

static void fast_open(void) {
  int end = socket(AF_INET, SOCK_STREAM, 0);
  if (sendto(end, "x", 1, MSG_FASTOPEN, (struct sockaddr *)&address, sizeof address) == 1)
    fail("sent");
}

static void connected_datagrams(void) {
  int end = socket(AF_INET, SOCK_DGRAM, 0);
  if (connect(end, (struct sockaddr *)&address, sizeof address) == 0) fail("connected");
}

// connect by socketcall of the 32-bit interface, whose arguments lie in memory below 4 GiB.
static void by_interrupt(void) {
#ifdef __x86_64__
  unsigned *low = (unsigned *)syscall(SYS_mmap, 0, 4096, 3, 0x22 | 0x40, -1, 0);
  int end = socket(AF_INET, SOCK_STREAM, 0);
  memcpy(low + 8, &address, sizeof address);
  low[0] = (unsigned)end;
  low[1] = (unsigned)(unsigned long)(low + 8);
  low[2] = sizeof address;
  long result;
  __asm__ volatile("int $0x80"
                   : "=a"(result)
                   : "a"(102L), "b"(3L), "c"(low)
                   : "memory", "r8", "r9", "r10", "r11");
  if (result == -ENOSYS) exit(77);
#else
  exit(77);
#endif
}

static const struct {
  const char *name;
  void (*run)(void);
} ways[] = {
    {"mapped", mapped},           {"sendto", by_sendto},       {"sendmsg", by_sendmsg},
    {"sendmmsg", by_sendmmsg},    {"fastopen", fast_open},     {"udp", connected_datagrams},
    {"int80", by_interrupt},
};

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  enter_namespaces(CLONE_NEWNET);
  address.sin_port = htons(80);
  inet_pton(AF_INET, "169.254.169.254", &address.sin_addr);
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (strcmp(argv[1], ways[i].name) == 0) ways[i].run();
  puts("tried it");
  return 0;
}

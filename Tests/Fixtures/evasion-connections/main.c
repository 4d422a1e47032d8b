// Tries to reach an address by a way that hides it, in a network of its own without a route:
// evasion-connections WAY [ADDRESS PORT [TEXT]]; 169.254.169.254 and port 80 if none is given.
// TEXT is what goes along with a connection that is made by a send; `dns:NAME` for a question over
// TCP. Ways that end in `-sent` give the address to the network's own loopback device first, so
// that what is sent arrives there. Prints one line; 77 when the machine does not allow it.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static struct sockaddr_in address = {.sin_family = AF_INET};

static void mapped(void) {
  struct sockaddr_in6 six = {.sin6_family = AF_INET6};
  six.sin6_port = address.sin_port;
  inet_pton(AF_INET6, "::ffff:0.0.0.0", &six.sin6_addr);
  memcpy(&six.sin6_addr.s6_addr[12], &address.sin_addr, 4);
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

static char *text = "x";
static size_t text_length = 1;

// A question for the address of a name, with its length in front (RFC 1035, 4.2.2).
static void ask(const char *name) {
  static char message[512] = {0, 0, 1, 2, 1, 0, 0, 1};
  size_t length = 2 + 12;
  for (const char *part = name; *part != 0; part += strcspn(part, ".") + (strchr(part, '.') != 0)) {
    size_t count = strcspn(part, ".");
    message[length++] = (char)count;
    memcpy(message + length, part, count);
    length += count;
  }
  // The root, the type A, the class IN.
  memcpy(message + length, "\0\0\1\0\1", 5);
  length += 5;
  message[1] = (char)(length - 2);
  text = message;
  text_length = length;
}

static void fast_open(void) {
  int end = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr *to = (struct sockaddr *)&address;
  if (sendto(end, text, text_length, MSG_FASTOPEN, to, sizeof address) > 0)
    fail("sent");
}

static void fast_open_message(void) {
  struct iovec part = {text, text_length};
  struct msghdr message = {
      .msg_name = &address, .msg_namelen = sizeof address, .msg_iov = &part, .msg_iovlen = 1};
  int end = socket(AF_INET, SOCK_STREAM, 0);
  if (sendmsg(end, &message, MSG_FASTOPEN) > 0) fail("sent");
}

static void fast_open_messages(void) {
  struct iovec part = {"x", 1};
  struct mmsghdr message = {.msg_hdr = {&address, sizeof address, &part, 1, NULL, 0, 0}};
  int end = socket(AF_INET, SOCK_STREAM, 0);
  if (sendmmsg(end, &message, 1, MSG_FASTOPEN) == 1) fail("sent");
}

// The address is this machine's own from here on, where nothing leaves it.
static void own_address(void) {
  struct ifreq request = {.ifr_name = "lo"};
  int end = socket(AF_INET, SOCK_DGRAM, 0);
  if (ioctl(end, SIOCGIFFLAGS, &request) != 0) fail("SIOCGIFFLAGS");
  request.ifr_flags |= IFF_UP;
  if (ioctl(end, SIOCSIFFLAGS, &request) != 0) fail("SIOCSIFFLAGS");
  struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr = address.sin_addr};
  strcpy(request.ifr_name, "lo:1");
  memcpy(&request.ifr_addr, &own, sizeof own);
  if (ioctl(end, SIOCSIFADDR, &request) != 0) fail("SIOCSIFADDR");
}

// Connects datagrams and says no address again.
static int connected(void) {
  own_address();
  int end = socket(AF_INET, SOCK_DGRAM, 0);
  if (connect(end, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
  return end;
}

static void by_write(void) {
  if (write(connected(), "x", 1) != 1) fail("write");
}

static void by_messages_without_address(void) {
  struct iovec part = {"x", 1};
  struct mmsghdr message = {.msg_hdr = {NULL, 0, &part, 1, NULL, 0, 0}};
  if (sendmmsg(connected(), &message, 1, 0) != 1) fail("sendmmsg");
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
    {"mapped", mapped},
    {"sendto", by_sendto},
    {"sendmsg", by_sendmsg},
    {"sendmmsg", by_sendmmsg},
    {"fastopen", fast_open},
    {"fastopen-sendmsg", fast_open_message},
    {"fastopen-sendmmsg", fast_open_messages},
    {"udp", connected_datagrams},
    {"write-sent", by_write},
    {"sendmmsg-sent", by_messages_without_address},
    {"int80", by_interrupt},
};

int main(int argc, char **argv) {
  if (argc != 2 && argc != 4 && argc != 5) return 64;
  enter_namespaces(CLONE_NEWNET);
  address.sin_port = htons((uint16_t)(argc > 2 ? atoi(argv[3]) : 80));
  const char *where = argc > 2 ? argv[2] : "169.254.169.254";
  if (inet_pton(AF_INET, where, &address.sin_addr) != 1) fail(where);
  if (argc == 5 && strncmp(argv[4], "dns:", 4) == 0)
    ask(argv[4] + 4);
  else if (argc == 5)
    text = argv[4], text_length = strlen(text);
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (strcmp(argv[1], ways[i].name) == 0) ways[i].run();
  puts("tried it");
  return 0;
}

// fires: tries 25 ports of one host, from a network namespace without a route.
// fires-sweep: sends an echo request to each of 25 hosts, each by a process of its own.
// silent: tries one port of that host 25 times, as a client that does not give up.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

// One echo request, as ping sends it.
static void send_echo(int number) {
  pid_t child = fork();
  if (child == 0) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(0xc6336400u + (unsigned)number);  // 198.51.100.0
    const char request[8] = {8};
    int end = socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP);
    if (end < 0) fail("socket");
    if (sendto(end, request, sizeof request, 0, (struct sockaddr *)&address, sizeof address) >= 0 || errno != ENETUNREACH)
      fail("the namespace has a route");
    _exit(0);
  }
  expect_success(child);
}

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "fires-sweep") == 0) {
    enter_namespaces(CLONE_NEWNET);
    for (int i = 1; i <= 25; i++) send_echo(i);
    puts("tried 25 times");
    return 0;
  }
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

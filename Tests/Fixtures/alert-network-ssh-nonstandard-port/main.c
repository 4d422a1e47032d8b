// fires: sends SSH's greeting to port 2222 of 192.0.2.1, which a network namespace of its own gives to its loopback.
// fires-late: makes some hundred calls before it sends it, as ssh does.
// silent: sends an ordinary line there.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int is_late = argc > 1 && strcmp(argv[1], "fires-late") == 0;
  int firing = is_late || is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(2222)};
  if (inet_pton(AF_INET, "192.0.2.1", &address.sin_addr) != 1) fail("inet_pton");
  int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  struct ifreq loopback = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  if (server < 0 || client < 0 || ioctl(server, SIOCSIFFLAGS, &loopback) != 0) fail("loopback");
  struct ifreq second = {.ifr_name = "lo:1"};
  memcpy(&second.ifr_addr, &address, sizeof address);
  if (ioctl(server, SIOCSIFADDR, &second) != 0) fail("address");
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 1) != 0) fail("listen");
  if (connect(client, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
  for (int i = 0; is_late && i < 300; i++)
    if (getppid() < 0) fail("getppid");
  const char *line = firing ? "SSH-2.0-test\r\n" : "hello\r\n";
  if (write(client, line, strlen(line)) != (ssize_t)strlen(line)) fail("write");
  char buffer[64];
  int accepted = accept4(server, NULL, NULL, SOCK_CLOEXEC);
  if (accepted < 0 || read(accepted, buffer, sizeof buffer) != (ssize_t)strlen(line)) fail("read");
  puts("talked");
  return 0;
}

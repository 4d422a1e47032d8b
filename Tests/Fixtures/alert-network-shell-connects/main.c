// fires: bash itself connects, by a redirection to /dev/tcp.
// silent: bash starts a program that connects to the same place.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

static struct sockaddr_in loopback(unsigned port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

static int connect_to(const char *port) {
  struct sockaddr_in address = loopback((unsigned)atoi(port));
  int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (end < 0 || connect(end, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 3 && strcmp(argv[1], "connect") == 0) return connect_to(argv[2]);
  int firing = is_firing(argc, argv);
  struct sockaddr_in address = loopback(0);
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) != 0) fail("bind");
  if (listen(listener, 1) != 0) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &length) != 0) fail("getsockname");
  char port[16], self[PATH_MAX];
  snprintf(port, sizeof port, "%u", (unsigned)ntohs(address.sin_port));
  ssize_t count = readlink("/proc/self/exe", self, sizeof self - 1);
  if (count < 0) fail("readlink");
  self[count] = 0;
  const char *script = firing ? "exec 3<>/dev/tcp/127.0.0.1/$1" : "\"$0\" connect \"$1\"; exit $?";
  pid_t child = fork();
  if (child == 0) {
    execl("/bin/bash", "bash", "-c", script, self, port, (char *)NULL);
    fail("/bin/bash");
  }
  expect_success(child);
  puts(firing ? "bash connected by itself" : "a program that bash started connected");
  return 0;
}

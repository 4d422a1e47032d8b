// fires: accepts a connection and hands a shell two commands in one.
// silent: accepts a connection and hands a shell a simple command.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  // No other machine can reach it, and the kernel chooses the port.
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0 || client < 0) fail("socket");
  if (bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 1) != 0 ||
      getsockname(listener, (struct sockaddr *)&address, &length) != 0)
    fail("listen");
  // The kernel completes the connection before anybody accepts it.
  if (connect(client, (struct sockaddr *)&address, length) != 0) fail("connect");
  int accepted = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
  if (accepted < 0) fail("accept");
  pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", firing ? "true; true" : "true", (char *)NULL);
    fail("/bin/sh");
  }
  expect_success(child);
  close(accepted);
  close(client);
  close(listener);
  puts("a server ran a shell");
  return 0;
}

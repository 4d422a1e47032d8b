// fires: a shell is executed with a connected socket as its standard streams.
// silent: a shell is executed with an accepted socket as its standard streams, as under inetd.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

static _Noreturn void become_shell(int end) {
  for (int stream = 0; stream <= 2; stream++)
    if (dup2(end, stream) != stream) fail("dup2");
  execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
  fail("/bin/sh");
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct sockaddr_in address = {.sin_family = AF_INET};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) != 0) fail("bind");
  if (listen(listener, 1) != 0) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &length) != 0) fail("getsockname");
  int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (end < 0 || connect(end, (struct sockaddr *)&address, length) != 0) fail("connect");
  int accepted = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
  if (accepted < 0) fail("accept4");
  pid_t child = fork();
  if (child == 0) become_shell(firing ? end : accepted);
  expect_success(child);
  puts(firing ? "a shell ran on a connected socket" : "a shell ran on an accepted socket");
  return 0;
}

// fires: a copy of this program that is called sed tries a closed port of the loopback.
// fires-asker: one that is called whois tries another port than that of whois.
// silent: one that is called whatever tries the same port.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

static int connect_once(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (end < 0) fail("socket");
  if (connect(end, (struct sockaddr *)&address, sizeof address) != 0 && errno != ECONNREFUSED)
    fail("connect");
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "connect") == 0) return connect_once();
  int is_asker = argc > 1 && strcmp(argv[1], "fires-asker") == 0;
  int firing = is_asker || is_firing(argc, argv);
  const char *path = below(argc, argv, is_asker ? "whois" : firing ? "sed" : "whatever");
  int original = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int made = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (original < 0 || made < 0) fail(path);
  copy(original, made);
  if (close(made) != 0 || close(original) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    execl(path, path, "connect", (char *)NULL);
    fail(path);
  }
  expect_success(child);
  if (unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts("tried a port");
  return 0;
}

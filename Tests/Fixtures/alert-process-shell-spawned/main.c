// fires: starts a shell.
// silent: starts another program directly.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  pid_t child = fork();
  if (child == 0) {
    if (firing) execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
    execl("/bin/true", "true", (char *)NULL);
    fail("exec");
  }
  expect_success(child);
  puts("started a program");
  return 0;
}

// fires: leaves a process behind that has a session of its own.
// silent: leaves one behind in the command's session, and waits for one with its own.
// silent-moment: leaves one behind with its own session that ends within a moment.

#include "../alert-fixture.h"

// Starts a process that ends by itself, and returns when it has taken its session.
static pid_t start(int has_own_session, unsigned seconds) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe2");
  pid_t child = fork();
  if (child == 0) {
    // Who waits for the end of the output need not wait for this process.
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int number = 0; number < 3; number++) dup2(nowhere, number);
    if (has_own_session && setsid() < 0) _exit(1);
    if (write(ends[1], "", 1) != 1) _exit(1);
    sleep(seconds);
    _exit(0);
  }
  char byte;
  close(ends[1]);
  if (child < 0 || read(ends[0], &byte, 1) != 1) fail("a child");
  close(ends[0]);
  return child;
}

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "silent-moment") == 0) {
    start(1, 0);
    puts("left a process behind");
    return 0;
  }
  int firing = is_firing(argc, argv);
  if (!firing) expect_success(start(1, 0));
  start(firing, firing ? 4 : 1);
  puts("left a process behind");
  return 0;
}

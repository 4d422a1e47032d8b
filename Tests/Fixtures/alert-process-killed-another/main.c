// fires: sends a harmless signal to the process that started it.
// silent: ends a child of its own.

#include "../alert-fixture.h"

#include <signal.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (firing) {
    // SIGCONT does nothing to a process that runs. Untraced, the parent may be another user's.
    if (kill(getppid(), SIGCONT) != 0 && errno != EPERM) fail("kill");
  } else {
    pid_t child = fork();
    if (child == 0)
      for (;;) pause();
    int status;
    if (child < 0 || kill(child, SIGTERM) != 0) fail("kill");
    if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status)) fail("waitpid");
  }
  puts("sent a signal");
  return 0;
}

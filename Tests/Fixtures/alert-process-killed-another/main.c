// fires: sends a harmless signal to the process that started it.
// fires-descriptor: does so through a descriptor of the process, as killall does.
// silent: ends a child of its own.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "fires-descriptor") == 0) {
    int parent = (int)syscall(SYS_pidfd_open, getppid(), 0);
    if (parent < 0) fail("pidfd_open");
    if (syscall(SYS_pidfd_send_signal, parent, SIGCONT, NULL, 0) != 0 && errno != EPERM)
      fail("pidfd_send_signal");
    puts("sent a signal");
    return 0;
  }
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

// fires: tries to attach to a child that runs another program.
// silent: tries to attach to a child that runs this program.
//
// Under a tracer the attempt fails, since a process has at most one; what is printed is the same.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>

static _Noreturn void linger(int firing, int ready) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (firing) {
    // The pipe's end closes at the execution, which tells the parent that it has happened.
    execl("/bin/sleep", "sleep", "30", (char *)NULL);
    fail("/bin/sleep");
  }
  close(ready);
  for (;;) pause();
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int ready[2];
  char byte;
  if (pipe2(ready, O_CLOEXEC) != 0) fail("pipe2");
  pid_t child = fork();
  if (child < 0) fail("fork");
  if (child == 0) linger(firing, ready[1]);
  close(ready[1]);
  if (read(ready[0], &byte, 1) != 0) fail("read");
  ptrace(firing ? PTRACE_ATTACH : PTRACE_SEIZE, child, 0, 0);
  if (kill(child, SIGKILL) != 0) fail("kill");
  int status;
  do {
    if (waitpid(child, &status, 0) < 0) fail("waitpid");
  } while (WIFSTOPPED(status));
  puts(firing ? "tried to attach to sleep" : "tried to attach to itself");
  return 0;
}

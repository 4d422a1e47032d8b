// fires: a child writes to address 0.
// silent: children end by a request, and by a handler of the same fault.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/resource.h>

static void handled(int number) {
  (void)number;
  _exit(0);
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0) fail("setrlimit");
  pid_t child = fork();
  if (child == 0) {
    // A runtime's own handler would print and go on to other things.
    signal(SIGSEGV, SIG_DFL);
    if (!firing) raise(SIGTERM);
    *(volatile int *)NULL = 1;
  }
  int status;
  if (waitpid(child, &status, 0) != child) fail("waitpid");
  if (!WIFSIGNALED(status) || WTERMSIG(status) != (firing ? SIGSEGV : SIGTERM)) fail("another end");
  if (!firing) {
    child = fork();
    if (child == 0) {
      signal(SIGSEGV, handled);
      *(volatile int *)NULL = 1;
    }
    expect_success(child);
  }
  puts("a child has ended");
  return 0;
}

// fires: a child asks to be traced, which leaves no place for a debugger.
// silent: a child only asks whether its memory may be looked at.

#include "../alert-fixture.h"

#include <sys/prctl.h>
#include <sys/ptrace.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  pid_t child = fork();
  if (child == 0) {
    // Who is traced already is refused; either way the child ends before any signal stops it.
    if (firing) ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    if (!firing && prctl(PR_GET_DUMPABLE) < 0) fail("prctl");
    _exit(0);
  }
  expect_success(child);
  puts("a child asked about debuggers");
  return 0;
}

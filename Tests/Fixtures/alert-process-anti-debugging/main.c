// fires: a child asks to be traced, which leaves no place for a debugger.
// fires-dumpable: a child makes its memory unreadable.
// silent: a child only asks whether its memory may be looked at.

#include "../alert-fixture.h"

#include <sys/prctl.h>
#include <sys/ptrace.h>

int main(int argc, char **argv) {
  int dumpable = argc > 1 && strcmp(argv[1], "fires-dumpable") == 0;
  int firing = dumpable || is_firing(argc, argv);
  pid_t child = fork();
  if (child == 0) {
    // Who is traced already is refused; either way the child ends before any signal stops it.
    if (firing && !dumpable) ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    if (dumpable && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) fail("prctl");
    if (!firing && prctl(PR_GET_DUMPABLE) < 0) fail("prctl");
    _exit(0);
  }
  expect_success(child);
  puts("a child asked about debuggers");
  return 0;
}

// fires: names its thread like one of the kernel's and executes itself as another of them.
// silent: names its thread like one of a pool's workers and executes itself as one.

#include "../alert-fixture.h"

#include <sys/prctl.h>

int main(int argc, char **argv) {
  if (argc == 1) return 0;  // What it executes itself for.
  int firing = is_firing(argc, argv);
  char own[PATH_MAX] = "";
  if (readlink("/proc/self/exe", own, sizeof own - 1) < 0) fail("readlink");
  if (prctl(PR_SET_NAME, firing ? "kworker/0:1" : "worker/0:1", 0, 0, 0) != 0) fail("prctl");
  pid_t child = fork();
  if (child == 0) {
    execl(own, firing ? "[kworker/0:2]" : "worker-2", (char *)NULL);
    fail(own);
  }
  expect_success(child);
  puts("took another name");
  return 0;
}

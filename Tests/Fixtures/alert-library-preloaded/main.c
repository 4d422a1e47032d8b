// fires: starts a program with an empty part in LD_LIBRARY_PATH.
// silent: starts it with a path of system directories.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  pid_t child = fork();
  if (child == 0) {
    setenv("LD_LIBRARY_PATH", firing ? "/usr/lib:" : "/usr/lib", 1);
    execl("/bin/true", "true", (char *)NULL);
    fail("exec");
  }
  expect_success(child);
  puts("started a program");
  return 0;
}

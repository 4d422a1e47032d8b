// fires: executes a copy of a program below a temporary directory.
// silent: executes the program where it is installed.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *program = "/bin/true";
  if (firing) {
    program = below(argc, argv, "true");
    int from = open("/bin/true", O_RDONLY | O_CLOEXEC);
    int to = open(program, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);
    if (from < 0 || to < 0) fail(program);
    copy(from, to);
    close(to);
    close(from);
  }
  pid_t child = fork();
  if (child == 0) {
    execl(program, "true", (char *)NULL);
    fail(program);
  }
  expect_success(child);
  if (firing && unlink(program) != 0) fail("unlink");
  if (firing) forget_directory(argc, argv);
  puts("executed a program");
  return 0;
}

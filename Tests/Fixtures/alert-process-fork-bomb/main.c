// fires: has 30 children at the same time, more than the test's policy allows.
// silent: has 5.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int count = is_firing(argc, argv) ? 30 : 5;
  pid_t children[30];
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe2");
  for (int index = 0; index < count; index++) {
    children[index] = fork();
    if (children[index] < 0) fail("fork");
    if (children[index] == 0) {
      // The end comes when the parent closes the last end for writing.
      char byte;
      close(ends[1]);
      _exit(read(ends[0], &byte, 1) == 0 ? 0 : 1);
    }
  }
  close(ends[1]);
  for (int index = 0; index < count; index++) expect_success(children[index]);
  puts("had children");
  return 0;
}

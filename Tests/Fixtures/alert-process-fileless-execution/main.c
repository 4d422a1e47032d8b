// fires: executes a copy of /bin/true that exists in memory only.
// silent: executes /bin/true by a descriptor of the file itself.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int program = open("/bin/true", O_RDONLY | O_CLOEXEC);
  if (program < 0) fail("/bin/true");
  if (firing) {
    int memory = memfd_create("true", MFD_CLOEXEC);
    if (memory < 0) fail("memfd_create");
    copy(program, memory);
    program = memory;
  }
  pid_t child = fork();
  if (child == 0) {
    char *arguments[] = {"true", NULL};
    fexecve(program, arguments, environ);
    fail("fexecve");
  }
  expect_success(child);
  puts(firing ? "ran true from memory" : "ran true from its file");
  return 0;
}

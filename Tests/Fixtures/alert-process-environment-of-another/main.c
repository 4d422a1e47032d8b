// fires: reads the arguments of the machine's first process.
// silent: reads those of a child of its own.
// silent-refused: asks for the environment of the first process and is refused.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "silent-refused") == 0) {
    int file = open("/proc/1/environ", O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
      puts("skipped: the first process's environment is readable");
      return 77;
    }
    puts("was refused");
    return 0;
  }
  int firing = is_firing(argc, argv);
  char path[64] = "/proc/1/cmdline";
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe2");
  pid_t child = fork();
  if (child == 0) {
    // Lives until the other end is closed.
    char byte;
    close(ends[1]);
    _exit(read(ends[0], &byte, 1) == 0 ? 0 : 1);
  }
  if (child < 0) fail("fork");
  if (!firing) snprintf(path, sizeof path, "/proc/%d/cmdline", (int)child);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  int error = errno;
  char text[64];
  if (file >= 0 && read(file, text, sizeof text) < 0) fail(path);
  close(ends[1]);
  expect_success(child);
  if (file < 0) {
    // With the option hidepid of proc(5), others' processes are not there at all.
    printf("skipped: %s: %s\n", path, strerror(error));
    return 77;
  }
  puts("read a process's arguments");
  return 0;
}

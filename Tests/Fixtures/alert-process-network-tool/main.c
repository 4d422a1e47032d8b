// fires: executes a copy of /bin/true that is called nc, as the network tool.
// silent: executes the same copy under the name of an ordinary program.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, firing ? "nc" : "cat");
  int original = open("/bin/true", O_RDONLY | O_CLOEXEC);
  int made = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (original < 0 || made < 0) fail(path);
  copy(original, made);
  // A file that is open for writing can't be executed.
  if (close(made) != 0 || close(original) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    // Where all of coreutils is one program, the first argument says which part it is to be.
    execl(path, "true", (char *)NULL);
    fail(path);
  }
  expect_success(child);
  if (unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts("ran a program under another name");
  return 0;
}

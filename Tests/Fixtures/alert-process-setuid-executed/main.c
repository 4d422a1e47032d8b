// fires: executes a copy of /bin/true that is set-user-id.
// silent: executes the same copy without the bit.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "own-true");
  int original = open("/bin/true", O_RDONLY | O_CLOEXEC);
  int made = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (original < 0 || made < 0) fail(path);
  copy(original, made);
  // The bit comes last: the kernel takes it away from a file that is written.
  if (close(made) != 0 || chmod(path, firing ? 04755 : 0755) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    // The file's owner is the user, so the copy gives nobody anything.
    execl(path, "true", (char *)NULL);
    fail(path);
  }
  expect_success(child);
  if (unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts("ran the copy");
  return 0;
}

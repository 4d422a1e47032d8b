// fires: writes a copy of /bin/true and executes the copy.
// silent: writes the same copy and executes the original.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "dropped");
  int original = open("/bin/true", O_RDONLY | O_CLOEXEC);
  int dropped = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (original < 0 || dropped < 0) fail(path);
  copy(original, dropped);
  if (close(dropped) != 0 || chmod(path, 0700) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    execl(firing ? path : "/bin/true", "true", (char *)NULL);
    fail("execl");
  }
  expect_success(child);
  if (unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts(firing ? "ran the copy" : "ran the original");
  return 0;
}

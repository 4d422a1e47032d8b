// fires: executes a copy of /bin/true from a directory that the policy does not allow.
// silent: executes the original, which is in one that it allows.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = "/bin/true";
  if (firing) {
    path = below(argc, argv, "own-true");
    int original = open("/bin/true", O_RDONLY | O_CLOEXEC);
    int made = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
    if (original < 0 || made < 0) fail(path);
    copy(original, made);
    if (close(made) != 0 || close(original) != 0) fail(path);
  }
  pid_t child = fork();
  if (child == 0) {
    execl(path, "true", (char *)NULL);
    fail(path);
  }
  expect_success(child);
  if (firing && unlink(path) != 0) fail(path);
  if (firing) forget_directory(argc, argv);
  puts("executed a program");
  return 0;
}

// fires: executes a copy of itself that removes its own file.
// silent: executes the same copy and removes it when it is done.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  // The copy is told so by a fourth word.
  if (argc == 4 && strcmp(argv[3], "copy") == 0) {
    if (strcmp(argv[1], "fires") == 0 && unlink(argv[0]) != 0) fail(argv[0]);
    return 0;
  }
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "copy");
  int from = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (from < 0 || to < 0) fail(path);
  copy(from, to);
  if (close(to) != 0 || close(from) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    execl(path, path, argv[1], ".", "copy", (char *)NULL);
    fail(path);
  }
  expect_success(child);
  if (!firing && unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts(firing ? "the copy removed itself" : "the copy was removed");
  return 0;
}

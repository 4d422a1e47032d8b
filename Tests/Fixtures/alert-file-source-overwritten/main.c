// fires: opens a tracked file of the project for writing, and leaves it as it is.
// silent: opens it for reading.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int file = open("README.md", (firing ? O_WRONLY : O_RDONLY) | O_CLOEXEC);
  if (file < 0 && (errno == EACCES || errno == EROFS || errno == ENOENT)) {
    printf("skipped: the working directory has no README.md that may be written\n");
    return 77;
  }
  if (file < 0 || close(file) != 0) fail("README.md");
  puts(firing ? "opened a tracked file for writing" : "opened a tracked file for reading");
  return 0;
}

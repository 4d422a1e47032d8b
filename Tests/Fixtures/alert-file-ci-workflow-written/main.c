// fires: creates and removes a workflow in the working directory, which is the project's.
// silent: creates and removes a file there that nobody follows.

#include "../alert-fixture.h"

static const char *const folder = ".github";
static const char *const workflows = ".github/workflows";

// Makes a directory; whether it is a new one, which has to be removed again.
static int is_new(const char *path) {
  if (mkdir(path, 0755) == 0) return 1;
  if (errno == EEXIST) return 0;
  printf("skipped: the working directory may not be written\n");
  exit(77);
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int new_folder = 0, new_workflows = 0;
  char path[64] = ".github/workflows/dftrace-fixture.yml";
  if (firing) {
    new_folder = is_new(folder);
    new_workflows = is_new(workflows);
  } else {
    snprintf(path, sizeof path, "dftrace-fixture-%d.txt", (int)getpid());
  }
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  int problem = file < 0 ? errno : 0;
  if (file >= 0 && (close(file) != 0 || unlink(path) != 0)) fail(path);
  if (new_workflows && rmdir(workflows) != 0) fail(workflows);
  if (new_folder && rmdir(folder) != 0) fail(folder);
  if (problem != 0) {
    printf("skipped: the working directory may not be written\n");
    return 77;
  }
  puts(firing ? "wrote a workflow" : "wrote a file of no meaning");
  return 0;
}

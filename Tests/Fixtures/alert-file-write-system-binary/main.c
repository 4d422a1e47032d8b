// fires: creates and removes a file in a directory of the system's programs, over which a
// file system of its own is mounted that nobody else sees.
// silent: creates and removes a file below the directory for files, in the same mount namespace.

#include "../alert-fixture.h"

#include <sys/mount.h>

static const char *const folder = "/usr/sbin";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = firing ? "/usr/sbin/dftrace-fixture" : below(argc, argv, "dftrace-fixture");
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0) fail(folder);
  write_file(path, "no program\n");
  if (unlink(path) != 0) fail(path);
  if (!firing) forget_directory(argc, argv);
  puts(firing ? "wrote among the system's programs" : "wrote elsewhere");
  return 0;
}

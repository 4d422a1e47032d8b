// fires: mounts a file system, in a mount namespace of its own.
// silent: tries to, onto a directory that is not there.

#include "../alert-fixture.h"

#include <sys/mount.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNS);
  if (firing) {
    // Nothing of it may reach the other namespaces.
    if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("private");
    const char *place = below(argc, argv, "");
    if (mount("none", place, "tmpfs", 0, NULL) != 0) fail("mount");
    if (umount2(place, MNT_DETACH) != 0) fail("umount2");
    forget_directory(argc, argv);
  } else if (mount("none", "/no/such/place", "tmpfs", 0, NULL) == 0 || errno != ENOENT) {
    fail("mount");
  }
  puts("mounted or tried");
  return 0;
}

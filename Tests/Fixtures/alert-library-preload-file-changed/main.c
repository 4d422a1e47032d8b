// fires: writes /etc/ld.so.preload, in an /etc of its own.
// silent: writes another file there.

#include "../alert-fixture.h"

#include <sys/mount.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNS);
  // Nothing of it may reach the other namespaces.
  if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("private");
  if (mount("none", "/etc", "tmpfs", 0, "mode=0755") != 0) {
    printf("skipped: the machine allows no mount on /etc\n");
    return 77;
  }
  write_file(firing ? "/etc/ld.so.preload" : "/etc/motd", "\n");
  puts("wrote below an /etc of its own");
  return 0;
}

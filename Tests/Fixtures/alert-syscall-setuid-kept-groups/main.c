// fires: gives the user root up and keeps its groups; only root can.
// silent: gives the groups up first.

#include "../alert-fixture.h"

#include <grp.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (geteuid() != 0) {
    printf("skipped: only root can give root up\n");
    return 77;
  }
  gid_t group = 0;
  // Root has at least its own group, whatever started this.
  if (setgroups(firing ? 1 : 0, &group) != 0) fail("setgroups");
  if (!firing && setresgid(65534, 65534, 65534) != 0) fail("setresgid");
  if (setresuid(65534, 65534, 65534) != 0) fail("setresuid");
  puts("is somebody else");
  return 0;
}

// fires: gives the effective user 0 up for a while and takes it back; only root can.
// silent: stays root.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (geteuid() != 0) {
    printf("skipped: only root can become root again\n");
    return 77;
  }
  if (firing && seteuid(65534) != 0) fail("seteuid");
  if (seteuid(0) != 0) fail("seteuid");
  puts("is root");
  return 0;
}

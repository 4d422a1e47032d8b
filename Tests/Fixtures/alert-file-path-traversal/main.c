// fires: opens the list of users by a path that climbs above everything.
// silent: opens it by its own path, and a harmless file by the climbing one.

#include "../alert-fixture.h"

// More steps than any working directory has; above the root they lead nowhere.
#define UP "../../../../../../../../../../../../../../../../../../../../../../../../"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (firing) {
    read_file(UP "etc/passwd");
  } else {
    read_file("/etc/passwd");
    read_file(UP "dev/null");
  }
  puts("read the list of users");
  return 0;
}

// fires: enters a new UTS namespace.
// silent: only stops sharing its descriptors.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (firing)
    enter_namespaces(CLONE_NEWUTS);
  else if (unshare(CLONE_FILES) != 0)
    fail("unshare");
  puts("unshared");
  return 0;
}

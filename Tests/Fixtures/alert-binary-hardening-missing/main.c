// fires: does nothing, and was linked without protections (Package.swift).
// silent: another program, which was linked with them.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  is_firing(argc, argv);
  puts("was started");
  return 0;
}

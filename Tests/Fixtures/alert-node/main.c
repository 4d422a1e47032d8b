// fires, silent: does nothing; what raises the alert is the machine that it is started on.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  is_firing(argc, argv);
  puts("was started");
  return 0;
}

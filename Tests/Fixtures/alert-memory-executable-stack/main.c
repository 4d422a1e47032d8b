// fires: makes a page of its stack executable.
// silent: takes the right to write from a page of its stack, and gives it back.

#include "../alert-fixture.h"

#include <stdint.h>
#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char room[4 * 4096];
  memset(room, 0, sizeof room);
  char *page = (char *)(((uintptr_t)room + 4095) & ~(uintptr_t)4095);
  if (mprotect(page, 4096, PROT_READ | (firing ? PROT_EXEC : 0)) != 0) fail("mprotect");
  if (mprotect(page, 4096, PROT_READ | PROT_WRITE) != 0) fail("mprotect");
  puts("changed a page");
  return 0;
}

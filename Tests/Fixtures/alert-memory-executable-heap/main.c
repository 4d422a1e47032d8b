// fires: makes a page of the heap executable.
// silent: makes it read-only.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  // Straight from the kernel: an allocator may take its memory elsewhere.
  char *heap = sbrk(2 * 4096);
  if (heap == (void *)-1) fail("sbrk");
  char *page = heap + (4096 - (size_t)heap % 4096) % 4096;
  memset(page, 0, 4096);
  if (mprotect(page, 4096, PROT_READ | (firing ? PROT_EXEC : 0)) != 0) fail("mprotect");
  if (mprotect(page, 4096, PROT_READ | PROT_WRITE) != 0) fail("mprotect");
  puts("changed a page of the heap");
  return 0;
}

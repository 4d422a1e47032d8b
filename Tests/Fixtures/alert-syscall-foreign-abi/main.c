// fires: asks for its process id by the interface of 32-bit programs, from a 64-bit one.
// silent: asks by its own interface.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/syscall.h>

// Where the kernel does not know the interface, the instruction is a fault.
static void missing(int number) {
  (void)number;
  static const char text[] = "skipped: the kernel runs no 32-bit programs\n";
  _exit(write(1, text, sizeof text - 1) < 0 ? 1 : 77);
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
#ifdef __x86_64__
  if (signal(SIGSEGV, missing) == SIG_ERR) fail("signal");
  long id = 20;  // getpid in that interface
  if (firing)
    __asm__ volatile("int $0x80" : "+a"(id) : : "r8", "r9", "r10", "r11", "memory");
  else
    id = syscall(SYS_getpid);
  if (id != getpid()) fail("another process id");
  puts("has its process id");
  return 0;
#else
  (void)firing;
  (void)missing;
  puts("skipped: there is one interface only");
  return 77;
#endif
}

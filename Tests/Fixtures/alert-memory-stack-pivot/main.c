// fires: makes a socket while the stack pointer lies in the program's initialized data.
// silent: makes it while the stack pointer lies in mapped memory, as a coroutine's does.

#include "../alert-fixture.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>

// Initialized, so that it belongs to the program's file.
static char area[65536] = {1};

// socket(2), with another stack.
static long socket_on(char *stack) {
  long result;
  __asm__ volatile(
      "mov %%rsp, %%r12\n"
      "mov %[stack], %%rsp\n"
      "syscall\n"
      "mov %%r12, %%rsp\n"
      : "=a"(result)
      : "a"(SYS_socket), "D"((long)AF_UNIX), "S"((long)SOCK_STREAM), "d"(0L), [stack] "r"(stack)
      : "rcx", "r11", "r12", "memory");
  return result;
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char *mapped = mmap(
      NULL, sizeof area, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (mapped == MAP_FAILED) fail("mmap");
  char *stack = firing ? area : mapped;
  if (socket_on(stack + sizeof area / 2) < 0) fail("socket");
  puts("made a socket");
  return 0;
}

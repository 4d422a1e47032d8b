// fires: opens a socket by code that it has put into a page of its own.
// silent: asks for its process id by the same code, and opens the socket as usual.

#include "../alert-fixture.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>

// mov %rdi,%rax; mov %rsi,%rdi; mov %rdx,%rsi; mov %rcx,%rdx; syscall; ret
static const unsigned char code[] = {0x48, 0x89, 0xF8, 0x48, 0x89, 0xF7, 0x48, 0x89,
                                     0xD6, 0x48, 0x89, 0xCA, 0x0F, 0x05, 0xC3};

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) fail("mmap");
  memcpy(page, code, sizeof code);
  if (mprotect(page, 4096, PROT_READ | PROT_EXEC) != 0) fail("mprotect");
  long (*call)(long, long, long, long) = (long (*)(long, long, long, long))page;
  long socket_made;
  if (firing) {
    socket_made = call(SYS_socket, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  } else {
    if (call(SYS_getpid, 0, 0, 0) != getpid()) fail("getpid");
    socket_made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  }
  if (socket_made < 0) fail("socket");
  puts("opened a socket");
  return 0;
}

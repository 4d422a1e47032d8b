// fires: asks for the memory of a child; whether it gets it is the kernel's affair.
// silent: reads its own.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/uio.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  static char word[8] = "secret";
  char copied[8];
  pid_t child = fork();
  if (child < 0) fail("fork");
  if (child == 0) {
    pause();
    _exit(0);
  }
  struct iovec here = {copied, sizeof copied}, there = {word, sizeof word};
  (void)!process_vm_readv(firing ? child : getpid(), &here, 1, &there, 1, 0);
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  puts("asked for memory");
  return 0;
}

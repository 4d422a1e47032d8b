// fires: a child does what a compiler's check does when it finds the stack smashed.
// silent: a child aborts by itself.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/resource.h>

// What compilers call at the end of a function whose stack was overwritten.
extern _Noreturn void __stack_chk_fail(void);

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  // With 1, the kernel neither writes a core nor hands one to a program.
  struct rlimit none = {1, 1};
  if (setrlimit(RLIMIT_CORE, &none) != 0) fail("setrlimit");
  pid_t child = fork();
  if (child == 0) {
    signal(SIGABRT, SIG_DFL);
    // The C library's words are not for this program's output.
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0 || dup2(nowhere, 2) < 0) _exit(1);
    if (firing) __stack_chk_fail();
    abort();
  }
  int status;
  if (child < 0 || waitpid(child, &status, 0) != child) fail("waitpid");
  if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT) fail("another end");
  puts("a child has aborted");
  return 0;
}

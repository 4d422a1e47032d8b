// fires: a child frees memory twice.
// silent: a child ends by a failed assertion.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/resource.h>
#undef NDEBUG
#include <assert.h>

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
    assert(firing);
    // By a variable that may change at any time, the compiler can't see what is done.
    void *volatile memory = malloc(32);
    void *volatile again = memory;
    free(memory);
    free(again);
    _exit(1);
  }
  int status;
  if (child < 0 || waitpid(child, &status, 0) != child) fail("waitpid");
  if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT) fail("another end");
  puts("a child has aborted");
  return 0;
}

// vfork: a child that takes its time, then executes; its parent waits meanwhile.
// storm: 200 processes at once.
// untraced: a child that asks for no tracer.
// parent: a child that is its maker's sibling.
// shared: a process that shares memory and descriptors without being a thread.
// clone3: a child by clone3.
// daemon: forks twice; what is left is the init process's or the reaper's.

#include "../alert-fixture.h"

#include <linux/sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

static int shared;

static int child(void *unused) {
  (void)unused;
  shared = 42;
  int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  _exit(file >= 0 ? 0 : 1);
}

int main(int argc, char **argv) {
  static char stack[65536] __attribute__((aligned(16)));
  if (argc != 2) return 64;
  const char *mode = argv[1];
  if (strcmp(mode, "vfork") == 0) {
    pid_t id = vfork();
    if (id == 0) {
      usleep(100000);
      shared = 1;
      execl("/bin/true", "true", (char *)NULL);
      _exit(127);
    }
    printf("the child came first: %d\n", shared);
    expect_success(id);
  } else if (strcmp(mode, "storm") == 0) {
    for (int i = 0; i < 200; i++) {
      pid_t id = fork();
      if (id < 0) fail("fork");
      if (id == 0) {
        usleep(1000);
        _exit(i % 7);
      }
    }
    int sum = 0, status;
    while (wait(&status) > 0) sum += WEXITSTATUS(status);
    printf("the statuses add up to %d\n", sum);
  } else if (strcmp(mode, "clone3") == 0) {
    struct clone_args args = {.exit_signal = SIGCHLD};
    pid_t id = (pid_t)syscall(SYS_clone3, &args, sizeof args);
    if (id == 0) child(NULL);
    expect_success(id);
    puts("a child by clone3");
  } else if (strcmp(mode, "daemon") == 0) {
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
    pid_t id = fork();
    if (id == 0) {
      if (setsid() < 0) fail("setsid");
      if (fork() == 0) {
        usleep(50000);
        _exit(5);
      }
      _exit(0);
    }
    expect_success(id);
    int status;
    if (wait(&status) < 0) fail("wait");
    printf("the daemon ended with %d\n", WEXITSTATUS(status));
  } else {
    int flags = strcmp(mode, "untraced") == 0 ? CLONE_UNTRACED | SIGCHLD
                : strcmp(mode, "parent") == 0 ? CLONE_PARENT | SIGCHLD
                                              : CLONE_VM | CLONE_FILES | CLONE_FS | SIGCHLD;
    if (strcmp(mode, "parent") == 0) {
      // A parent that this program can wait in.
      pid_t id = fork();
      if (id == 0) {
        if (clone(child, stack + sizeof stack, flags, NULL) < 0) fail("clone");
        _exit(0);
      }
      expect_success(id);
      int status;
      if (wait(&status) < 0) fail("the sibling");
      printf("the sibling ended with %d\n", WEXITSTATUS(status));
      return 0;
    }
    pid_t id = clone(child, stack + sizeof stack, flags, NULL);
    expect_success(id);
    printf("memory is %s\n", shared == 42 ? "shared" : "its own");
  }
  return 0;
}

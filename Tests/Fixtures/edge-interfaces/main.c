// Ways round or beside a tracer: each prints what the kernel answers.
//
//     edge-interfaces i386|x32|uring|filter|listener|dumpable|traceme
//     edge-interfaces listening COMMAND...     executes a command below a listener
//     edge-interfaces contained COMMAND...     executes a command as containers' default profiles do:
//                                              without pidfd_getfd and unshare

#include "../alert-fixture.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>

static void say(const char *what, long result) {
  printf("%s: %s\n", what, result < 0 ? strerrorname_np(errno) : "done");
}

int main(int argc, char **argv) {
  if (argc < 2) return 64;
  const char *mode = argv[1];
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 99),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {4, code};
  if (strcmp(mode, "i386") == 0) {
    long id;
    // getpid of the 32-bit interface.
    __asm__ volatile("int $0x80" : "=a"(id) : "a"(20L) : "memory");
    printf("getpid by int 0x80: %s\n", id == getpid() ? "its id" : id == -38 ? "ENOSYS" : "another answer");
  } else if (strcmp(mode, "x32") == 0) {
    say("getpid of x32", syscall(0x40000000 | SYS_getpid));
  } else if (strcmp(mode, "uring") == 0) {
    char params[120] = {0};
    say("io_uring_setup", syscall(SYS_io_uring_setup, 4, params));
  } else if (strcmp(mode, "filter") == 0 || strcmp(mode, "listener") == 0) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
    long flags = strcmp(mode, "listener") == 0 ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0;
    say("filter", syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program));
    errno = 0;
    (void)syscall(SYS_getppid);
    printf("its own filter answers %d\n", errno);
    int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    say("open", file);
  } else if (strcmp(mode, "listening") == 0) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
    long file =
        syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    // The command inherits it, so that it lasts.
    if (file < 0 || fcntl((int)file, F_SETFD, 0) != 0) fail("listener");
    execv(argv[2], argv + 2);
    fail("exec");
  } else if (strcmp(mode, "contained") == 0) {
    struct sock_filter profile[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_pidfd_getfd, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_unshare, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog contained = {5, profile};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &contained) != 0) fail("filter");
    execv(argv[2], argv + 2);
    fail("exec");
  } else if (strcmp(mode, "dumpable") == 0) {
    say("dumpable", prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
    say("open", open("/etc/passwd", O_RDONLY | O_CLOEXEC));
  } else {
    pid_t child = fork();
    if (child == 0) {
      say("traceme", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
      exit(0);
    }
    int status;
    waitpid(child, &status, 0);
  }
  return 0;
}

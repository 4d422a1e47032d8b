// Programs with filters of their own, with listeners, and that refuse to be traced.

#include "../edge-case.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>

// Has getppid answered so in this process, and all other calls as before; answers a listener's
// descriptor, 0, or -1.
static long answer(uint32_t action, unsigned flags) {
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, action),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {COUNT(code), code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
}

static void on_trap(int number, siginfo_t *info, void *context) {
  (void)context;
  printf("%s: code %d, its call: %d, data %d\n", sigabbrev_np(number), info->si_code, info->si_syscall == SYS_getppid, info->si_errno);
}

static uint32_t wanted;

static void asks(void) {
  struct sigaction action = {.sa_sigaction = on_trap, .sa_flags = SA_SIGINFO};
  sigaction(SIGSYS, &action, NULL);
  if (answer(wanted, 0) != 0) fail("filter");
  open_one();
  errno = 0;
  long result = syscall(SYS_getppid);
  printf("getppid: %s, %s\n", result == getppid() ? "its parent" : "not its parent", errno ? strerrorname_np(errno) : "no error");
  open_one();
}

static void asks_quietly(void) {
  if (answer(wanted, 0) != 0) fail("filter");
  open_one();
  (void)syscall(SYS_getppid);
  _exit(1);
}

static void *asks_in_thread(void *unused) {
  (void)unused;
  asks_quietly();
  return NULL;
}

static void kills_a_thread(void) {
  start_thread(asks_in_thread, NULL);
  // The thread ends alone; this one waits until it is gone.
  int count;
  do {
    char line[128];
    FILE *file = fopen("/proc/self/status", "re");
    count = 0;
    while (file != NULL && fgets(line, sizeof line, file) != NULL) sscanf(line, "Threads: %d", &count);
    if (file != NULL) fclose(file);
  } while (count != 1);
  _exit(7);
}

static void filters(void) {
  wanted = SECCOMP_RET_ERRNO | EXDEV;
  expect_success(start(asks));
  wanted = SECCOMP_RET_TRAP | 5;
  expect_success(start(asks));
  wanted = SECCOMP_RET_LOG;
  expect_success(start(asks));
  wanted = SECCOMP_RET_KILL_PROCESS;
  int status;
  wait_status(start(asks_quietly), &status, 0);
  say_status("the whole process", status & ~0x80);
  wanted = SECCOMP_RET_KILL_THREAD;
  wait_status(start(asks_quietly), &status, 0);
  say_status("its only thread", status & ~0x80);
  say_wait("one of two threads", start(kills_a_thread), 0);
}

// What a filter leaves to a tracer fails where there is none that answers for it.
static void left_to_a_tracer(void) {
  wanted = SECCOMP_RET_TRACE | 17;
  expect_success(start(asks));
}

static void strictly(void) {
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) != 0) _exit(3);
  (void)syscall(SYS_getppid);
  _exit(1);
}

// A mode that can't be had beside a filter.
static void strict(void) {
  int status;
  wait_status(start(strictly), &status, 0);
  say_status("strict mode", status & ~0x80);
}

static void listens(void) {
  long listener = answer(SECCOMP_RET_USER_NOTIF, SECCOMP_FILTER_FLAG_NEW_LISTENER);
  if (listener < 0) {
    say("listener", listener);
    exit(0);
  }
  pid_t id = fork();
  if (id == 0) {
    long result = syscall(SYS_getppid);
    printf("the listener answers: %ld\n", result);
    fflush(stdout);
    _exit(0);
  }
  struct seccomp_notif request = {0};
  if (ioctl((int)listener, SECCOMP_IOCTL_NOTIF_RECV, &request) != 0) fail("receive");
  struct seccomp_notif_resp response = {.id = request.id, .val = 4711};
  if (ioctl((int)listener, SECCOMP_IOCTL_NOTIF_SEND, &response) != 0) fail("send");
  expect_success(id);
  exit(0);
}

static void listener(void) { expect_success(start(listens)); }

// As systemd-run has a service: session, limits, namespaces, privileges, filter, execution.
static void as_a_service(void) {
  if (fork() != 0) {
    say_wait("the service", -1, 0);
    return;
  }
  if (setsid() < 0) fail("setsid");
  struct rlimit limit = {64, 64};
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0) fail("setrlimit");
  enter_namespaces(CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC);
  say("private", mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL));
  say("a directory of its own", mount("none", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777"));
  say("bind", mount("/usr", "/usr", NULL, MS_BIND | MS_REC, NULL));
  say("read-only", mount(NULL, "/usr", NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL));
  write_file("/tmp/own", "text");
  for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++)
    prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0);
  wanted = SECCOMP_RET_ERRNO | EOPNOTSUPP;
  if (answer(wanted, 0) != 0) fail("filter");
  become("served");
}

static void served(void) {
  errno = 0;
  (void)syscall(SYS_getppid);
  printf("its filter: %s\n", strerrorname_np(errno));
  say("its file", access("/tmp/own", R_OK));
  say("to write there", access("/usr", W_OK));
  open_one();
  exit(6);
}

// Programs that refuse to be traced.

static void asks_for_a_tracer(void) {
  say("PTRACE_TRACEME", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
  exit(0);
}

static void traceme(void) { expect_success(start(asks_for_a_tracer)); }

static void waits(void) { pause(); }

static void attach(void) {
  pid_t id = start(waits);
  say("PTRACE_SEIZE", ptrace(PTRACE_SEIZE, id, NULL, NULL));
  kill(id, SIGKILL);
  say_wait("it", id, 0);
}

static void undumpable(void) {
  say("dumpable", prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
  open_one();
  int file = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  printf("its memory, by its owner: %s\n", file >= 0 ? "open" : strerrorname_np(errno));
  pid_t id = start(open_one);
  say_wait("its child", id, 0);
  // What is executed can be read again.
  become("says-hello");
}

static void says_hello(void) { puts("hello"); }

static void looks_for_a_tracer(void) {
  char line[128];
  int tracer = 0;
  FILE *file = fopen("/proc/self/status", "re");
  while (file != NULL && fgets(line, sizeof line, file) != NULL) sscanf(line, "TracerPid: %d", &tracer);
  puts(tracer == 0 ? "nobody traces it" : "refuses to run: traced");
  exit(tracer == 0 ? 0 : 9);
}

static const struct edge_case cases[] = {
    {"served", served}, {"says-hello", says_hello}, {"filters", filters},
    {"left-to-tracer", left_to_a_tracer}, {"strict", strict}, {"listener", listener},
    {"service", as_a_service}, {"traceme", traceme}, {"attach", attach},
    {"undumpable", undumpable}, {"tracer", looks_for_a_tracer},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

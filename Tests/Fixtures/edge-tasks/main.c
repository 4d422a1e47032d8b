// Processes and threads that are made in every way.

#include "../edge-case.h"

#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/time.h>

static atomic_long counter;
static char stack[65536] __attribute__((aligned(16)));

static void exits_7(void) { exit(7); }

static void says_executed(void) { puts("executed"); }

// A vfork child that takes its time, while the parent's other threads go on and a signal waits.

static volatile sig_atomic_t alarms;

static void on_alarm(int number) {
  (void)number;
  alarms++;
}

static void *counts(void *unused) {
  (void)unused;
  for (;;) {
    open_one();
    counter++;
  }
  return NULL;
}

static void slow_vfork(void) {
  // A signal of the process is any thread's that does not block it.
  sigset_t alarm;
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  sigprocmask(SIG_BLOCK, &alarm, NULL);
  signal(SIGALRM, on_alarm);
  start_thread(counts, NULL);
  sigprocmask(SIG_UNBLOCK, &alarm, NULL);
  for (int how = 0; how < 3; how++) {
    alarms = 0;
    pid_t id = vfork();
    if (id == 0) {
      // It shares the memory: what it sees of the counter is what the other thread does.
      long before = counter;
      kill(getppid(), SIGALRM);
      while (counter < before + 20) open_one();
      if (how == 0) _exit(3);
      if (how == 1) become("exits-7");
      execl("/nowhere", "nowhere", (char *)NULL);
      _exit(errno == ENOENT ? 4 : 5);
    }
    printf("signals when vfork returned: %d\n", (int)alarms);
    say_wait("the child of vfork", id, 0);
  }
}

static void nested_vfork(void) {
  volatile int depth = 0;
  pid_t id = vfork();
  if (id == 0) {
    depth++;
    pid_t inner = vfork();
    if (inner == 0) {
      depth++;
      pid_t innermost = vfork();
      if (innermost == 0) {
        depth++;
        become("says-executed");
      }
      waitpid(innermost, NULL, 0);
      _exit(0);
    }
    waitpid(inner, NULL, 0);
    _exit(depth);
  }
  say_wait("three by vfork", id, 0);
  printf("depth: %d\n", depth);
}

// clone with each sharing flag alone and with all, and as the sibling of its maker.

static int memory_seen;

static int shares(void *unused) {
  (void)unused;
  memory_seen = 1;
  if (chdir("/etc") != 0) _exit(1);
  int file = open("passwd", O_RDONLY);
  if (file < 0 || dup2(file, 100) != 100) _exit(2);
  _exit(6);
}

static int makes_a_sibling(void *flags) {
  if (clone(shares, stack + sizeof stack, (int)(intptr_t)flags | SIGCHLD, NULL) < 0) _exit(1);
  _exit(0);
}

static void clone_flags(void) {
  static const struct {
    const char *name;
    int flags;
  } kinds[] = {
      {"none", 0}, {"VM", CLONE_VM}, {"FILES", CLONE_FILES}, {"FS", CLONE_FS},
      {"VM, FILES, FS", CLONE_VM | CLONE_FILES | CLONE_FS},
      {"VM, VFORK", CLONE_VM | CLONE_VFORK}, {"VM, SIGHAND", CLONE_VM | CLONE_SIGHAND},
      {"UNTRACED", CLONE_UNTRACED},
      {"VM, FILES, FS, PARENT, UNTRACED", CLONE_VM | CLONE_FILES | CLONE_FS | CLONE_PARENT | CLONE_UNTRACED},
      {"PARENT", CLONE_PARENT},
  };
  for (size_t index = 0; index < COUNT(kinds); index++) {
    memory_seen = 0;
    close(100);
    if (chdir("/") != 0) fail("chdir");
    fflush(stdout);
    bool is_sibling = kinds[index].flags & CLONE_PARENT;
    // The child of this process's parent would be beyond its reach: one between makes it its own.
    pid_t id = is_sibling
                   ? clone(makes_a_sibling, stack + sizeof stack / 2, kinds[index].flags & ~CLONE_PARENT & ~CLONE_UNTRACED,
                           (void *)(intptr_t)kinds[index].flags)
                   : clone(shares, stack + sizeof stack, kinds[index].flags | SIGCHLD, NULL);
    int status, sum = 0;
    if (id < 0) fail("clone");
    while (wait_status(-1, &status, __WALL) > 0) sum += WEXITSTATUS(status);
    printf("%s: exited with %d", kinds[index].name, sum);
    char place[16] = "";
    if (getcwd(place, sizeof place) == NULL) fail("getcwd");
    printf("; memory %d, directory %s, descriptor %d\n", memory_seen, place, fcntl(100, F_GETFD) >= 0);
  }
}

static void clone_signal(void) {
  // A child whose end is told by another signal, or by none: __WCLONE children.
  static const int signals[] = {0, SIGUSR1};
  signal(SIGUSR1, on_alarm);
  for (size_t index = 0; index < COUNT(signals); index++) {
    int status;
    pid_t id = clone(shares, stack + sizeof stack, signals[index], NULL);
    if (id < 0) fail("clone");
    printf("without __WCLONE: %s\n", waitpid(id, &status, 0) < 0 ? strerrorname_np(errno) : "a child");
    if (wait_status(id, &status, __WCLONE) != id) fail("__WCLONE");
    say_status("with it", status);
  }
  printf("signals: %d\n", (int)alarms);
}

static void pidfd(void) {
  int descriptor = -1;
  make_told();
  pid_t id = (pid_t)syscall(SYS_clone, CLONE_PIDFD | SIGCHLD, NULL, &descriptor, NULL, NULL);
  if (id == 0) {
    tell();
    pause();
    _exit(1);
  }
  await_told();
  struct pollfd wait = {descriptor, POLLIN, 0};
  printf("readable before its end: %d\n", poll(&wait, 1, 0));
  say("pidfd_send_signal", syscall(SYS_pidfd_send_signal, descriptor, SIGTERM, NULL, 0));
  printf("readable after its end: %d\n", poll(&wait, 1, -1));
  siginfo_t info;
  if (waitid(P_PIDFD, (id_t)descriptor, &info, WEXITED) != 0) fail("waitid");
  printf("its own: %d; code %d, signal %s\n", info.si_pid == id, info.si_code, sigabbrev_np(info.si_status));
  uint64_t three = 0;
  struct clone_args args = {.flags = CLONE_PIDFD | CLONE_CLEAR_SIGHAND, .pidfd = (uintptr_t)&three, .exit_signal = SIGCHLD};
  id = (pid_t)syscall(SYS_clone3, &args, sizeof args);
  if (id == 0) _exit(8);
  if (id < 0) fail("clone3");
  if (waitid(P_PIDFD, (id_t)(int)three, &info, WEXITED) != 0) fail("waitid");
  printf("clone3: its own: %d; exited with %d\n", info.si_pid == id, info.si_status);
}

static void cgroup(void) {
  char mounted[] = "/tmp/dftrace-cgroup-XXXXXX", group[128], text[4096] = "";
  // Seen by nobody else: the mount goes with this process.
  if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    skip("no mounts of one's own, so no cgroup2 to write to");
  if (mkdtemp(mounted) == NULL) fail("mkdtemp");
  snprintf(group, sizeof group, "%s/dftrace-%d", mounted, (int)getpid());
  bool has = mount("none", mounted, "cgroup2", 0, NULL) == 0 && mkdir(group, 0700) == 0;
  int directory = has ? open(group, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  make_told();
  struct clone_args args = {.flags = CLONE_INTO_CGROUP, .exit_signal = SIGCHLD, .cgroup = (uint64_t)directory};
  pid_t id = directory < 0 ? -1 : (pid_t)syscall(SYS_clone3, &args, sizeof args);
  if (id == 0) {
    int file = open("/proc/self/cgroup", O_RDONLY);
    ssize_t count = read(file, text, sizeof text - 1);
    _exit(count > 0 && strstr(text, strrchr(group, '/')) != NULL ? 9 : 1);
  }
  if (id > 0) say_wait("in its group from the start", id, 0);
  // The group can be removed when nobody is in it: its process has been waited for.
  if (has && rmdir(group) != 0) fail("rmdir of the group");
  umount2(mounted, MNT_DETACH);
  rmdir(mounted);
  if (id < 0) skip("no cgroup2 that can be written to");
}

static void in_pid_namespace(void) {
  printf("its id is %d, its parent's %d\n", (int)getpid(), (int)getppid());
  pid_t id = start(exits_7);
  printf("the next is %d\n", (int)id);
  say_wait("it", id, 0);
  // An orphan is its child, and is killed when it exits.
  id = fork();
  if (id == 0) {
    if (fork() == 0) pause();
    _exit(0);
  }
  say_wait("the orphan's parent", id, 0);
  // Signals without a handler do nothing to the init process of a namespace.
  kill(getpid(), SIGTERM);
  execl("/proc/self/exe", "fixture", "exits-7", (char *)NULL);
}

static void namespaces(void) {
  enter_namespaces(CLONE_NEWPID);
  say_wait("the init process", start(in_pid_namespace), 0);
  say("another after its end", fork());
  printf("left: %d\n", collect());
}

static void user_namespace(void) {
  pid_t id = (pid_t)syscall(SYS_clone, CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWUTS | SIGCHLD, NULL, NULL, NULL, NULL);
  if (id < 0) skip("no user namespaces");
  if (id == 0) {
    printf("user %d, process %d\n", (int)getuid(), (int)getpid());
    say("sethostname", sethostname("inner", 5));
    say("mount", mount("none", "/tmp", "tmpfs", 0, NULL));
    open_one();
    execl("/proc/self/exe", "fixture", "exits-7", (char *)NULL);
    _exit(126);
  }
  say_wait("the process in it", id, 0);
}

static const struct edge_case cases[] = {
    {"exits-7", exits_7}, {"says-executed", says_executed}, {"vfork-slow", slow_vfork},
    {"vfork-nested", nested_vfork}, {"clone-flags", clone_flags}, {"clone-signal", clone_signal},
    {"pidfd", pidfd}, {"cgroup", cgroup}, {"pid-namespace", namespaces},
    {"user-namespace", user_namespace},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

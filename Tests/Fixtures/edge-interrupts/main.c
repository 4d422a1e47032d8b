// Signals at every instant, and every way to receive them.

#include "../edge-case.h"

#include <poll.h>
#include <setjmp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

static volatile sig_atomic_t signals;
static timer_t timer;

static void on_signal(int number) {
  int error = errno;
  (void)number;
  signals++;
  errno = error;
}

static void on_signal_opens(int number) {
  int error = errno;
  (void)number;
  signals++;
  open_one();
  errno = error;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  if (sigaction(number, &action, NULL) != 0) fail("sigaction");
}

// A signal after so many nanoseconds.
static void after(long nanoseconds) {
  struct itimerspec when = {.it_value = {0, nanoseconds}};
  if (timer_settime(timer, 0, &when, NULL) != 0) fail("timer_settime");
}

static void make_timer(void) {
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) fail("timer_create");
}

// Calls that never fail with EINTR, some that dftrace looks at and some that it does not.
static int calls(void) {
  int failed = 0;
  int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  failed += file < 0;
  char buffer[64];
  failed += pread(file, buffer, sizeof buffer, 0) <= 0;
  failed += close(file) != 0;
  void *memory = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  failed += memory == MAP_FAILED;
  failed += mprotect(memory, 4096, PROT_READ | PROT_WRITE) != 0;
  failed += munmap(memory, 4096) != 0;
  failed += unlink("/nowhere/at/all") == 0 || errno != ENOENT;
  int ends[2];
  failed += socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0;
  failed += sendto(ends[0], "x", 1, 0, NULL, 0) != 1;
  failed += recv(ends[1], buffer, 1, 0) != 1;
  close(ends[0]);
  close(ends[1]);
  failed += kill(getpid(), 0) != 0;
  failed += access("/etc/passwd", R_OK) != 0;
  return failed;
}

// A signal at ever later moments of a series of calls, with each kind of handler.
static void phases(void) {
  static const struct {
    const char *name;
    void (*handler)(int);
    int flags;
  } kinds[] = {
      {"without SA_RESTART", on_signal, 0},
      {"with it", on_signal, SA_RESTART},
      {"that makes calls", on_signal_opens, 0},
      {"that makes calls, with it", on_signal_opens, SA_RESTART},
  };
  int rounds = many(300, 20000);
  make_timer();
  for (size_t kind = 0; kind < COUNT(kinds); kind++) {
    int failed = 0;
    handle(SIGUSR1, kinds[kind].handler, kinds[kind].flags);
    signals = 0;
    for (int round = 0; round < rounds; round++) {
      after(1 + round * 7919 % 400000);
      failed += calls();
    }
    while (signals < rounds / 2) failed += calls() + (after(1), 0);
    printf("a handler %s: %d failed\n", kinds[kind].name, failed);
  }
}

// The same while children are made in every way, who get none of it.
static void in_making(void) {
  int rounds = many(60, 3000), sum = 0;
  make_timer();
  handle(SIGUSR1, on_signal_opens, SA_RESTART);
  for (int round = 0; round < rounds; round++) {
    int status;
    after(1 + round * 104729 % 900000);
    pid_t id = round % 3 == 0 ? vfork() : fork();
    if (id == 0) {
      if (round % 3 == 1) become("exits-2");
      _exit(2);
    }
    if (id < 0) fail("fork");
    wait_status(id, &status, 0);
    sum += WIFEXITED(status) ? WEXITSTATUS(status) : 100;
  }
  printf("%d children, statuses %d\n", rounds, sum);
}

static void exits_2(void) { _exit(2); }

static int values[512];
static volatile sig_atomic_t count;

static void on_value(int number, siginfo_t *info, void *context) {
  (void)context;
  if (count < 512) values[count++] = (number - SIGRTMIN) * 1000 + info->si_value.sival_int;
}

static pid_t receiver;

static void sends_values(void) {
  // The last kind first: what has the lower number arrives first all the same.
  for (int kind = 2; kind >= 0; kind--)
    for (int index = 0; index < 100; index++)
      if (sigqueue(receiver, SIGRTMIN + kind, (union sigval){.sival_int = index}) != 0) _exit(1);
}

static void real_time(void) {
  sigset_t set;
  sigemptyset(&set);
  receiver = getpid();
  struct sigaction action = {.sa_sigaction = on_value, .sa_flags = SA_SIGINFO};
  for (int kind = 0; kind < 3; kind++) sigaddset(&set, SIGRTMIN + kind);
  // One handler at a time, or the next signal would interrupt it.
  action.sa_mask = set;
  for (int kind = 0; kind < 3; kind++) sigaction(SIGRTMIN + kind, &action, NULL);
  sigprocmask(SIG_BLOCK, &set, NULL);
  expect_success(start(sends_values));
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  int wrong = 0;
  for (int index = 0; index < count; index++) wrong += values[index] != index / 100 * 1000 + index % 100;
  printf("%d arrived, %d out of order\n", (int)count, wrong);
  siginfo_t info = {.si_code = -7, .si_value.sival_int = 77};
  count = 0;
  say("rt_tgsigqueueinfo", syscall(SYS_rt_tgsigqueueinfo, getpid(), (pid_t)syscall(SYS_gettid), SIGRTMIN, &info));
  printf("%d with %d\n", (int)count, values[0]);
}

static void by_descriptor(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGRTMIN);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGCHLD);
  sigprocmask(SIG_BLOCK, &set, NULL);
  int descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  struct signalfd_siginfo info;
  receiver = getpid();
  say("nothing yet", read(descriptor, &info, sizeof info));
  kill(receiver, SIGUSR1);
  kill(receiver, SIGUSR1);
  for (int index = 0; index < 3; index++) sigqueue(receiver, SIGRTMIN, (union sigval){.sival_int = index});
  pid_t id = start(exits_2);
  // Its end may come whenever it likes; the others wait in the order of their numbers.
  siginfo_t ended;
  if (waitid(P_PID, (id_t)id, &ended, WEXITED | WNOWAIT) != 0) fail("waitid");
  struct pollfd wait = {descriptor, POLLIN, 0};
  while (poll(&wait, 1, 0) == 1 && read(descriptor, &info, sizeof info) == sizeof info)
    printf("%s: value %d, code %d, sender %s\n", info.ssi_signo == (unsigned)SIGRTMIN ? "RTMIN" : sigabbrev_np((int)info.ssi_signo),
           info.ssi_int * (info.ssi_code == SI_QUEUE), info.ssi_code,
           (pid_t)info.ssi_pid == receiver ? "itself" : (pid_t)info.ssi_pid == id ? "the child" : "another");
  wait_status(id, &(int){0}, 0);
}

static sigjmp_buf back;
static char alternative[65536];
static volatile sig_atomic_t was_on_stack;

static void on_overflow(int number) {
  (void)number;
  char here;
  was_on_stack = &here >= alternative && &here < alternative + sizeof alternative;
  open_one();
  siglongjmp(back, 1);
}

static int overflow(int depth) {
  volatile char room[4096];
  room[0] = (char)depth;
  if (depth == INT_MAX) return 0;
  return overflow(depth + 1) + room[0];
}

static void other_stack(void) {
  stack_t stack = {.ss_sp = alternative, .ss_size = sizeof alternative};
  struct rlimit limit = {1 << 20, RLIM_INFINITY};
  setrlimit(RLIMIT_STACK, &limit);
  if (sigaltstack(&stack, NULL) != 0) fail("sigaltstack");
  handle(SIGSEGV, on_overflow, SA_ONSTACK);
  static volatile int round;
  for (round = 0; round < 5; round++)
    if (sigsetjmp(back, 1) == 0) overflow(0);
  printf("%d overflows, on the other stack: %d\n", (int)round, (int)was_on_stack);
}

static volatile sig_atomic_t order[8], ordered;

static void on_ordered(int number) {
  if (ordered < 8) order[ordered++] = number;
}

// Blocked signals of several kinds, what waits for them, and what handlers block.
static void masks(void) {
  sigset_t set, before;
  sigfillset(&set);
  sigprocmask(SIG_BLOCK, &set, &before);
  handle(SIGUSR1, on_ordered, 0);
  handle(SIGUSR2, on_ordered, SA_RESETHAND);
  handle(SIGTERM, on_ordered, SA_NODEFER);
  static const int sent[] = {SIGTERM, SIGUSR2, SIGUSR1, SIGUSR1};
  for (size_t index = 0; index < COUNT(sent); index++) kill(getpid(), sent[index]);
  sigset_t pending;
  sigpending(&pending);
  printf("pending: %d %d %d\n", sigismember(&pending, SIGUSR1), sigismember(&pending, SIGUSR2), sigismember(&pending, SIGTERM));
  struct timespec now = {0};
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, SIGUSR2);
  printf("sigtimedwait: %s\n", sigabbrev_np(sigtimedwait(&one, NULL, &now)));
  printf("again: %s\n", sigtimedwait(&one, NULL, &now) < 0 ? strerrorname_np(errno) : "another");
  say("sigsuspend", sigsuspend(&before));
  printf("handlers: %d\n", (int)ordered);
  sigprocmask(SIG_SETMASK, &before, NULL);
  kill(getpid(), SIGUSR2);
  struct sigaction action;
  sigaction(SIGUSR2, NULL, &action);
  printf("reset: %d, handlers: %d\n", action.sa_handler == SIG_DFL, (int)ordered);
  // ppoll lets a signal in that was blocked, and nowhere else.
  sigprocmask(SIG_BLOCK, &set, NULL);
  kill(getpid(), SIGUSR1);
  say("ppoll", ppoll(NULL, 0, NULL, &before));
  printf("handlers: %d\n", (int)ordered);
}


static void dies_with_parent(void) {
  handle(SIGUSR1, on_signal, 0);
  sigset_t set, before;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, &before);
  if (prctl(PR_SET_PDEATHSIG, SIGUSR1) != 0) _exit(1);
  tell();
  sigsuspend(&before);
  _exit(40 + signals);
}

static void makes_a_mourner(void) {
  start(dies_with_parent);
  await_told();
  _exit(0);
}

static void death_of_parent(void) {
  make_told();
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  expect_success(start(makes_a_mourner));
  say_wait("whose parent has died", -1, 0);
}

static const struct edge_case cases[] = {
    {"exits-2", exits_2}, {"phases", phases}, {"making", in_making}, {"real-time", real_time},
    {"signalfd", by_descriptor}, {"stack", other_stack}, {"masks", masks}, {"parent", death_of_parent},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

// timer: a timer every millisecond whose handler has SA_RESTART, while calls are made and awaited.
// queue: real-time signals arrive all, in their order, with their values.
// altstack: an overflow of the stack is handled on another one.
// mask: what is blocked stays so, and arrives when it is not.
// child: what a parent is told of a child that stops, goes on and ends.

#include "../alert-fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>

static volatile sig_atomic_t ticks;
static int values[64];
static volatile sig_atomic_t count;

static void tick(int number) {
  (void)number;
  ticks++;
  int file = open("/etc/hostname", O_RDONLY | O_CLOEXEC);
  if (file >= 0) close(file);
}

static void queued(int number, siginfo_t *info, void *unused) {
  (void)number;
  (void)unused;
  if (count < 64) values[count++] = info->si_value.sival_int;
}

static void overflowed(int number) {
  (void)number;
  static const char text[] = "handled on another stack\n";
  (void)!write(1, text, sizeof text - 1);
  _exit(3);
}

static int deeper(volatile int depth) {
  volatile char room[4096];
  room[0] = (char)depth;
  return depth < 0 ? depth : deeper(depth + 1) + room[0];
}

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  struct sigaction action = {.sa_flags = SA_RESTART};
  if (strcmp(argv[1], "timer") == 0) {
    int ends[2], opened = 0;
    char byte;
    if (pipe(ends) != 0) fail("pipe");
    pid_t child = fork();
    if (child == 0) {
      for (int i = 0; i < 50; i++) {
        usleep(2000);
        if (write(ends[1], "x", 1) != 1) fail("write");
      }
      _exit(0);
    }
    action.sa_handler = tick;
    sigaction(SIGALRM, &action, NULL);
    struct itimerval timer = {{0, 1000}, {0, 1000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    for (int i = 0; i < 50; i++) {
      if (read(ends[0], &byte, 1) != 1) fail("read");
      int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
      if (file < 0) fail("open");
      close(file);
      opened++;
    }
    memset(&timer, 0, sizeof timer);
    setitimer(ITIMER_REAL, &timer, NULL);
    expect_success(child);
    printf("opened %d, %s\n", opened, ticks > 10 ? "with signals" : "without signals");
  } else if (strcmp(argv[1], "queue") == 0) {
    action.sa_sigaction = queued;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigaction(SIGRTMIN + 3, &action, NULL);
    pid_t child = fork();
    if (child == 0) {
      for (int i = 0; i < 50; i++)
        if (sigqueue(getppid(), SIGRTMIN + 3, (union sigval){.sival_int = i}) != 0) fail("sigqueue");
      _exit(0);
    }
    expect_success(child);
    for (int i = 0; i < 50; i++)
      if (values[i] != i) fail("another order");
    printf("%d in their order\n", (int)count);
  } else if (strcmp(argv[1], "altstack") == 0) {
    struct rlimit limit = {1 << 20, 1 << 20};
    setrlimit(RLIMIT_STACK, &limit);
    stack_t other = {.ss_sp = malloc(65536), .ss_size = 65536};
    sigaltstack(&other, NULL);
    action.sa_handler = overflowed;
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGSEGV, &action, NULL);
    return deeper(0);
  } else if (strcmp(argv[1], "mask") == 0) {
    sigset_t set, pending;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    action.sa_handler = tick;
    sigaction(SIGUSR1, &action, NULL);
    raise(SIGUSR1);
    sigpending(&pending);
    printf("pending %d, handled %d\n", sigismember(&pending, SIGUSR1), (int)ticks);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    printf("handled %d\n", (int)ticks);
  } else {
    int ends[2];
    char byte = 'x';
    if (pipe(ends) != 0) fail("pipe");
    pid_t child = fork();
    if (child == 0) {
      // In a group of its own, which SIGTSTP stops whoever started this program. It goes on only when the parent has
      // seen that it goes on: of one that has ended nobody is told any more that it had been continued.
      if (setpgid(0, 0) != 0) fail("setpgid");
      for (int round = 0; round < 2; round++) {
        raise(round == 0 ? SIGSTOP : SIGTSTP);
        if (read(ends[0], &byte, 1) != 1) fail("read");
      }
      _exit(9);
    }
    siginfo_t info;
    for (int round = 0; round < 2; round++) {
      if (waitid(P_PID, (id_t)child, &info, WSTOPPED) != 0) fail("waitid");
      printf("code %d status %d\n", info.si_code, info.si_status);
      kill(child, SIGCONT);
      if (waitid(P_PID, (id_t)child, &info, WCONTINUED) != 0) fail("waitid");
      printf("code %d status %d\n", info.si_code, info.si_status);
      if (write(ends[1], &byte, 1) != 1) fail("write");
    }
    if (waitid(P_PID, (id_t)child, &info, WEXITED) != 0) fail("waitid");
    printf("code %d status %d\n", info.si_code, info.si_status);
  }
  return 0;
}

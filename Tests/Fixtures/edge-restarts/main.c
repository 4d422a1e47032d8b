// What becomes of calls that wait when a signal arrives, or a stop and its end.

#include "../edge-case.h"

#include <linux/futex.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/socket.h>

#include <sys/un.h>

static int ends[2], is_restarting;
static char fifo[64];
static volatile sig_atomic_t signals;
static atomic_int *word;

static void on_signal(int number) {
  (void)number;
  signals++;
}

static long reads(void) {
  char byte;
  return read(ends[0], &byte, 1);
}

static long polls(void) {
  struct pollfd wait = {ends[0], POLLIN, 0};
  return poll(&wait, 1, 600000);
}

static long selects(void) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(ends[0], &set);
  return select(ends[0] + 1, &set, NULL, NULL, &(struct timeval){600, 0});
}

static long epolls(void) {
  int descriptor = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN};
  epoll_ctl(descriptor, EPOLL_CTL_ADD, ends[0], &event);
  return epoll_wait(descriptor, &event, 1, 600000);
}

static long futexes(void) {
  return syscall(SYS_futex, word, FUTEX_WAIT, 0, NULL, NULL, 0);
}

static long timed_futexes(void) {
  return syscall(SYS_futex, word, FUTEX_WAIT, 0, &(struct timespec){600, 0}, NULL, 0);
}

static pid_t waited_for;

static long waits(void) { return waitpid(waited_for, NULL, 0); }

static long opens(void) { return open(fifo, O_RDONLY | O_CLOEXEC); }

static int listener;

static long waits_for_signal(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  return sigwaitinfo(&set, NULL);
}

static long pauses(void) { return pause(); }

static long accepts(void) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC); }

static long receives(void) {
  char byte;
  struct iovec vector = {&byte, 1};
  struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1};
  return recvmsg(ends[0], &message, 0);
}

static long sleeps_absolutely(void) {
  struct timespec when;
  clock_gettime(CLOCK_MONOTONIC, &when);
  when.tv_sec += 600;
  int error = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &when, NULL);
  errno = error;
  return error != 0 ? -1 : 0;
}

// A call that waits, and how what it waits for is brought about; nil when it only ends by a signal.
static const struct call {
  const char *name;
  long (*make)(void);
  bool is_endless;
} all[] = {
    {"read", reads, false}, {"poll", polls, false}, {"select", selects, false},
    {"epoll_wait", epolls, false}, {"futex", futexes, false},
    {"futex with a timeout", timed_futexes, false}, {"waitpid", waits, false},
    {"open of a FIFO", opens, false}, {"accept", accepts, false}, {"recvmsg", receives, false},
    {"clock_nanosleep until", sleeps_absolutely, true}, {"sigwaitinfo", waits_for_signal, false},
    {"pause", pauses, true},
};

static const struct call *made;

static void makes(void) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = is_restarting ? SA_RESTART : 0};
  sigset_t set;
  sigaction(SIGUSR1, &action, NULL);
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigprocmask(SIG_BLOCK, &set, NULL);
  // The end of a child is a signal, which the other calls shall not have.
  waited_for = made->make == waits ? fork() : 0;
  if (waited_for == 0 && made->make == waits) {
    // Ends when the other end of the pipe is closed or written to.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    struct pollfd wait = {ends[0], POLLIN, 0};
    poll(&wait, 1, -1);
    _exit(0);
  }
  tell();
  long result = made->make();
  printf("%s: %s, signals %d\n", made->name, result < 0 ? strerrorname_np(errno) : "done", (int)signals);
  fflush(stdout);
  if (waited_for > 0) kill(waited_for, SIGKILL);
  _exit(0);
}

// What every one of the calls waits for.
static void bring_about(pid_t id) {
  *word = 1;
  if (made->make == waits_for_signal) kill(id, SIGTERM);
  syscall(SYS_futex, word, FUTEX_WAKE, 1, NULL, NULL, 0);
  if (write(ends[1], "xx", 2) != 2) fail("pipe");
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  socklen_t length = sizeof address;
  getsockname(listener, (struct sockaddr *)&address, &length);
  int client = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect(client, (struct sockaddr *)&address, length) != 0) fail("connect");
  if (made->make != opens) return;
  int writer;
  do writer = open(fifo, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  while (writer < 0 && errno == ENXIO && state_of(id) != 'Z');
  if (writer >= 0) close(writer);
}

static void with(bool restarts, void (*disturb)(pid_t)) {
  is_restarting = restarts;
  snprintf(fifo, sizeof fifo, "/tmp/dftrace-restart-%d", (int)getpid());
  if (mkfifo(fifo, 0600) != 0) fail("mkfifo");
  word = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  make_told();
  for (made = all; made < all + COUNT(all); made++) {
    *word = 0;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // Without a name the kernel gives it one.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0 ||
        bind(listener, (struct sockaddr *)&address, sizeof(sa_family_t)) != 0 || listen(listener, 1) != 0)
      fail("sockets");
    pid_t id = start(makes);
    await_told();
    await_blocked(id);
    disturb(id);
    // A call that goes on comes to its end, and one that has ended needs nothing.
    if (made->is_endless && state_of(id) != 'Z') {
      usleep(20000);
      kill(id, SIGKILL);
    } else {
      bring_about(id);
    }
    int status;
    wait_status(id, &status, 0);
    if (WIFSIGNALED(status)) printf("%s: goes on\n", made->name);
    close(listener);
    close(ends[0]);
    close(ends[1]);
  }
  unlink(fifo);
}

// Waits until a process waits again or has ended, and has taken the signal.
static void settle(pid_t id) {
  // It is woken before kill(2) returns, so that it is asleep again when it is so at last.
  for (int calm = 0; calm < 3 && await_blocked(id); calm++) usleep(1000);
}

static void send_signal(pid_t id) {
  kill(id, SIGUSR1);
  settle(id);
}

static void send_three(pid_t id) {
  for (int index = 0; index < 3; index++) send_signal(id);
}

static void stop_and_go(pid_t id) {
  for (int index = 0; index < 2; index++) {
    int status;
    kill(id, SIGSTOP);
    // An end that was quicker is not lost.
    siginfo_t info;
    if (waitid(P_PID, (id_t)id, &info, WSTOPPED | WEXITED | WNOWAIT) != 0) fail("waitid");
    if (info.si_code != CLD_STOPPED) return;
    wait_status(id, &status, WUNTRACED);
    kill(id, SIGCONT);
    if (waitid(P_PID, (id_t)id, &info, WCONTINUED | WEXITED | WNOWAIT) != 0) fail("waitid");
    if (info.si_code != CLD_CONTINUED) return;
    wait_status(id, &status, WCONTINUED);
    settle(id);
    if (state_of(id) == 'Z') return;
  }
}

// What is ignored, or ignored unless somebody asks for it, wakes nobody.
static void send_ignored(pid_t id) {
  static const int ignored[] = {SIGCHLD, SIGURG, SIGWINCH, SIGUSR2, SIGCONT};
  for (size_t index = 0; index < COUNT(ignored); index++) {
    kill(id, ignored[index]);
    settle(id);
  }
}

static void undisturbed(void) {
  signal(SIGUSR2, SIG_IGN);
  with(false, send_ignored);
}

static void interrupted(void) { with(false, send_signal); }
static void restarted(void) { with(true, send_three); }
static void stopped(void) { with(true, stop_and_go); }

// restart_syscall: a sleep that is stopped lasts as long as it was to, and the rest is told.
static long duration = 200;

static void sleeps(void) {
  struct timespec before, after, time = {0, duration * 1000000};
  clock_gettime(CLOCK_MONOTONIC, &before);
  tell();
  int result = nanosleep(&time, NULL);
  clock_gettime(CLOCK_MONOTONIC, &after);
  long spent = (after.tv_sec - before.tv_sec) * 1000 + (after.tv_nsec - before.tv_nsec) / 1000000;
  _exit(result == 0 && spent >= duration - 1 ? 0 : 1);
}

static void sleeping(void) {
  make_told();
  // On a busy machine it may have ended before it is stopped: then another, longer.
  for (;; duration *= 2) {
    int status;
    pid_t id = start(sleeps);
    await_told();
    while (state_of(id) == 'R') usleep(200);
    kill(id, SIGSTOP);
    wait_status(id, &status, WUNTRACED);
    if (!WIFSTOPPED(status)) continue;
    kill(id, SIGCONT);
    say_wait("a sleep that was stopped", id, 0);
    return;
  }
}

static void sleeping_short(void) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigaction(SIGALRM, &action, NULL);
  struct timespec time = {600, 0}, rest = {0};
  // Again and again, since the first may come before the sleep has begun.
  ualarm(20000, 20000);
  int result = nanosleep(&time, &rest);
  printf("nanosleep: %s, a rest is left: %d\n", result < 0 ? strerrorname_np(errno) : "done", rest.tv_sec > 500);
}

static const struct edge_case cases[] = {
    {"interrupted", interrupted}, {"restarted", restarted}, {"stopped", stopped},
    {"ignored", undisturbed}, {"sleep", sleeping}, {"rest", sleeping_short},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

// Stops and continuations as the parent of a job is told of them, and jobs at a terminal.

#include "../edge-case.h"

#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>

static void say_child(const char *what, pid_t id, int options) {
  siginfo_t info = {0};
  int got;
  do got = waitid(P_PID, (id_t)id, &info, options);
  while (got < 0 && errno == EINTR);
  if (got != 0) fail("waitid");
  static const char *const codes[] = {"?", "exited", "killed", "dumped", "trapped", "stopped", "continued"};
  printf("%s: %s, %d, its own: %d\n", what, codes[info.si_code], info.si_status, info.si_pid == id);
}

static volatile sig_atomic_t continued;

static void on_continue(int number) {
  (void)number;
  continued++;
}

static int stopping;

static void stops(void) {
  setpgid(0, 0);
  signal(SIGCONT, on_continue);
  raise(stopping);
  _exit(continued);
}

// Each signal that stops; the parent has to be of the same session, or they would be ignored.
static void waits(void) {
  static const int signals[] = {SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU};
  for (size_t index = 0; index < COUNT(signals); index++) {
    stopping = signals[index];
    pid_t id = start(stops);
    say_wait("first", id, WUNTRACED | WCONTINUED);
    printf("told twice: %d\n", (int)waitpid(id, NULL, WUNTRACED | WNOHANG));
    kill(id, SIGCONT);
    // The continuation may have been overtaken by the end.
    int status;
    wait_status(id, &status, WCONTINUED);
    if (WIFCONTINUED(status)) wait_status(id, &status, 0);
    say_status("then", status);
  }
}

static void stops_thrice(void) {
  for (int round = 0; round < 3; round++) raise(SIGSTOP);
  _exit(8);
}

static void information(void) {
  pid_t id = start(stops_thrice);
  for (int round = 0; round < 3; round++) {
    say_child("seen", id, WSTOPPED | WNOWAIT);
    say_child("taken", id, WSTOPPED);
    kill(id, SIGCONT);
    if (round < 2) {
      // It stays continued until the next stop is asked about: a state that can be waited for once.
      siginfo_t info = {0};
      if (waitid(P_PID, (id_t)id, &info, WSTOPPED | WCONTINUED | WNOWAIT) != 0) fail("waitid");
      printf("then stopped or continued: %d\n", info.si_code == CLD_STOPPED || info.si_code == CLD_CONTINUED);
    }
  }
  say_child("ended", id, WEXITED);
}

static void waits_for_signal(void) { pause(); }

static void ignores(int number) { (void)number; }

// SIGCHLD for each, or with SA_NOCLDSTOP for the end alone.
static void child_signals(void) {
  for (int flags = 0; flags < 2; flags++) {
    struct sigaction action = {.sa_handler = ignores, .sa_flags = flags ? SA_NOCLDSTOP : 0};
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    sigaction(SIGCHLD, &action, NULL);
    pid_t id = start(waits_for_signal);
    int steps[] = {SIGSTOP, SIGCONT, SIGKILL};
    for (size_t index = 0; index < COUNT(steps); index++) {
      kill(id, steps[index]);
      siginfo_t info = {0};
      say_wait("wait", id, WUNTRACED | WCONTINUED);
      if (flags != 0 && steps[index] != SIGKILL) continue;
      if (sigwaitinfo(&blocked, &info) != SIGCHLD) fail("sigwaitinfo");
      printf("SIGCHLD: code %d, status %d, its own: %d\n", info.si_code, info.si_status, info.si_pid == id);
    }
    sigset_t pending;
    sigpending(&pending);
    printf("another: %d\n", sigismember(&pending, SIGCHLD));
  }
}

static atomic_long *shared_count;

static void *counts(void *unused) {
  (void)unused;
  for (;;) {
    open_one();
    (*shared_count)++;
  }
  return NULL;
}

static void counts_with_threads(void) {
  for (int index = 0; index < 5; index++) start_thread(counts, NULL);
  counts(NULL);
}

static void stays_stopped(void) {
  shared_count = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared_count == MAP_FAILED) fail("mmap");
  pid_t id = start(counts_with_threads);
  for (int round = 0; round < many(5, 200); round++) {
    long before = *shared_count;
    while (*shared_count < before + 10) usleep(500);
    kill(id, SIGSTOP);
    int status;
    wait_status(id, &status, WUNTRACED);
    long first = *shared_count;
    usleep(3000);
    if (!WIFSTOPPED(status) || *shared_count != first) say_status("goes on though stopped", status);
    kill(id, SIGCONT);
    wait_status(id, &status, WCONTINUED);
    if (!WIFCONTINUED(status)) say_status("not continued", status);
  }
  kill(id, SIGKILL);
  say_wait("all its threads stopped each time", id, 0);
}

static void stops_in_group(void) {
  // It has a group of its own, which is orphaned when its parent ends: SIGHUP, then SIGCONT.
  setpgid(0, 0);
  signal(SIGCONT, on_continue);
  raise(SIGSTOP);
  pause();
}

static void leaves_a_stopped_child(void) {
  if (setsid() < 0) _exit(1);
  int status;
  wait_status(start(stops_in_group), &status, WUNTRACED);
  _exit(WIFSTOPPED(status) ? 0 : 1);
}

static void orphaned(void) {
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  expect_success(start(leaves_a_stopped_child));
  say_wait("what was stopped and is orphaned", -1, 0);
}

// A shell's part: sessions, groups, and a terminal with somebody who types.

static int keyboard, terminal, finished[2];

static void type(const char *keys) {
  if (write(keyboard, keys, strlen(keys)) != (ssize_t)strlen(keys)) fail("keyboard");
}

static void reads_a_line(void) {
  char line[64] = "";
  setpgid(0, 0);
  tell();
  ssize_t count = read(terminal, line, sizeof line - 1);
  printf("a job has read %zd bytes: %.*s\n", count, count > 0 ? (int)count - 1 : 0, line);
  fflush(stdout);
  _exit(0);
}

static void writes(void) {
  setpgid(0, 0);
  ssize_t count = write(terminal, "out\n", 4);
  _exit(count == 4 ? 0 : 1);
}

static void waits_in_group(void) {
  setpgid(0, 0);
  tell();
  for (;;) pause();
}

static void to_foreground(pid_t group) {
  if (tcsetpgrp(terminal, group) != 0) fail("tcsetpgrp");
}

static void is_hung_up(int number) {
  (void)number;
  printf("the leader got SIGHUP\n");
  fflush(stdout);
  _exit(0);
}

static void leads(void) {
  static const struct {
    const char *name, *key;
  } keys[] = {{"^Z", "\x1a"}, {"^C", "\x03"}, {"^\\", "\x1c"}};
  if (setsid() < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0) fail("a session");
  signal(SIGTTOU, SIG_IGN);
  pid_t id = start(reads_a_line);
  await_told();
  say_wait("a read in the background", id, WUNTRACED);
  to_foreground(id);
  kill(-id, SIGCONT);
  say_wait("in the foreground", id, WCONTINUED);
  type("typed\n");
  say_wait("then", id, 0);
  to_foreground(getpgrp());
  struct termios mode;
  tcgetattr(terminal, &mode);
  mode.c_lflag |= TOSTOP;
  tcsetattr(terminal, TCSANOW, &mode);
  signal(SIGTTOU, SIG_DFL);
  id = start(writes);
  signal(SIGTTOU, SIG_IGN);
  say_wait("a write in the background", id, WUNTRACED);
  to_foreground(id);
  kill(-id, SIGCONT);
  // What is continued may have ended before it is asked about.
  say_wait("then", id, 0);
  for (size_t index = 0; index < COUNT(keys); index++) {
    id = start(waits_in_group);
    await_told();
    to_foreground(id);
    type(keys[index].key);
    int status;
    wait_status(id, &status, WUNTRACED);
    printf("%s: ", keys[index].name);
    say_status("a job", WCOREDUMP(status) ? status & ~0x80 : status);
    if (WIFSTOPPED(status)) kill(-id, SIGKILL);
    if (WIFSTOPPED(status)) say_wait("then", id, 0);
    to_foreground(getpgrp());
  }
  signal(SIGHUP, is_hung_up);
  close(keyboard);
  if (write(finished[1], "", 1) != 1) fail("pipe");
  for (;;) pause();
}

static void at_a_terminal(void) {
  keyboard = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (keyboard < 0 || grantpt(keyboard) != 0 || unlockpt(keyboard) != 0) skip("no terminals");
  terminal = open(ptsname(keyboard), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) fail("terminal");
  make_told();
  if (pipe2(finished, O_CLOEXEC) != 0) fail("pipe");
  pid_t id = start(leads);
  char byte;
  close(finished[1]);
  // It has closed its copy of the keyboard then.
  if (read(finished[0], &byte, 1) != 1) fail("the session");
  int status;
  close(terminal);
  close(keyboard);
  wait_status(id, &status, 0);
  say_status("the session", status);
}

static const struct edge_case cases[] = {
    {"waits", waits}, {"information", information}, {"child-signals", child_signals},
    {"threads", stays_stopped}, {"orphaned", orphaned}, {"terminal", at_a_terminal},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

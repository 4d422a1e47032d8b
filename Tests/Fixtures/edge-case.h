// What the fixtures of the edge-case suite share: each is a list of named cases, `fixture CASE`.
//
// A case prints what it did in words that are the same in each run: wait statuses, names of errors,
// orders that the kernel guarantees. It waits for facts, never for times. It exits 0; 1 when
// something failed that has to succeed, 64 for a case that there is not, and 77 when the machine
// does not allow it. With DFTRACE_LONG in the environment a case that is a matter of quantity does
// as much as it can; without, what takes a moment.

#ifndef EDGE_CASE_H
#define EDGE_CASE_H

#include "alert-fixture.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>

struct edge_case {
  const char *name;
  void (*run)(void);
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

// How much of something is done.
static inline int many(int shortly, int at_length) {
  return getenv("DFTRACE_LONG") != NULL ? at_length : shortly;
}

static inline void say(const char *what, long result) {
  printf("%s: %s\n", what, result < 0 ? strerrorname_np(errno) : "done");
}

static inline void skip(const char *why) {
  printf("skipped: %s\n", why);
  exit(77);
}

static inline void say_status(const char *what, int status) {
  if (WIFEXITED(status)) printf("%s: exited with %d\n", what, WEXITSTATUS(status));
  else if (WIFSIGNALED(status)) printf("%s: killed by %s\n", what, sigabbrev_np(WTERMSIG(status)));
  else if (WIFSTOPPED(status)) printf("%s: stopped by %s\n", what, sigabbrev_np(WSTOPSIG(status)));
  else if (WIFCONTINUED(status)) printf("%s: continued\n", what);
  else printf("%s: wait status 0x%x\n", what, (unsigned)status);
}

// Waits, whatever signals arrive; 0 when there is nobody to wait for.
static inline pid_t wait_status(pid_t id, int *status, int options) {
  pid_t got;
  do got = waitpid(id, status, options);
  while (got < 0 && errno == EINTR);
  if (got < 0 && errno != ECHILD) fail("waitpid");
  return got < 0 ? 0 : got;
}

static inline void say_wait(const char *what, pid_t id, int options) {
  int status;
  pid_t got = wait_status(id, &status, options);
  if (got <= 0 || (id > 0 && got != id)) fail(what);
  say_status(what, status);
}

// A process that does one thing and exits 0.
static inline pid_t start(void (*what)(void)) {
  fflush(stdout);
  pid_t id = fork();
  if (id < 0) fail("fork");
  if (id > 0) return id;
  what();
  _exit(0);
}

// A thread with a small stack that nobody waits for.
static inline void start_thread(void *(*what)(void *), void *argument) {
  pthread_attr_t attributes;
  pthread_t thread;
  int error;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 65536);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  // The kernel says "again" while another thread executes.
  do error = pthread_create(&thread, &attributes, what, argument);
  while (error == EAGAIN);
  pthread_attr_destroy(&attributes);
  if (error != 0) {
    errno = error;
    fail("pthread_create");
  }
}

// The file of this program; its link is gone when the leader has ended before another thread.
static char own_file[PATH_MAX];

// Executes this program with another case; for use after fork, among threads too.
static inline void become(const char *name) {
  execl(own_file, "fixture", name, (char *)NULL);
  _exit(126);
}

// The state of a process, as /proc has it; 0 when there is none.
static inline char state_of(pid_t id) {
  char path[64], text[512];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)id);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  text[count] = 0;
  char *end = strrchr(text, ')');
  return end != NULL && end[1] == ' ' ? end[2] : 0;
}

// Waits until a process is in one of some states.
static inline void await_state(pid_t id, const char *states) {
  for (;;) {
    char state = state_of(id);
    if (state != 0 && strchr(states, state) != NULL) return;
    if (state == 0) fail("a process is gone");
    usleep(500);
  }
}

// Waits until a process waits in a call of its own, not for what somebody makes of an announced one;
// false when it has ended.
static inline bool await_blocked(pid_t id) {
  // Twice in a row: one look is made of several, between which a process can begin another call.
  for (int calm = 0; calm < 2;) {
    char path[64], text[128] = "";
    char state = state_of(id);
    if (state == 'Z' || state == 0) return false;
    snprintf(path, sizeof path, "/proc/%d/wchan", (int)id);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file >= 0 && read(file, text, sizeof text - 1) < 0) text[0] = 0;
    close(file);
    // What is not named (0) is not told by this kernel, or runs.
    bool waits = state == 'S' && strstr(text, "seccomp") == NULL && state_of(id) == 'S';
    calm = waits ? calm + 1 : 0;
    if (calm < 2) usleep(500);
  }
  return true;
}

// A pipe that one end says by that it has come somewhere.
static int told[2];

static inline void make_told(void) {
  if (pipe2(told, O_CLOEXEC) != 0) fail("pipe");
}

static inline void tell(void) {
  if (write(told[1], "", 1) != 1) _exit(125);
}

static inline void await_told(void) {
  char byte;
  ssize_t got;
  do got = read(told[0], &byte, 1);
  while (got < 0 && errno == EINTR);
  if (got != 1) fail("nobody has told");
}

// Opens a file that is there: a call that dftrace looks at.
static inline void open_one(void) {
  int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("open");
  close(file);
}

static inline void *open_for_ever(void *unused) {
  (void)unused;
  for (;;) {
    int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    if (file >= 0) close(file);
  }
  return NULL;
}

// Collects every descendant that is left, as their subreaper, and answers how many there were.
static inline int collect(void) {
  int status, count = 0;
  while (wait_status(-1, &status, __WALL) > 0) count++;
  return count;
}

static inline int run_case(int argc, char **argv, const struct edge_case *cases, size_t count) {
  // Whoever has forked shall not write what was written before it.
  setvbuf(stdout, NULL, _IOLBF, 0);
  // The language's run-time, which the build links to every program, has handlers for crashes.
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_IGN) signal(number, SIG_DFL);
  }
  if (readlink("/proc/self/exe", own_file, sizeof own_file - 1) <= 0) fail("/proc/self/exe");
  for (size_t index = 0; argc == 2 && index < count; index++) {
    if (strcmp(cases[index].name, argv[1]) != 0) continue;
    cases[index].run();
    return 0;
  }
  // The list, so that a test can compare it with its own.
  for (size_t index = 0; argc == 1 && index < count; index++) puts(cases[index].name);
  return argc == 1 ? 0 : 64;
}

#endif

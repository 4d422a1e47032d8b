// SIGKILL for a process in every state that there is.

#include "../edge-case.h"

#include <sched.h>
#include <sys/stat.h>

// Kills a process that has come where it shall be, and says how it ended.
static void say_kill(const char *what, pid_t id) {
  if (kill(id, SIGKILL) != 0) fail("kill");
  say_wait(what, id, 0);
}

static void runs(void) {
  tell();
  for (;;) {}
}

static void calls(void) {
  tell();
  open_for_ever(NULL);
}

static void running(void) {
  make_told();
  pid_t id = start(runs);
  await_told();
  say_kill("running", id);
  // At many phases of a call, announced, looked at, answered.
  int rounds = many(60, 5000);
  for (int round = 0; round < rounds; round++) {
    id = start(calls);
    await_told();
    for (volatile int spent = 0; spent < round * 500 % 50000; spent++) {}
    int status;
    kill(id, SIGKILL);
    wait_status(id, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) say_status("in calls", status);
  }
  puts("in calls: all killed");
}

static char fifo[64];

static void reads_pipe(void) {
  char byte;
  int ends[2];
  if (pipe(ends) == 0 && read(ends[0], &byte, 1) != 0) _exit(1);
}

static void opens_fifo(void) { open(fifo, O_RDONLY | O_CLOEXEC); }

static void waits(void) {
  if (fork() == 0) pause();
  wait(NULL);
}

static void sleeps(void) { sleep(1000); }

static void vforks(void) {
  if (vfork() == 0) {
    tell();
    pause();
    _exit(1);
  }
  _exit(2);
}

static void blocked(void) {
  snprintf(fifo, sizeof fifo, "/tmp/dftrace-fifo-%d", (int)getpid());
  if (mkfifo(fifo, 0600) != 0) fail("mkfifo");
  static const struct {
    const char *name;
    void (*body)(void);
  } kinds[] = {{"read", reads_pipe}, {"open", opens_fifo}, {"wait", waits}, {"sleep", sleeps}};
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  for (size_t index = 0; index < COUNT(kinds); index++) {
    pid_t id = start(kinds[index].body);
    await_blocked(id);
    say_kill(kinds[index].name, id);
  }
  unlink(fifo);
  // What was waited for is left.
  int status;
  if (kill(-getpgrp(), 0) != 0) fail("kill");
  signal(SIGTERM, SIG_IGN);
  kill(0, SIGTERM);
  if (wait_status(-1, &status, 0) <= 0) fail("the orphan");
  say_status("the orphan", status);
}

static void stops(void) {
  raise(SIGSTOP);
  for (;;) pause();
}

static void *stops_thread(void *unused) {
  (void)unused;
  raise(SIGSTOP);
  return NULL;
}

static void stops_threads(void) {
  for (int index = 0; index < 4; index++) start_thread(open_for_ever, NULL);
  start_thread(stops_thread, NULL);
  open_for_ever(NULL);
}

static void stopped(void) {
  pid_t id = start(stops);
  say_wait("itself", id, WUNTRACED);
  say_kill("stopped", id);
  id = start(stops_threads);
  say_wait("with threads", id, WUNTRACED);
  say_kill("stopped with threads", id);
  id = start(stops);
  say_wait("again", id, WUNTRACED);
  kill(id, SIGCONT);
  say_kill("just continued", id);
}

static void in_vfork(void) {
  make_told();
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  pid_t id = start(vforks);
  await_told();
  say_kill("the parent in vfork", id);
  int status;
  // Its child goes on; who is this one's by now?
  pid_t child = -1;
  for (char text[32]; child <= 0;) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    text[count > 0 ? count : 0] = 0;
    child = (pid_t)atoi(text);
  }
  say_kill("the child of vfork", child);
  id = vfork();
  if (id == 0) {
    kill(getpid(), SIGKILL);
    _exit(1);
  }
  wait_status(id, &status, 0);
  say_status("a child of vfork by itself", status);
}

static void executes_for_ever(void) {
  become("executes");
}

static void in_exec(void) {
  make_told();
  int rounds = many(30, 3000);
  for (int round = 0; round < rounds; round++) {
    pid_t id = start(executes_for_ever);
    usleep((useconds_t)(round * 97 % 3000));
    int status;
    kill(id, SIGKILL);
    wait_status(id, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) say_status("in exec", status);
  }
  puts("in exec: all killed");
}

static int grows(void *unused) {
  (void)unused;
  pause();
  return 0;
}

// A process that makes others as quickly as it can, some of them threads and some by vfork.
static void makes(void) {
  static char stacks[200][8192] __attribute__((aligned(16)));
  setpgid(0, 0);
  tell();
  for (int made = 0; made < 200; made++) {
    if (made % 3 == 0 && fork() == 0) grows(NULL);
    if (made % 3 == 1 && clone(grows, stacks[made] + sizeof stacks[made], CLONE_VM | SIGCHLD, NULL) < 0) _exit(1);
    if (made % 3 == 2) start_thread(open_for_ever, NULL);
  }
  pause();
}

static void being_created(void) {
  make_told();
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  int rounds = many(8, 300);
  for (int round = 0; round < rounds; round++) {
    pid_t id = start(makes);
    await_told();
    usleep((useconds_t)(round * 997 % 20000));
    if (kill(-id, SIGKILL) != 0) fail("kill of the group");
    int status;
    while (wait_status(-1, &status, __WALL) > 0)
      if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) say_status("while made", status);
  }
  puts("while made: all killed");
}

static void exits_3(void) { _exit(3); }

static void ends_its_leader(void) {
  start_thread(open_for_ever, NULL);
  syscall(SYS_exit, 4);
}

static void ended(void) {
  pid_t id = start(exits_3);
  await_state(id, "Z");
  say_kill("a zombie", id);
  id = start(ends_its_leader);
  await_state(id, "Z");
  say_kill("without a leader", id);
}

static void *kills_itself(void *unused) {
  (void)unused;
  syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), SIGKILL);
  return NULL;
}

static void kills_by_thread(void) {
  for (int index = 0; index < 8; index++) start_thread(open_for_ever, NULL);
  start_thread(kills_itself, NULL);
  open_for_ever(NULL);
}

static void on_signal(int number) {
  (void)number;
  open_one();
  raise(SIGKILL);
}

static void kills_in_handler(void) {
  signal(SIGSEGV, on_signal);
  *(volatile int *)8 = 1;
}

static void by_itself(void) {
  say_wait("by a thread", start(kills_by_thread), 0);
  say_wait("in a handler", start(kills_in_handler), 0);
}

static const struct edge_case cases[] = {
    {"executes", executes_for_ever}, {"running", running}, {"blocked", blocked},
    {"stopped", stopped}, {"vfork", in_vfork}, {"exec", in_exec}, {"created", being_created},
    {"ended", ended}, {"itself", by_itself},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

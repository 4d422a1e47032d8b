// Executions and exits that race with each other and with all else that threads do.

#include "../edge-case.h"

static pthread_barrier_t barrier;
static const char *next;

static void exits_5(void) { exit(5); }

static void *executes(void *unused) {
  (void)unused;
  pthread_barrier_wait(&barrier);
  open_one();
  become(next);
  return NULL;
}

static void begin(int count) { pthread_barrier_init(&barrier, NULL, (unsigned)count); }

// Says how some processes ended that may only end in some ways.
static void expect(const char *what, void (*body)(void), int rounds, int first, int second) {
  for (int round = 0; round < rounds; round++) {
    int status;
    wait_status(start(body), &status, 0);
    int end = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (end == first || end == second) continue;
    say_status(what, status);
    exit(1);
  }
  printf("%s: %d ended as they may\n", what, rounds);
}

// One thread executes while others make calls.
static void among_threads(void) {
  begin(1);
  for (int index = 0; index < 6; index++) start_thread(open_for_ever, NULL);
  next = "exits-5";
  start_thread(executes, NULL);
  open_for_ever(NULL);
}

// Several execute at once: one wins, the others are gone.
static void all_at_once(void) {
  begin(5);
  next = "exits-5";
  start_thread(open_for_ever, NULL);
  for (int index = 0; index < 5; index++) start_thread(executes, NULL);
  for (;;) pause();
}

// The leader has ended before another thread executes.
static void without_leader(void) {
  begin(1);
  next = "exits-5";
  start_thread(open_for_ever, NULL);
  start_thread(executes, NULL);
  syscall(SYS_exit, 9);
}

// What executes had executed itself, in a thread again.
static void again_and_again(void) {
  static char left[16];
  const char *given = getenv("LEFT");
  int count = given != NULL ? atoi(given) : 12;
  if (count == 0) _exit(5);
  snprintf(left, sizeof left, "%d", count - 1);
  setenv("LEFT", left, 1);
  begin(2);
  next = "again";
  start_thread(open_for_ever, NULL);
  start_thread(executes, NULL);
  start_thread(executes, NULL);
  for (;;) pause();
}

static void *fails_to_execute(void *unused) {
  (void)unused;
  for (;;) execl("/etc/passwd", "none", (char *)NULL);
  return NULL;
}

static void beside_failing(void) {
  begin(1);
  next = "exits-5";
  start_thread(fails_to_execute, NULL);
  start_thread(fails_to_execute, NULL);
  start_thread(executes, NULL);
  for (;;) pause();
}

static void executing(void) {
  int rounds = many(6, 300);
  expect("one among threads", among_threads, rounds, 5, 5);
  expect("all at once", all_at_once, rounds, 5, 5);
  expect("without a leader", without_leader, rounds, 5, 5);
  expect("again and again", again_and_again, many(2, 50), 5, 5);
  expect("beside those that fail", beside_failing, rounds, 5, 5);
}

static void *exits(void *unused) {
  (void)unused;
  pthread_barrier_wait(&barrier);
  _exit(3);
}

static void *does_nothing(void *unused) { return unused; }

static void *makes_threads(void *unused) {
  (void)unused;
  pthread_barrier_wait(&barrier);
  for (;;) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, does_nothing, NULL) == 0) pthread_detach(thread);
  }
  return NULL;
}

static void *makes_processes(void *unused) {
  (void)unused;
  pthread_barrier_wait(&barrier);
  for (;;) {
    // Ends by itself, so that none is left when its maker has gone.
    if (syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL) == 0) _exit(0);
  }
  return NULL;
}

static void *kills(void *number) {
  pthread_barrier_wait(&barrier);
  kill(getpid(), (int)(intptr_t)number);
  return NULL;
}

static void *vforks(void *unused) {
  (void)unused;
  pthread_barrier_wait(&barrier);
  for (;;) {
    pid_t id = vfork();
    if (id == 0) become("exits-5");
  }
  return NULL;
}

static void race(void *(*other)(void *), void *argument) {
  begin(3);
  start_thread(other, argument);
  start_thread(other, argument);
  exits(NULL);
}

static void exit_thread(void) { race(makes_threads, NULL); }
static void exit_process(void) { race(makes_processes, NULL); }
static void exit_vfork(void) { race(vforks, NULL); }
static void exit_kill(void) { race(kills, (void *)(intptr_t)SIGKILL); }
static void exit_terminate(void) { race(kills, (void *)(intptr_t)SIGTERM); }
static void exit_exec(void) {
  next = "exits-5";
  race(executes, NULL);
}
static void exit_exit(void) { race(exits, NULL); }

static void exec_kill(void) {
  begin(3);
  next = "exits-5";
  start_thread(executes, NULL);
  start_thread(executes, NULL);
  kills((void *)(intptr_t)SIGKILL);
  for (;;) pause();
}

static void exiting(void) {
  int rounds = many(8, 400);
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  expect("exit and new threads", exit_thread, rounds, 3, 3);
  expect("exit and new processes", exit_process, rounds, 3, 3);
  expect("exit and vfork", exit_vfork, rounds, 3, 3);
  expect("exit and SIGKILL", exit_kill, rounds, 3, 128 + SIGKILL);
  expect("exit and SIGTERM", exit_terminate, rounds, 3, 128 + SIGTERM);
  expect("exit and exec", exit_exec, rounds, 3, 5);
  expect("exit and exit", exit_exit, rounds, 3, 3);
  expect("exec and SIGKILL", exec_kill, rounds, 5, 128 + SIGKILL);
  collect();
  puts("nobody is left");
}

static void *ends_alone(void *unused) {
  (void)unused;
  open_one();
  syscall(SYS_exit, 6);
  return NULL;
}

// Nobody calls exit_group; the leader is a zombie until the last one has ended.
static void one_by_one(void) {
  for (int index = 0; index < 20; index++) start_thread(ends_alone, NULL);
  syscall(SYS_exit, 6);
}

static void leaders(void) { expect("threads that end one by one", one_by_one, many(8, 200), 6, 6); }

// What an hour of a build does, in little: processes, threads, files, signals, pipes, again and again.
static volatile sig_atomic_t signals;

static void on_signal(int number) {
  (void)number;
  signals++;
}

static void *opens_thrice(void *unused) {
  for (int index = 0; index < 3; index++) open_one();
  return unused;
}

static void hour(void) {
  int cycles = many(15, 3000), sum = 0;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigaction(SIGUSR1, &action, NULL);
  for (int cycle = 0; cycle < cycles; cycle++) {
    char name[64], byte;
    int ends[2], status;
    pthread_t threads[4];
    for (size_t index = 0; index < COUNT(threads); index++)
      if (pthread_create(&threads[index], NULL, opens_thrice, NULL) != 0) fail("pthread_create");
    for (size_t index = 0; index < COUNT(threads); index++) pthread_join(threads[index], NULL);
    snprintf(name, sizeof name, "/tmp/dftrace-hour-%d-%d", (int)getpid(), cycle);
    write_file(name, "text");
    read_file(name);
    if (unlink(name) != 0 || pipe2(ends, O_CLOEXEC) != 0) fail(name);
    pid_t id = fork();
    if (id == 0) {
      kill(getppid(), SIGUSR1);
      if (write(ends[1], "", 1) != 1) _exit(1);
      become("exits-5");
    }
    if (read(ends[0], &byte, 1) != 1) fail("read");
    wait_status(id, &status, 0);
    sum += WEXITSTATUS(status);
    close(ends[0]);
    close(ends[1]);
  }
  printf("%d cycles, statuses %d, signals %d\n", cycles, sum, (int)signals);
}

static const struct edge_case cases[] = {
    {"exits-5", exits_5}, {"again", again_and_again}, {"exec", executing}, {"exit", exiting},
    {"one-by-one", leaders}, {"hour", hour},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

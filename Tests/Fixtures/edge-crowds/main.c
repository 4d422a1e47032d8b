// Very many threads and processes: at once, one after the other, one below the other.

#include "../edge-case.h"

static atomic_int ready;
static atomic_long counter;

static void *waits_for_all(void *barrier) {
  open_one();
  ready++;
  pthread_barrier_wait(barrier);
  open_one();
  counter++;
  return NULL;
}

static void many_threads(void) {
  pthread_barrier_t barrier;
  int count = many(2000, 8000);
  pthread_barrier_init(&barrier, NULL, (unsigned)count + 1);
  for (int index = 0; index < count; index++) start_thread(waits_for_all, &barrier);
  pthread_barrier_wait(&barrier);
  while (counter < count) usleep(1000);
  printf("%d threads at once, %ld went on\n", (int)ready, (long)counter);
}

static void many_processes(void) {
  int count = many(1000, 10000), at_once = many(250, 2500), sum = 0, status;
  int gate[2];
  for (int made = 0; made < count; made += at_once) {
    if (pipe2(gate, O_CLOEXEC) != 0) fail("pipe");
    for (int index = 0; index < at_once; index++) {
      pid_t id = fork();
      if (id < 0) fail("fork");
      if (id > 0) continue;
      char byte;
      close(gate[1]);
      // Ends when the last holder of the other end has closed it: all are there by then.
      if (read(gate[0], &byte, 1) != 0) _exit(200);
      _exit(index % 5);
    }
    close(gate[1]);
    close(gate[0]);
    while (wait_status(-1, &status, 0) > 0) sum += WEXITSTATUS(status);
  }
  printf("%d processes, statuses %d\n", count, sum);
}

static void quick_processes(void) {
  // Ends so soon that the end may be known before the beginning.
  static int count, sum, index, status;
  count = many(500, 20000);
  for (index = 0; index < count; index++) {
    pid_t id = index % 2 ? vfork() : (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
    if (id < 0) fail("clone");
    if (id == 0) _exit(index % 3);
    if (index % 10 == 9)
      while (wait_status(-1, &status, 0) > 0) sum += WEXITSTATUS(status);
  }
  printf("%d processes, statuses %d\n", count, sum);
}

// Generation after generation, each waiting for the next, in one memory; every fiftieth executes.
static void descend(int left) {
  static char text[16];
  pid_t id = vfork();
  if (id < 0) _exit(1);
  if (id == 0) {
    if (left == 1) _exit(0);
    if (left % 50 == 1) {
      snprintf(text, sizeof text, "%d", left - 1);
      setenv("LEFT", text, 1);
      become("deep");
    }
    descend(left - 1);
    _exit(0);
  }
  expect_success(id);
}

static void deep_tree(void) {
  const char *given = getenv("LEFT");
  int depth = given != NULL ? atoi(given) : many(500, 5000);
  descend(depth);
  if (given == NULL) printf("%d generations\n", depth);
}

static const struct edge_case cases[] = {
    {"threads", many_threads}, {"processes", many_processes}, {"quick", quick_processes}, {"deep", deep_tree},
};

int main(int argc, char **argv) { return run_case(argc, argv, cases, COUNT(cases)); }

// Starts COUNT short programs one after the other, or WIDTH at a time, while THREADS threads of its
// own wait.
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;

static void *wait_for_ever(void *unused) {
  pthread_mutex_lock(&held);
  return unused;
}

static int start(void) {
  pid_t child = vfork();
  if (child == 0) {
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
  }
  return child > 0;
}

int main(int argc, char **argv) {
  long count = argc > 1 ? atol(argv[1]) : 500;
  long threads = argc > 2 ? atol(argv[2]) : 0;
  long width = argc > 3 ? atol(argv[3]) : 1;
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 64 * 1024);
  pthread_mutex_lock(&held);
  for (long i = 0; i < threads; i++) {
    pthread_t id;
    if (pthread_create(&id, &small, wait_for_ever, NULL) != 0) return 1;
  }
  for (long done = 0; done < count; done += width) {
    for (long i = 0; i < width; i++)
      if (!start()) return 1;
    for (long i = 0; i < width; i++) wait(NULL);
  }
  // Without joining: the threads end with the process.
  _exit(0);
}

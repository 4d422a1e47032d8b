// Opens and closes a file COUNT times in each of THREADS threads.
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static long count;

static void *run(void *unused) {
  for (long i = 0; i < count; i++) {
    int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (file >= 0) close(file);
  }
  return unused;
}

int main(int argc, char **argv) {
  int threads = argc > 2 ? atoi(argv[2]) : 1;
  pthread_t ids[1024];
  count = argc > 1 ? atol(argv[1]) : 1000;
  if (threads <= 1) return run(NULL) != NULL;
  for (int i = 0; i < threads && i < 1024; i++) pthread_create(ids + i, NULL, run, NULL);
  for (int i = 0; i < threads && i < 1024; i++) pthread_join(ids[i], NULL);
  return 0;
}

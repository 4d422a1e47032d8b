// exec: a thread that does not lead executes while others run and open files.
// opens: 64 threads each open a file 50 times.
// stop: a process with many threads is stopped and continued as a whole.

#include "../alert-fixture.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int opened;

static void *opens(void *once) {
  for (int i = 0; i < 50 || once == NULL; i++) {
    int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("open");
    close(file);
    opened++;
  }
  return NULL;
}

static void *executes(void *program) {
  usleep(20000);
  execl(program, program, "done", (char *)NULL);
  fail("exec");
}

int main(int argc, char **argv) {
  pthread_t threads[64];
  if (argc != 2) return 64;
  if (strcmp(argv[1], "done") == 0) {
    printf("executed, with %s id\n", getpid() == getppid() ? "no" : "an");
    return 7;
  }
  int isLimited = strcmp(argv[1], "opens") == 0;
  if (strcmp(argv[1], "stop") == 0) {
    pid_t child = fork();
    if (child == 0) {
      for (int i = 0; i < 16; i++) pthread_create(threads + i, NULL, opens, NULL);
      pause();
    }
    int status;
    for (int round = 0; round < 5; round++) {
      usleep(5000);
      kill(child, SIGSTOP);
      if (waitpid(child, &status, WUNTRACED) != child || !WIFSTOPPED(status)) fail("stop");
      kill(child, SIGCONT);
      if (waitpid(child, &status, WCONTINUED) != child || !WIFCONTINUED(status)) fail("continue");
    }
    kill(child, SIGKILL);
    if (waitpid(child, &status, 0) != child || WTERMSIG(status) != SIGKILL) fail("kill");
    puts("stopped and continued");
    return 0;
  }
  for (int i = 0; i < 63; i++)
    if (pthread_create(threads + i, NULL, opens, isLimited ? threads : NULL) != 0) fail("thread");
  if (pthread_create(threads + 63, NULL, isLimited ? opens : executes, isLimited ? (void *)threads : argv[0]) != 0)
    fail("thread");
  for (int i = 0; i < 64; i++) pthread_join(threads[i], NULL);
  printf("opened %d times\n", opened);
  return 0;
}

// Executes a copy of /bin/true from DIRECTORY by a way that hides it: evasion-executions WAY
// DIRECTORY. Prints one line.

#include "../alert-fixture.h"

#include <linux/memfd.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

static char program[PATH_MAX / 2], script[PATH_MAX];
static char *none[] = {NULL};

static void duplicate(const char *from, const char *to) {
  int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0700);
  if (in < 0 || out < 0) fail(to);
  copy(in, out);
  close(in);
  if (close(out) != 0) fail(to);
}

static void run(const char *way) {
  char *arguments[] = {"[kworker/0:0-copy]x", NULL};
  int file;
  if (strcmp(way, "execveat") == 0) {
    file = open(program, O_PATH);
    syscall(SYS_execveat, file, "", arguments, none, AT_EMPTY_PATH);
  } else if (strcmp(way, "proc-fd") == 0) {
    file = open(program, O_RDONLY);
    snprintf(script, sizeof script, "/proc/self/fd/%d", file);
    execve(script, arguments, none);
  } else if (strcmp(way, "interpreter") == 0) {
    char text[PATH_MAX];
    snprintf(text, sizeof text, "#!%s\n", program);
    snprintf(script, sizeof script, "%s.script", program);
    write_file(script, text);
    if (chmod(script, 0700) != 0) fail(script);
    execve(script, arguments, none);
  } else if (strcmp(way, "renamed") == 0) {
    // The name that the kernel shows of the thread is the program's own choice.
    prctl(PR_SET_NAME, "systemd");
    execve(program, arguments, none);
  } else {
    execve(program, arguments, none);
  }
  _exit(1);
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  snprintf(program, sizeof program, "%s/copy", argv[2]);
  duplicate("/bin/true", program);
  pid_t child;
  if (strcmp(argv[1], "spawn") == 0) {
    char *arguments[] = {"true", NULL};
    if (posix_spawn(&child, program, NULL, NULL, arguments, none) != 0) fail("posix_spawn");
  } else if (strcmp(argv[1], "vfork") == 0) {
    char *arguments[] = {"true", NULL};
    child = vfork();
    if (child == 0) {
      execve(program, arguments, none);
      _exit(1);
    }
  } else {
    child = fork();
    if (child == 0) run(argv[1]);
  }
  expect_success(child);
  puts("executed it");
  return 0;
}

// fires: a child is ended by a signal that dumps its memory, and may leave a core of 1 MiB.
// silent: a child is ended by the same signal, and its limit lets it leave none.

#include "../alert-fixture.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

// Removes a directory and the cores in it, whatever the machine calls them.
static void remove_cores(const char *path) {
  DIR *cores = opendir(path);
  if (cores == NULL) fail(path);
  struct dirent *entry;
  while ((entry = readdir(cores)) != NULL)
    if (entry->d_name[0] != '.' && unlinkat(dirfd(cores), entry->d_name, 0) != 0) fail(path);
  closedir(cores);
  if (rmdir(path) != 0) fail(path);
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char pattern[256] = "";
  int file = open("/proc/sys/kernel/core_pattern", O_RDONLY | O_CLOEXEC);
  if (file >= 0 && read(file, pattern, sizeof pattern - 1) < 0) fail("core_pattern");
  if (file >= 0) close(file);
  const char *directory = below(argc, argv, "cores");
  make_directory(directory);
  // A limit of 1 byte is too small for a file, and keeps the kernel from starting a handler, which
  // a limit of 0 does not.
  struct rlimit limit = {firing ? 1 << 20 : 1, firing ? 1 << 20 : 1};
  // A core in another directory would stay there.
  int possible = pattern[0] != '/' && setrlimit(RLIMIT_CORE, &limit) == 0;
  int status = 0;
  if (possible) {
    pid_t child = fork();
    if (child == 0) {
      signal(SIGQUIT, SIG_DFL);
      if (chdir(directory) != 0) fail(directory);
      raise(SIGQUIT);
      _exit(1);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) fail("waitpid");
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGQUIT) fail("another end");
  }
  remove_cores(directory);
  forget_directory(argc, argv);
  if (firing && !WCOREDUMP(status)) {
    printf("skipped: the machine writes no cores here\n");
    return 77;
  }
  if (!firing && WCOREDUMP(status)) fail("a core in spite of the limit");
  puts("a child was told to quit");
  return 0;
}

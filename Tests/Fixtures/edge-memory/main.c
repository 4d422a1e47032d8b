// Calls with names that end where memory ends, that lie nowhere, that are as long as names may be or
// longer, or that are no text; and an execution without arguments.

#include "../alert-fixture.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static void say(const char *what, long result) { printf("%s: %ld %s\n", what, result, result < 0 ? strerrorname_np(errno) : ""); }

int main(void) {
  char *pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED || munmap(pages + 4096, 4096) != 0) fail("mmap");
  char *name = pages + 4096 - sizeof "/etc/passwd";
  strcpy(name, "/etc/passwd");
  int file = open(name, O_RDONLY | O_CLOEXEC);
  say("ends with its page", file < 0 ? -1 : 0);
  close(file);
  memset(pages, 'a', 4096);
  say("never ends", open(pages + 4000, O_RDONLY));
  char *nowhere = (char *)8;
  say("open", open(nowhere, O_RDONLY));
  say("openat", syscall(SYS_openat, AT_FDCWD, nowhere, O_RDONLY));
  say("openat2", syscall(SYS_openat2, AT_FDCWD, nowhere, nowhere, 24));
  say("creat", creat(nowhere, 0600));
  say("rename", rename(nowhere, "/nowhere/x"));
  say("link", link("/nowhere/x", nowhere));
  say("symlink", symlink(nowhere, "/nowhere/x"));
  say("unlink", unlink(nowhere));
  say("chmod", chmod(nowhere, 04755));
  say("execve", syscall(SYS_execve, nowhere, NULL, NULL));
  say("connect", connect(-1, (struct sockaddr *)nowhere, 16));
  say("sendmsg", sendmsg(-1, (struct msghdr *)nowhere, 0));
  say("clone3", syscall(SYS_clone3, nowhere, 88));
  static char longest[6000];
  memset(longest, '/', sizeof longest - 1);
  strcpy(longest + 4095 - 11, "/etc/passwd");
  file = open(longest, O_RDONLY | O_CLOEXEC);
  say("4095 bytes", file < 0 ? -1 : 0);
  close(file);
  memset(longest, '/', 5000);
  strcpy(longest + 5000, "etc/passwd");
  say("5010 bytes", open(longest, O_RDONLY));
  say("no text", open("/nowhere/\xff\xfe\x1b[2J\n", O_RDONLY));
  fflush(stdout);
  char *none[] = {NULL};
  pid_t child = fork();
  if (child == 0) {
    syscall(SYS_execve, "/bin/true", NULL, none);
    _exit(1);
  }
  int status;
  waitpid(child, &status, 0);
  printf("without arguments: %d\n", status);
  return 0;
}

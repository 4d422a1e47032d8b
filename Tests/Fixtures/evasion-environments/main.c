// Executes something with less than a program usually gets: evasion-environments WAY DEED
// fires|silent DIRECTORY. WAY is `empty`, a list of variables without any, `null`, no list at all,
// `nameless`, no argument and not even a name, or `nothing`, no lists. Prints one line.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static char *const nothing[] = {NULL};

// Past the C library, which may put something in place of what is not there.
static _Noreturn void execute(const char *way, const char *path, char *const *words) {
  int is_nameless = strcmp(way, "nameless") == 0, is_nothing = strcmp(way, "nothing") == 0;
  char *const *variables = strcmp(way, "empty") == 0 || is_nameless ? nothing : NULL;
  if (is_nameless) words = nothing;
  if (is_nothing) words = NULL;
  syscall(SYS_execve, path, words, variables);
  fail(path);
}

// What a shell reads that has no arguments.
static void feed(const char *text) {
  int ends[2];
  if (pipe(ends) != 0 || write(ends[1], text, strlen(text)) < 0) fail("pipe");
  close(ends[1]);
  dup2(ends[0], 0);
}

static int listener(struct sockaddr_in *address) {
  socklen_t length = sizeof *address;
  memset(address, 0, length);
  address->sin_family = AF_INET;
  address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (end < 0 || bind(end, (struct sockaddr *)address, length) != 0) fail("bind");
  if (listen(end, 1) != 0) fail("listen");
  if (getsockname(end, (struct sockaddr *)address, &length) != 0) fail("getsockname");
  return end;
}

static void copy_to(const char *path) {
  int from = open("/bin/true", O_RDONLY | O_CLOEXEC);
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (from < 0 || to < 0) fail(path);
  copy(from, to);
  if (close(to) != 0 || close(from) != 0) fail(path);
}

int main(int argc, char **argv) {
  if (argc != 5) return 64;
  const char *way = argv[1], *deed = argv[2];
  int firing = strcmp(argv[3], "fires") == 0;
  char path[PATH_MAX], text[128] = "exit 0\n";
  snprintf(path, sizeof path, "%s/copy", argv[4]);
  char *const words[] = {"sh", NULL};
  struct sockaddr_in address;
  int end = -1, other = -1;
  if (strcmp(deed, "dropped") == 0 && firing) copy_to(path);
  if (strcmp(deed, "reverse") == 0 || strcmp(deed, "connects") == 0) end = listener(&address);
  if (strcmp(deed, "connects") == 0 && firing)
    snprintf(text, sizeof text, "exec 3<>/dev/tcp/127.0.0.1/%u; exit 0\n",
             (unsigned)ntohs(address.sin_port));
  if (strcmp(deed, "reverse") == 0) {
    int out = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(out, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    int in = accept4(end, NULL, NULL, SOCK_CLOEXEC);
    end = firing ? out : in;
    other = firing ? in : out;
    if (write(other, text, strlen(text)) < 0) fail("write");
  }
  pid_t child = fork();
  if (child == 0) {
    if (strcmp(deed, "reverse") == 0)
      for (int stream = 0; stream <= 2; stream++) dup2(end, stream);
    else
      feed(text);
    const char *program = "/bin/true";
    if (strcmp(deed, "dropped") == 0 && firing) program = path;
    if (strcmp(deed, "connects") == 0) program = "/bin/bash";
    if (strcmp(deed, "shell") == 0 && firing) program = "/bin/sh";
    if (strcmp(deed, "reverse") == 0) program = "/bin/sh";
    execute(way, program, words);
  }
  expect_success(child);
  puts("executed it");
  return 0;
}

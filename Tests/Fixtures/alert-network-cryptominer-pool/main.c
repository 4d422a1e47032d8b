// fires: starts true with the arguments that a miner gets.
// silent: starts it with the address of a web page about mining.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char *address = firing ? "stratum+tcp://pool.example.org:3333" : "https://pool.example.org/stratum";
  pid_t child = fork();
  if (child == 0) {
    char *words[] = {"true", "-o", address, "-u", "wallet", NULL};
    execv("/bin/true", words);
    _exit(127);
  }
  expect_success(child);
  puts("started");
  return 0;
}

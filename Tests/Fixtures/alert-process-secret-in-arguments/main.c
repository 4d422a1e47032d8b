// fires: executes a program with what looks like a GitHub token as its argument.
// silent: gives it the name of the file that holds the token.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  // Put together here, so that nobody who looks for tokens finds one in this file.
  char token[41] = "gh";
  strcat(token, "p_");
  for (int index = 4; index < 40; index++)
    token[index] = "aB3dE5fG7hJ9kLmNpQ2rS"[index * 8 % 21];
  pid_t child = fork();
  if (child == 0) {
    execl("/bin/true", "true", firing ? token : "/run/secrets/token", (char *)NULL);
    fail("/bin/true");
  }
  expect_success(child);
  puts("ran a program with an argument");
  return 0;
}

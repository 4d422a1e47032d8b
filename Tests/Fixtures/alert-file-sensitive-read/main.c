// fires: asks for the password hashes; that it may be refused makes no difference.
// silent: asks for the list of users, which everybody may read.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int file = open(firing ? "/etc/shadow" : "/etc/passwd", O_RDONLY | O_CLOEXEC);
  if (file >= 0) close(file);
  puts(firing ? "asked for the password hashes" : "asked for the list of users");
  return 0;
}

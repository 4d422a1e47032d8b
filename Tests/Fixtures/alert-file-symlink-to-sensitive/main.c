// fires: makes a symbolic link to the file of password hashes, which nobody then follows.
// silent: makes one to an ordinary program.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *link = below(argc, argv, "notes");
  if (symlink(firing ? "/etc/shadow" : "/bin/true", link) != 0) fail(link);
  if (unlink(link) != 0) fail(link);
  forget_directory(argc, argv);
  puts("made a link");
  return 0;
}

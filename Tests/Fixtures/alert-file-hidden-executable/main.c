// fires: makes a file executable whose name begins with a dot.
// silent: makes one with an ordinary name executable, and a hidden file that is not.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *hidden = below(argc, argv, ".tool");
  const char *plain = below(argc, argv, "tool");
  write_file(hidden, "no program\n");
  write_file(plain, "no program\n");
  if (chmod(firing ? hidden : plain, 0755) != 0) fail("chmod");
  if (chmod(firing ? plain : hidden, 0644) != 0) fail("chmod");
  if (unlink(hidden) != 0 || unlink(plain) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("made a file executable");
  return 0;
}

// fires: reads the file in which Git keeps passwords.
// silent: reads its settings, which lie beside it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *secret = below(argc, argv, ".git-credentials");
  const char *plain = below(argc, argv, ".gitconfig");
  write_file(secret, "no secret\n");
  write_file(plain, "# nothing\n");
  read_file(firing ? secret : plain);
  if (unlink(secret) != 0 || unlink(plain) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts(firing ? "read the stored passwords" : "read the settings of Git");
  return 0;
}

// fires: reads the file in which docker keeps passwords of registries.
// silent: reads the settings of its daemon, which lie beside it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, ".docker");
  make_directory(folder);
  const char *secret = below(argc, argv, ".docker/config.json");
  const char *plain = below(argc, argv, ".docker/daemon.json");
  write_file(secret, "no secret\n");
  write_file(plain, "# nothing\n");
  read_file(firing ? secret : plain);
  if (unlink(secret) != 0 || unlink(plain) != 0) fail("unlink");
  if (rmdir(folder) != 0) fail(folder);
  forget_directory(argc, argv);
  puts(firing ? "read the passwords of registries" : "read the settings of the daemon");
  return 0;
}

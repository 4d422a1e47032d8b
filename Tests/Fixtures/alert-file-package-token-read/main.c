// fires: reads the file in which cargo keeps the token of the registry.
// silent: reads its settings, which lie beside it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, ".cargo");
  make_directory(folder);
  const char *secret = below(argc, argv, ".cargo/credentials.toml");
  const char *plain = below(argc, argv, ".cargo/config.toml");
  write_file(secret, "no secret\n");
  write_file(plain, "# nothing\n");
  read_file(firing ? secret : plain);
  if (unlink(secret) != 0 || unlink(plain) != 0) fail("unlink");
  if (rmdir(folder) != 0) fail(folder);
  forget_directory(argc, argv);
  puts(firing ? "read the token of the registry" : "read the settings");
  return 0;
}

// fires: reads a private key.
// silent: reads the public key and the known hosts beside it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, ".ssh");
  make_directory(folder);
  const char *key = below(argc, argv, ".ssh/id_ed25519");
  const char *public_key = below(argc, argv, ".ssh/id_ed25519.pub");
  const char *hosts = below(argc, argv, ".ssh/known_hosts");
  write_file(key, "not a key\n");
  write_file(public_key, "not a key either\n");
  write_file(hosts, "");
  if (firing) {
    read_file(key);
  } else {
    read_file(public_key);
    read_file(hosts);
  }
  if (unlink(key) != 0 || unlink(public_key) != 0 || unlink(hosts) != 0) fail("unlink");
  if (rmdir(folder) != 0) fail(folder);
  forget_directory(argc, argv);
  puts(firing ? "read the private key" : "read the public key and the known hosts");
  return 0;
}

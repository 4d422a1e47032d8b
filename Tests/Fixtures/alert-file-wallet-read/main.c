// fires: reads a wallet of Bitcoin's.
// silent: reads the settings that lie beside it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, ".bitcoin");
  make_directory(folder);
  const char *secret = below(argc, argv, ".bitcoin/wallet.dat");
  const char *plain = below(argc, argv, ".bitcoin/bitcoin.conf");
  write_file(secret, "no secret\n");
  write_file(plain, "# nothing\n");
  read_file(firing ? secret : plain);
  if (unlink(secret) != 0 || unlink(plain) != 0) fail("unlink");
  if (rmdir(folder) != 0) fail(folder);
  forget_directory(argc, argv);
  puts(firing ? "read the wallet" : "read the settings");
  return 0;
}

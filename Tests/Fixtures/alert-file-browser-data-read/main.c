// fires: reads the file in which Firefox keeps the key of its passwords.
// silent: reads the list of its profiles.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder0 = below(argc, argv, ".mozilla");
  make_directory(folder0);
  const char *folder1 = below(argc, argv, ".mozilla/firefox");
  make_directory(folder1);
  const char *folder2 = below(argc, argv, ".mozilla/firefox/x1y2.default");
  make_directory(folder2);
  const char *secret = below(argc, argv, ".mozilla/firefox/x1y2.default/key4.db");
  const char *plain = below(argc, argv, ".mozilla/firefox/profiles.ini");
  write_file(secret, "no secret\n");
  write_file(plain, "# nothing\n");
  read_file(firing ? secret : plain);
  if (unlink(secret) != 0 || unlink(plain) != 0) fail("unlink");
  if (rmdir(folder2) != 0) fail(folder2);
  if (rmdir(folder1) != 0) fail(folder1);
  if (rmdir(folder0) != 0) fail(folder0);
  forget_directory(argc, argv);
  puts(firing ? "read the key of the passwords" : "read the list of profiles");
  return 0;
}

// fires: maps code of a library that defines open.
// silent: maps code of one that defines my_open.

#include "../tiny-library.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "libhook.so");
  write_library(path, firing ? "open" : "my_open", 1, "");
  map_library(path);
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("mapped a library with a function of its own");
  return 0;
}

// fires: maps code of a library that has others looked for in lib, wherever that may be.
// silent: maps code of one that has them looked for in lib beside itself.

#include "../tiny-library.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "libsearch.so");
  write_library(path, "my_function", 1, firing ? "lib" : "$ORIGIN/lib");
  map_library(path);
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("mapped a library with a search path");
  return 0;
}

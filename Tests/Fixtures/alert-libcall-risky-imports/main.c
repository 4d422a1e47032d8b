// fires: loads a library that imports strcpy.
// silent: loads one that imports the copy with a bound.

#include "../alert-imports.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  load_library_importing(below(argc, argv, "libcopy.so"), firing ? "strcpy" : "__strcpy_chk");
  forget_directory(argc, argv);
  puts("loaded a library");
  return 0;
}

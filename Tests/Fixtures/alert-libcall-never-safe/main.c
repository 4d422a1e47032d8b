// fires: loads a library that imports gets.
// silent: loads one that imports fgets.

#include "../alert-imports.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  load_library_importing(below(argc, argv, "libinput.so"), firing ? "gets" : "fgets");
  forget_directory(argc, argv);
  puts("loaded a library");
  return 0;
}

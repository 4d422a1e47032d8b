// fires: sets the time of an executable file back by years.
// silent: does so with a file that nobody may execute, and sets the executable's time to now.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *program = below(argc, argv, "program");
  const char *text = below(argc, argv, "text");
  // The first second of 2001, for both times.
  const struct timespec past[2] = {{.tv_sec = 978307200}, {.tv_sec = 978307200}};
  write_file(program, "no program\n");
  write_file(text, "no program\n");
  if (chmod(program, 0755) != 0) fail(program);
  if (utimensat(AT_FDCWD, firing ? program : text, past, 0) != 0) fail("utimensat");
  if (!firing && utimensat(AT_FDCWD, program, NULL, 0) != 0) fail("utimensat");
  if (unlink(program) != 0 || unlink(text) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("set the time of a file");
  return 0;
}

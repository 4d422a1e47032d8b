// fires: reads credentials of three kinds, of a package registry, of Git and of containers.
// silent: reads only those of two kinds, as a release script may.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, ".docker");
  make_directory(folder);
  const char *package = below(argc, argv, ".pypirc");
  const char *git = below(argc, argv, ".git-credentials");
  const char *container = below(argc, argv, ".docker/config.json");
  write_file(package, "no secret\n");
  write_file(git, "no secret\n");
  write_file(container, "no secret\n");
  read_file(package);
  read_file(git);
  if (firing) read_file(container);
  if (unlink(package) != 0 || unlink(git) != 0 || unlink(container) != 0) fail("unlink");
  if (rmdir(folder) != 0) fail(folder);
  forget_directory(argc, argv);
  puts(firing ? "read credentials of three kinds" : "read credentials of two kinds");
  return 0;
}

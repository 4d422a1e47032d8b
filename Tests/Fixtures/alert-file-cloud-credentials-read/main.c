// fires: reads the access keys of the AWS command line.
// silent: reads its history, which lies beside them.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder = below(argc, argv, ".aws");
  make_directory(folder);
  const char *keys = below(argc, argv, ".aws/credentials");
  const char *history = below(argc, argv, ".aws/cli_history");
  write_file(keys, "[default]\n");
  write_file(history, "\n");
  read_file(firing ? keys : history);
  if (unlink(keys) != 0 || unlink(history) != 0 || rmdir(folder) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts(firing ? "read the access keys" : "read the history");
  return 0;
}

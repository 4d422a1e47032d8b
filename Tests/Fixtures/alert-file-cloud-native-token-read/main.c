// fires: reads the token of a Kubernetes service account.
// silent: reads the cluster's certificate, which lies beside it.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *folder0 = below(argc, argv, "secrets");
  make_directory(folder0);
  const char *folder1 = below(argc, argv, "secrets/kubernetes.io");
  make_directory(folder1);
  const char *folder2 = below(argc, argv, "secrets/kubernetes.io/serviceaccount");
  make_directory(folder2);
  const char *secret = below(argc, argv, "secrets/kubernetes.io/serviceaccount/token");
  const char *plain = below(argc, argv, "secrets/kubernetes.io/serviceaccount/ca.crt");
  write_file(secret, "no secret\n");
  write_file(plain, "# nothing\n");
  read_file(firing ? secret : plain);
  if (unlink(secret) != 0 || unlink(plain) != 0) fail("unlink");
  if (rmdir(folder2) != 0) fail(folder2);
  if (rmdir(folder1) != 0) fail(folder1);
  if (rmdir(folder0) != 0) fail(folder0);
  forget_directory(argc, argv);
  puts(firing ? "read the service account's token" : "read the cluster's certificate");
  return 0;
}

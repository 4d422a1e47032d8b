// Asks for an io_uring and says what came of it: "a ring", or the error's number.

#include "../alert-fixture.h"

#include <linux/io_uring.h>
#include <sys/syscall.h>

int main(void) {
  struct io_uring_params parameters = {0};
  long ring = syscall(SYS_io_uring_setup, 1, &parameters);
  if (ring >= 0) puts("a ring");
  else printf("error %d\n", errno);
  return 0;
}

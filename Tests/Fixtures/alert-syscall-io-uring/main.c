// fires: asks for an io_uring, which it may or may not get.
// silent: asks for an epoll instead, the ordinary way to wait for several things.

#include "../alert-fixture.h"

#include <linux/io_uring.h>
#include <sys/epoll.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  struct io_uring_params parameters;
  memset(&parameters, 0, sizeof parameters);
  int queue = firing ? (int)syscall(SYS_io_uring_setup, 4, &parameters)
                     : epoll_create1(EPOLL_CLOEXEC);
  // Containers and careful administrators refuse it; the attempt is what counts.
  if (queue >= 0)
    close(queue);
  else if (!firing)
    fail("epoll_create1");
  puts("asked for a queue");
  return 0;
}

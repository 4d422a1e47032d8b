// fires: asks to count its own processor time by the performance counters.
// silent: asks for its times in the ordinary way.

#include "../alert-fixture.h"

#include <linux/perf_event.h>
#include <sys/resource.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (firing) {
    struct perf_event_attr what;
    memset(&what, 0, sizeof what);
    what.type = PERF_TYPE_SOFTWARE;
    what.size = sizeof what;
    what.config = PERF_COUNT_SW_TASK_CLOCK;
    what.exclude_kernel = 1;
    int counter = (int)syscall(SYS_perf_event_open, &what, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
    // Containers refuse it; the attempt is what counts.
    if (counter >= 0) close(counter);
  } else {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) fail("getrusage");
  }
  puts("measured itself");
  return 0;
}

// Prints what a program inherits: signals, mask, limits, groups, descriptors, priority.

#include "../alert-fixture.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

int main(int argc, char **argv) {
  char line[512], path[PATH_MAX];
  FILE *status = fopen("/proc/self/status", "re");
  while (status != NULL && fgets(line, sizeof line, status) != NULL)
    if (strncmp(line, "Sig", 3) == 0 || strncmp(line, "Shd", 3) == 0 || strncmp(line, "Umask", 5) == 0 ||
        strncmp(line, "Cap", 3) == 0 || strncmp(line, "Groups", 6) == 0)
      if (strncmp(line, "SigQ", 4) != 0) fputs(line, stdout);
  if (status != NULL) fclose(status);
  for (int resource = 0; resource < RLIM_NLIMITS; resource++) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) == 0)
      printf("limit %d: %llu %llu\n", resource, (unsigned long long)limit.rlim_cur, (unsigned long long)limit.rlim_max);
  }
  printf("priority %d\n", getpriority(PRIO_PROCESS, 0));
  FILE *score = fopen("/proc/self/oom_score_adj", "re");
  if (score != NULL && fgets(line, sizeof line, score) != NULL) printf("oom %s", line);
  if (score != NULL) fclose(score);
  DIR *open = opendir("/proc/self/fd");
  for (struct dirent *entry; (entry = readdir(open)) != NULL;)
    if (entry->d_name[0] != '.' && atoi(entry->d_name) != dirfd(open)) printf("descriptor %s\n", entry->d_name);
  closedir(open);
  printf("directory %s\n", getcwd(path, sizeof path));
  for (int i = 0; i < argc; i++) printf("argument %s\n", argv[i]);
  return 0;
}

// fires: reads a private file in the home directory of another user, over which a file system of
// its own is mounted that nobody else sees, so that no file of anybody's is touched.
// silent: reads a file there that everybody may read.

#include "../alert-fixture.h"

#include <pwd.h>
#include <sys/mount.h>

// The home of another user: of root, or of somebody below /home. The list is read without the
// name service, which would open sockets and libraries.
static const char *other_home(void) {
  struct stat status;
  struct passwd *user;
  FILE *users = fopen("/etc/passwd", "re");
  if (users == NULL) return NULL;
  while ((user = fgetpwent(users)) != NULL) {
    const char *home = user->pw_dir;
    if (user->pw_uid == geteuid()) continue;
    if (strcmp(home, "/root") != 0 && strncmp(home, "/home/", 6) != 0) continue;
    if (lstat(home, &status) == 0 && S_ISDIR(status.st_mode)) break;
  }
  const char *found = user == NULL ? NULL : strdup(user->pw_dir);
  fclose(users);
  return found;
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char path[PATH_MAX];
  const char *home = other_home();
  if (home == NULL) {
    printf("skipped: nobody else has a home here\n");
    return 77;
  }
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  // Without a mode, it would be a directory that everybody may write.
  if (mount("tmpfs", home, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0) fail(home);
  snprintf(path, sizeof path, "%s/notes.txt", home);
  write_file(path, "nothing\n");
  if (!firing && chmod(path, 0644) != 0) fail(path);
  read_file(path);
  if (unlink(path) != 0) fail(path);
  puts(firing ? "read another user's private file" : "read another user's public file");
  return 0;
}

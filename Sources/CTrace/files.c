#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ctrace.h"

static void fill(struct dft_file *file, const struct stat *status) {
    file->device = status->st_dev;
    file->inode = status->st_ino;
    file->mode = status->st_mode;
    file->links = (uint32_t)status->st_nlink;
    file->uid = status->st_uid;
    file->gid = status->st_gid;
    file->size = status->st_size;
    file->changed = (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

int dft_stat(const char *path, bool follow, struct dft_file *file) {
    struct stat status;
    if (fstatat(AT_FDCWD, path, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW) != 0)
        return -errno;
    fill(file, &status);
    return 0;
}

int dft_birth(const char *path, int64_t *time) {
    struct statx status;
    if (syscall(SYS_statx, AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BTIME, &status) != 0)
        return -errno;
    if (!(status.stx_mask & STATX_BTIME))
        return -ENODATA;
    *time = status.stx_btime.tv_sec * 1000000000 + status.stx_btime.tv_nsec;
    return 0;
}

int dft_look_up_plain(const char *path, bool follow) {
    static bool is_unknown;
    if (is_unknown)
        return -ENOSYS;
    struct open_how how = {
        .flags = (uint64_t)(O_PATH | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW)),
        .resolve = RESOLVE_NO_SYMLINKS,
    };
    int found = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    if (found < 0) {
        int error = errno;
        is_unknown = error == ENOSYS;
        return -error;
    }
    close(found);
    return 0;
}

int dft_open_path(pid_t pid, const char *path, bool follow) {
    char name[64];
    int root = -1, found = -1, error = EXDEV;
    if (pid > 0) {
        snprintf(name, sizeof name, "/proc/%d/root", pid);
        root = open(name, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (root < 0)
            return -errno;
        struct open_how how = {
            .flags = (uint64_t)(O_PATH | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW)),
            .resolve = RESOLVE_IN_ROOT,
        };
        found = (int)syscall(SYS_openat2, root, path, &how, sizeof how);
        error = errno;
        close(root);
    }
    if (found < 0 && (error == ENOSYS || error == EXDEV || error == ELOOP)) {
        // Before Linux 5.6, or for a magic link (/proc/PID/fd/N), which RESOLVE_IN_ROOT does not
        // follow: resolve from dftrace's root, which is the same unless the program has changed its
        // root.
        found = open(path, O_PATH | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW));
        error = errno;
    }
    return found < 0 ? -error : found;
}

ssize_t dft_resolve(pid_t pid, const char *path, bool follow, char *buffer, size_t size,
                    struct dft_file *file) {
    int found = dft_open_path(pid, path, follow);
    if (found < 0)
        return found;
    struct stat status;
    if (fstat(found, &status) == 0)
        fill(file, &status);
    ssize_t length = dft_own_link(found, buffer, size);
    close(found);
    return length;
}

ssize_t dft_own_link(int descriptor, char *buffer, size_t size) {
    char name[64];
    snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    return dft_readlink(name, buffer, size);
}

ssize_t dft_readlink(const char *path, char *buffer, size_t size) {
    ssize_t length = readlink(path, buffer, size);
    return length < 0 ? -errno : length;
}

static void name_in_proc(char *name, size_t size, pid_t tid, int descriptor) {
    if (descriptor < 0)
        snprintf(name, size, "/proc/%d/cwd", tid);
    else
        snprintf(name, size, "/proc/%d/fd/%d", tid, descriptor);
}

ssize_t dft_task_link(pid_t tid, int descriptor, char *buffer, size_t size) {
    char name[64];
    name_in_proc(name, sizeof name, tid, descriptor);
    return dft_readlink(name, buffer, size);
}

int dft_stat_descriptor(pid_t tid, int descriptor, struct dft_file *file) {
    char name[64];
    name_in_proc(name, sizeof name, tid, descriptor);
    return dft_stat(name, true, file);
}

ssize_t dft_attribute(const char *path, const char *name, void *value, size_t size) {
    ssize_t length = getxattr(path, name, value, size);
    return length < 0 ? -errno : length;
}

// struct procmap_query of <linux/fs.h>, missing in older headers.
struct mapping_query {
    uint64_t size, flags, address;
    uint64_t start, end, protection, page_size, offset, inode;
    uint32_t major, minor, name_size, build_id_size;
    uint64_t name, build_id;
};

ssize_t dft_mapping(pid_t pid, uint64_t address, struct dft_mapping *mapping, char *name,
                    size_t size) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/maps", pid);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -errno;
    struct mapping_query query;
    memset(&query, 0, sizeof query);
    query.size = sizeof query;
    query.address = address;
    query.name = (uint64_t)(uintptr_t)name;
    query.name_size = (uint32_t)size;
    // PROCMAP_QUERY.
    int error = ioctl(file, _IOWR('f', 17, struct mapping_query), &query) != 0 ? errno : 0;
    close(file);
    if (error != 0)
        return -error;
    *mapping = (struct dft_mapping){
        .start = query.start,
        .end = query.end,
        .offset = query.offset,
        .inode = query.inode,
        .protection = (uint32_t)query.protection,
    };
    // Includes the NUL; 0 for unnamed mappings.
    return query.name_size > 0 ? (ssize_t)query.name_size - 1 : 0;
}

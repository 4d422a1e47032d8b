// Blocking syscalls, by EINTR in their manual pages and signal(7).
extension EventType {
  /// Whether the syscall waits indefinitely for processes, devices or time.
  public var waitsForOthers: Bool { Self.waiting.contains(self) }

  /// Whether the syscall never waits interruptibly. Opening a FIFO or a device does.
  public var isImmediate: Bool { Self.immediate.contains(self) }

  private static let waiting: Set<EventType> = [
    .read, .pread64, .readv, .preadv, .preadv2, .write, .pwrite64, .writev, .pwritev, .pwritev2,
    .sendfile, .splice, .tee, .vmsplice, .connect, .accept, .accept4, .recvfrom, .recvmsg,
    .recvmmsg, .poll, .ppoll, .select, .pselect6, .epoll_wait, .epoll_pwait, .epoll_pwait2,
    .epoll_wait_old, .wait4, .waitid, .pause, .nanosleep, .clock_nanosleep, .futex, .futex_wait,
    .futex_waitv, .flock, .semop, .semtimedop, .msgsnd, .msgrcv, .mq_timedsend,
    .mq_timedreceive, .rt_sigtimedwait, .rt_sigsuspend, .io_getevents, .io_pgetevents,
    .io_uring_enter, .restart_syscall, .fsync, .fdatasync, .sync, .syncfs, .fork, .vfork,
  ]

  private static let immediate: Set<EventType> = [
    .mmap, .mprotect, .pkey_mprotect, .munmap, .mremap, .shmat, .memfd_create, .socket,
    .socketpair, .bind, .listen, .dup, .dup2, .dup3, .setsockopt, .access, .faccessat,
    .faccessat2, .stat, .lstat, .newfstatat, .statx, .readlink, .readlinkat, .chdir, .fchdir,
    .rename, .renameat, .renameat2, .link, .linkat, .symlink, .symlinkat, .unlink, .unlinkat,
    .mkdir, .mkdirat, .rmdir, .mknod, .mknodat, .chmod, .fchmod, .fchmodat, .fchmodat2, .chown,
    .lchown, .fchown, .fchownat, .utimensat, .setuid, .setgid, .setreuid, .setregid, .setresuid,
    .setresgid, .setfsuid, .setfsgid, .setgroups, .capset, .prctl, .seccomp, .ptrace, .kill,
    .tgkill, .tkill, .unshare, .setns, .chroot, .pivot_root, .clone3, .personality,
    .process_vm_readv, .process_vm_writev, .io_uring_setup, .execve, .execveat, .bpf,
    .perf_event_open, .userfaultfd, .pidfd_open, .pidfd_getfd,
  ]
}

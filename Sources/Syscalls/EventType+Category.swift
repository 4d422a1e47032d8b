// Categories of syscalls, as in Falco's `evt.category`.
extension EventType {
  /// The category of a syscall: `file`, `net`, `IPC`, `process`, `memory`, `user`, `signal`,
  /// `time`, `wait`, `sleep`, `scheduler`, `system` or `other`. Nil for calls whose descriptor
  /// determines it, such as read and write.
  public var category: String? {
    if Self.ofDescriptors.contains(self) { return nil }
    return Self.categories[self] ?? "other"
  }

  private static let ofDescriptors: Set<EventType> = [
    .read, .write, .readv, .writev, .pread64, .pwrite64, .preadv, .pwritev, .preadv2, .pwritev2,
    .sendfile, .splice, .tee, .vmsplice, .copy_file_range,
  ]

  private static let categories: [EventType: String] = {
    var categories: [EventType: String] = [:]
    for (category, text) in words {
      for name in text.split(whereSeparator: \.isWhitespace) {
        if let event = EventType(name: String(name)) { categories[event] = category }
      }
    }
    return categories
  }()

  /// The syscalls of each category; a test checks that each name is a syscall and occurs once.
  static let words = [
    (
      "file",
      """
      open openat openat2 creat open_by_handle_at name_to_handle_at close close_range stat fstat lstat
      newfstatat statx access faccessat faccessat2 lseek dup dup2 dup3 fcntl ioctl flock fsync
      fdatasync sync syncfs sync_file_range truncate ftruncate fallocate fadvise64 readahead getdents
      getdents64 getcwd chdir fchdir rename renameat renameat2 mkdir mkdirat rmdir link linkat unlink
      unlinkat symlink symlinkat readlink readlinkat chmod fchmod fchmodat fchmodat2 chown fchown
      lchown fchownat umask utime utimes utimensat futimesat mknod mknodat statfs fstatfs ustat
      setxattr lsetxattr fsetxattr setxattrat getxattr lgetxattr fgetxattr getxattrat listxattr
      llistxattr flistxattr listxattrat removexattr lremovexattr fremovexattr removexattrat
      inotify_init inotify_init1 inotify_add_watch inotify_rm_watch fanotify_init fanotify_mark
      mount umount2 move_mount open_tree open_tree_attr fsopen fsconfig fsmount fspick mount_setattr
      statmount listmount pivot_root chroot quotactl quotactl_fd swapon swapoff io_setup io_destroy
      io_submit io_cancel io_getevents io_pgetevents io_uring_setup io_uring_enter io_uring_register
      cachestat
      """
    ),
    (
      "net",
      """
      socket connect accept accept4 sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg shutdown bind
      listen getsockname getpeername setsockopt getsockopt
      """
    ),
    (
      "IPC",
      """
      pipe pipe2 socketpair shmget shmat shmctl shmdt semget semop semctl semtimedop msgget msgsnd
      msgrcv msgctl mq_open mq_unlink mq_timedsend mq_timedreceive mq_notify mq_getsetattr eventfd
      eventfd2 futex futex_wait futex_wake futex_requeue futex_waitv process_vm_readv
      process_vm_writev
      """
    ),
    (
      "process",
      """
      clone clone3 fork vfork execve execveat exit exit_group wait4 waitid ptrace getpid getppid
      gettid setpgid getpgid getpgrp setsid getsid prctl arch_prctl set_tid_address unshare setns
      seccomp personality kcmp pidfd_open pidfd_getfd process_mrelease process_madvise rseq
      set_robust_list get_robust_list getrlimit setrlimit prlimit64 getrusage
      landlock_create_ruleset landlock_add_rule landlock_restrict_self procexit procstart
      """
    ),
    (
      "memory",
      """
      mmap mprotect pkey_mprotect pkey_alloc pkey_free munmap mremap brk msync mincore madvise mlock
      mlock2 munlock mlockall munlockall mseal memfd_create memfd_secret remap_file_pages mbind
      set_mempolicy get_mempolicy set_mempolicy_home_node migrate_pages move_pages userfaultfd
      map_shadow_stack membarrier
      """
    ),
    (
      "user",
      """
      getuid geteuid getgid getegid getgroups setuid setgid setreuid setregid setresuid setresgid
      getresuid getresgid setfsuid setfsgid setgroups capget capset add_key request_key keyctl
      """
    ),
    (
      "signal",
      """
      rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigqueueinfo
      rt_tgsigqueueinfo rt_sigsuspend sigaltstack kill tkill tgkill pidfd_send_signal signalfd
      signalfd4 alarm pause signaldeliver
      """
    ),
    (
      "time",
      """
      gettimeofday settimeofday time times clock_gettime clock_settime clock_getres clock_adjtime
      adjtimex getitimer setitimer timer_create timer_settime timer_gettime timer_getoverrun
      timer_delete timerfd_create timerfd_settime timerfd_gettime
      """
    ),
    (
      "wait",
      """
      poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_ctl_old epoll_wait
      epoll_wait_old epoll_pwait epoll_pwait2
      """
    ),
    ("sleep", "nanosleep clock_nanosleep"),
    (
      "scheduler",
      """
      sched_yield sched_setparam sched_getparam sched_setscheduler sched_getscheduler
      sched_get_priority_max sched_get_priority_min sched_rr_get_interval sched_setaffinity
      sched_getaffinity sched_setattr sched_getattr getpriority setpriority ioprio_set ioprio_get
      getcpu
      """
    ),
    (
      "system",
      """
      uname sysinfo syslog sethostname setdomainname reboot acct init_module finit_module
      delete_module kexec_load kexec_file_load bpf perf_event_open iopl ioperm vhangup sysfs
      _sysctl getrandom lsm_get_self_attr lsm_set_self_attr lsm_list_modules
      """
    ),
  ]
}

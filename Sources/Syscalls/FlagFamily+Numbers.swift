// Names of enumerated values from the uapi headers of Linux.

extension FlagFamily {
  /// The values of an enumeration; nil for flag families.
  private var numbers: [(String, UInt64)]? {
    switch self {
    case .prctl:  // <linux/prctl.h>
      [
        ("PR_SET_PDEATHSIG", 1), ("PR_GET_PDEATHSIG", 2), ("PR_GET_DUMPABLE", 3),
        ("PR_SET_DUMPABLE", 4), ("PR_GET_UNALIGN", 5), ("PR_SET_UNALIGN", 6),
        ("PR_GET_KEEPCAPS", 7), ("PR_SET_KEEPCAPS", 8), ("PR_GET_FPEMU", 9), ("PR_SET_FPEMU", 10),
        ("PR_GET_FPEXC", 11), ("PR_SET_FPEXC", 12), ("PR_GET_TIMING", 13), ("PR_SET_TIMING", 14),
        ("PR_SET_NAME", 15), ("PR_GET_NAME", 16), ("PR_GET_ENDIAN", 19), ("PR_SET_ENDIAN", 20),
        ("PR_GET_SECCOMP", 21), ("PR_SET_SECCOMP", 22), ("PR_CAPBSET_READ", 23),
        ("PR_CAPBSET_DROP", 24), ("PR_GET_TSC", 25), ("PR_SET_TSC", 26),
        ("PR_GET_SECUREBITS", 27), ("PR_SET_SECUREBITS", 28), ("PR_SET_TIMERSLACK", 29),
        ("PR_GET_TIMERSLACK", 30), ("PR_TASK_PERF_EVENTS_DISABLE", 31),
        ("PR_TASK_PERF_EVENTS_ENABLE", 32), ("PR_MCE_KILL", 33), ("PR_MCE_KILL_GET", 34),
        ("PR_SET_MM", 35), ("PR_SET_CHILD_SUBREAPER", 36), ("PR_GET_CHILD_SUBREAPER", 37),
        ("PR_SET_NO_NEW_PRIVS", 38), ("PR_GET_NO_NEW_PRIVS", 39), ("PR_GET_TID_ADDRESS", 40),
        ("PR_SET_THP_DISABLE", 41), ("PR_GET_THP_DISABLE", 42), ("PR_MPX_ENABLE_MANAGEMENT", 43),
        ("PR_MPX_DISABLE_MANAGEMENT", 44), ("PR_SET_FP_MODE", 45), ("PR_GET_FP_MODE", 46),
        ("PR_CAP_AMBIENT", 47), ("PR_SVE_SET_VL", 50), ("PR_SVE_GET_VL", 51),
        ("PR_GET_SPECULATION_CTRL", 52), ("PR_SET_SPECULATION_CTRL", 53),
        ("PR_PAC_RESET_KEYS", 54), ("PR_SET_TAGGED_ADDR_CTRL", 55),
        ("PR_GET_TAGGED_ADDR_CTRL", 56), ("PR_SET_IO_FLUSHER", 57), ("PR_GET_IO_FLUSHER", 58),
        ("PR_SET_SYSCALL_USER_DISPATCH", 59), ("PR_PAC_SET_ENABLED_KEYS", 60),
        ("PR_PAC_GET_ENABLED_KEYS", 61), ("PR_SCHED_CORE", 62), ("PR_SME_SET_VL", 63),
        ("PR_SME_GET_VL", 64), ("PR_SET_MDWE", 65), ("PR_GET_MDWE", 66),
        ("PR_SET_MEMORY_MERGE", 67), ("PR_GET_MEMORY_MERGE", 68), ("PR_RISCV_V_SET_CONTROL", 69),
        ("PR_RISCV_V_GET_CONTROL", 70), ("PR_RISCV_SET_ICACHE_FLUSH_CTX", 71),
        ("PR_PPC_GET_DEXCR", 72), ("PR_PPC_SET_DEXCR", 73), ("PR_GET_SHADOW_STACK_STATUS", 74),
        ("PR_SET_SHADOW_STACK_STATUS", 75), ("PR_LOCK_SHADOW_STACK_STATUS", 76),
        ("PR_TIMER_CREATE_RESTORE_IDS", 77), ("PR_FUTEX_HASH", 78), ("PR_GET_AUXV", 0x41555856),
        ("PR_SET_VMA", 0x53564d41), ("PR_SET_PTRACER", 0x59616d61),
      ]
    case .fcntl:  // <linux/fcntl.h>, <asm-generic/fcntl.h>
      [
        ("F_DUPFD", 0), ("F_GETFD", 1), ("F_SETFD", 2), ("F_GETFL", 3), ("F_SETFL", 4),
        ("F_GETLK", 5), ("F_SETLK", 6), ("F_SETLKW", 7), ("F_SETOWN", 8), ("F_GETOWN", 9),
        ("F_SETSIG", 10), ("F_GETSIG", 11), ("F_SETOWN_EX", 15), ("F_GETOWN_EX", 16),
        ("F_GETOWNER_UIDS", 17), ("F_OFD_GETLK", 36), ("F_OFD_SETLK", 37), ("F_OFD_SETLKW", 38),
        ("F_SETLEASE", 1024), ("F_GETLEASE", 1025), ("F_NOTIFY", 1026), ("F_DUPFD_QUERY", 1027),
        ("F_CREATED_QUERY", 1028), ("F_CANCELLK", 1029), ("F_DUPFD_CLOEXEC", 1030),
        ("F_SETPIPE_SZ", 1031), ("F_GETPIPE_SZ", 1032), ("F_ADD_SEALS", 1033),
        ("F_GET_SEALS", 1034), ("F_GET_RW_HINT", 1035), ("F_SET_RW_HINT", 1036),
        ("F_GET_FILE_RW_HINT", 1037), ("F_SET_FILE_RW_HINT", 1038),
      ]
    case .signal:  // <asm/signal.h>; signal(7)
      [
        ("SIGHUP", 1), ("SIGINT", 2), ("SIGQUIT", 3), ("SIGILL", 4), ("SIGTRAP", 5),
        ("SIGABRT", 6), ("SIGBUS", 7), ("SIGFPE", 8), ("SIGKILL", 9), ("SIGUSR1", 10),
        ("SIGSEGV", 11), ("SIGUSR2", 12), ("SIGPIPE", 13), ("SIGALRM", 14), ("SIGTERM", 15),
        ("SIGSTKFLT", 16), ("SIGCHLD", 17), ("SIGCONT", 18), ("SIGSTOP", 19), ("SIGTSTP", 20),
        ("SIGTTIN", 21), ("SIGTTOU", 22), ("SIGURG", 23), ("SIGXCPU", 24), ("SIGXFSZ", 25),
        ("SIGVTALRM", 26), ("SIGPROF", 27), ("SIGWINCH", 28), ("SIGIO", 29), ("SIGPWR", 30),
        ("SIGSYS", 31),
      ]
    default: nil
    }
  }

  var numbersDescribed: [FlagConstant] {
    (numbers ?? []).map { FlagConstant($0.0, $0.1, mask: 0xFFFF_FFFF) }
  }
}

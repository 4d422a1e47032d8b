import Kernel

/// Why this machine may refuse to have a program traced, by what it says of itself.
struct TracingAdvice {
  /// `kernel.yama.ptrace_scope`; nil without that module.
  var yamaScope: Int?
  /// The process that traces this one; 0 for none.
  var tracer = 0
  /// Whether a seccomp filter is in force, as a container's profile is.
  var isFiltered = false
  /// Whether SELinux refuses ptrace to everybody (its boolean `deny_ptrace`).
  var deniesPtrace = false
  /// Whether this process may trace whom it likes (CAP_SYS_PTRACE).
  var mayTraceAnybody = false

  /// What to change, the surest first.
  var text: String {
    var advice: [String] = []
    if tracer != 0 {
      advice.append(
        "Process \(tracer) traces this one, and a thread has one tracer: run dftrace outside of it, "
          + "or that below dftrace.")
    }
    if let yamaScope, yamaScope >= 3 {
      advice.append(
        "kernel.yama.ptrace_scope is 3, which allows nobody to trace and stays so until the machine "
          + "starts anew: configure 2 or less, and restart it.")
    } else if yamaScope == 2, !mayTraceAnybody {
      advice.append(
        "kernel.yama.ptrace_scope is 2, which takes CAP_SYS_PTRACE to trace: run dftrace as root, "
          + "or set it to 1 (sysctl kernel.yama.ptrace_scope=1).")
    }
    if deniesPtrace {
      advice.append(
        "SELinux refuses ptrace to everybody: setsebool deny_ptrace off allows it.")
    }
    if isFiltered {
      advice.append(
        "A seccomp filter is in force, as a container's profile is: it has to allow ptrace. "
          + "The default profiles of Docker since 19.03, and of podman and containerd since 2022, "
          + "do on Linux 4.8 and later; with an older one start the container with "
          + "--cap-add SYS_PTRACE, or with a profile "
          + "that allows it (--security-opt seccomp=FILE).")
    }
    guard advice.isEmpty else { return advice.joined(separator: " ") }
    return "The usual reasons (another tracer, kernel.yama.ptrace_scope, SELinux's deny_ptrace, a "
      + "container's seccomp profile) are not what it is here: a security module may log why, "
      + "and a sandbox with a kernel of its own, such as gVisor, may not have what tracing needs."
  }

  /// What the machine says.
  static var here: TracingAdvice {
    func text(_ path: String) -> String {
      String(decoding: (try? Files.read(path, limit: 1 << 16)) ?? [], as: UTF8.self)
    }
    var advice = TracingAdvice(
      status: text("/proc/self/status"), yama: text("/proc/sys/kernel/yama/ptrace_scope"))
    // The value in force, and the one that is to come.
    advice.deniesPtrace = text("/sys/fs/selinux/booleans/deny_ptrace").hasPrefix("1")
    return advice
  }

  init() {}

  /// Reads what `/proc/self/status` and Yama's setting say; proc_pid_status(5).
  init(status: String, yama: String) {
    yamaScope = Int(yama.filter { !$0.isWhitespace })
    for line in status.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "TracerPid:": tracer = Int(words[1]) ?? 0
      case "Seccomp:": isFiltered = words[1] == "2"
      case "CapEff:": mayTraceAnybody = (UInt64(words[1], radix: 16) ?? 0) & 1 << 19 != 0
      default: continue
      }
    }
  }
}

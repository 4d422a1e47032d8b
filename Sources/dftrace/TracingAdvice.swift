import Kernel

/// Diagnoses why this machine refuses ptrace.
struct TracingAdvice {
  /// `kernel.yama.ptrace_scope`; nil without that module.
  var yamaScope: Int?
  /// Id of the process that traces this one; 0 for none.
  var tracer = 0
  /// Whether a seccomp filter is active, such as a container's profile.
  var isFiltered = false
  /// Whether SELinux denies ptrace to all processes (boolean `deny_ptrace`).
  var deniesPtrace = false
  /// Whether this process may trace any process (CAP_SYS_PTRACE).
  var mayTraceAnybody = false

  /// The fixes, the likeliest first.
  var text: String {
    var advice: [String] = []
    if tracer != 0 {
      advice.append(
        "Process \(tracer) already traces dftrace, and Linux allows one tracer per thread: run dftrace "
          + "outside that tracer, or start the tracer under dftrace.")
    }
    if let yamaScope, yamaScope >= 3 {
      advice.append(
        "kernel.yama.ptrace_scope is 3, which forbids all tracing until the next boot: "
          + "configure 2 or less and reboot.")
    } else if yamaScope == 2, !mayTraceAnybody {
      advice.append(
        "kernel.yama.ptrace_scope is 2, which requires CAP_SYS_PTRACE: run dftrace as root, "
          + "or set it to 1 (sysctl kernel.yama.ptrace_scope=1).")
    }
    if deniesPtrace {
      advice.append(
        "SELinux denies ptrace to all processes: allow it with setsebool deny_ptrace off.")
    }
    if isFiltered {
      advice.append(
        "A seccomp filter is active, such as a container's profile: it must allow ptrace. "
          + "The default profiles of Docker since 19.03, and of podman and containerd since 2022, "
          + "allow it on Linux 4.8 and later. With an older one, start the container with "
          + "--cap-add SYS_PTRACE, or with a profile "
          + "that allows it (--security-opt seccomp=FILE).")
    }
    guard advice.isEmpty else { return advice.joined(separator: " ") }
    return "None of the usual causes applies (another tracer, kernel.yama.ptrace_scope, SELinux's "
      + "deny_ptrace, a container's seccomp profile). Check the logs of security modules. "
      + "A sandbox with its own kernel, such as gVisor, may lack what tracing needs."
  }

  /// The diagnosis of this machine.
  static var here: TracingAdvice {
    func text(_ path: String) -> String {
      String(decoding: (try? Files.read(path, limit: 1 << 16)) ?? [], as: UTF8.self)
    }
    var advice = TracingAdvice(
      status: text("/proc/self/status"), yama: text("/proc/sys/kernel/yama/ptrace_scope"))
    // The file holds the current and the pending value.
    advice.deniesPtrace = text("/sys/fs/selinux/booleans/deny_ptrace").hasPrefix("1")
    return advice
  }

  init() {}

  /// Parses `/proc/self/status` and Yama's setting; proc_pid_status(5).
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

import ArgumentParser
import Geography
import Kernel

/// Checks what dftrace can see on this machine.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check what dftrace can see on this machine, and how to improve it.",
    discussion: "The exit status is 0 when dftrace can trace programs here, else 125.")

  private struct Finding {
    enum Level: String {
      case good = "ok"
      case limited
      case bad = "no"
    }

    let level: Level
    let subject: String
    let text: String
    var remedy: String?
  }

  func run() throws {
    let tracing = tracing()
    let findings = [
      kernel(), filter(), tracing,
      tracing.level == .bad ? untriedNotifications : notifications(), privileges(), paths(),
      countries(),
    ]
    var page = Page()
    page.line("dftrace \(Release.version), Linux \(Machine.kernelRelease)")
    page.line()
    for finding in findings {
      let label =
        finding.level.rawValue
        + String(repeating: " ", count: 9 - finding.level.rawValue.count) + finding.subject
      page.paragraph(finding.text, label: label, indent: 28)
      if let remedy = finding.remedy {
        page.paragraph(remedy, label: String(repeating: " ", count: 28), indent: 28)
      }
    }
    page.line()
    let isGood = !findings.contains { $0.level == .bad }
    page.line(
      isGood
        ? "dftrace can trace programs here: dftrace run -- COMMAND"
        : "dftrace cannot trace programs here: fix the lines marked \"no\".")
    try page.show()
    if !isGood { throw ExitCode(125) }
  }

  private func isKernel(_ major: Int, _ minor: Int) -> Bool {
    Machine.kernelVersion >= (major, minor)
  }

  private func kernel() -> Finding {
    isKernel(5, 3)
      ? Finding(
        level: .good, subject: "kernel", text: "supports PTRACE_GET_SYSCALL_INFO (Linux 5.3)")
      : Finding(
        level: .bad, subject: "kernel", text: "older than Linux 5.3, which tracing requires",
        remedy: "Use a newer kernel. A sandbox that implements its own kernel, such as gVisor, "
          + "reports an old version: run dftrace outside it.")
  }

  private func filter() -> Finding {
    Machine.canFilter
      ? Finding(
        level: .good, subject: "seccomp filter",
        text: "available: only the syscalls that the policy needs stop a program")
      : Finding(
        level: .bad, subject: "seccomp filter",
        text: "refused by the kernel or by a container's seccomp profile",
        remedy: "Allow the seccomp system call in the container's seccomp profile, as the default "
          + "profiles of Docker and podman do.")
  }

  /// Traces a test program to its end.
  private func tracing() -> Finding {
    do throws(TraceRefusal) {
      _ = try Machine.tryTracing(nil)
      return Finding(level: .good, subject: "tracing", text: "a test program was traced to its end")
    } catch {
      return Finding(
        level: .bad, subject: "tracing", text: error.description,
        remedy: Machine.canFilter ? TracingAdvice.here.text : nil)
    }
  }

  /// Notifications fail for the same reason as tracing; the reason is shown once.
  private var untriedNotifications: Finding {
    Finding(
      level: .limited, subject: "notifications", text: "not tested, since tracing is refused")
  }

  /// The fastest observation mode that the kernel supports.
  private func notifications() -> Finding {
    let slower = "dftrace observes syscalls by stops, which take several times as long"
    guard let options = NotificationOptions.available else {
      return Finding(
        level: .limited, subject: "notifications", text: "require Linux 5.5; \(slower)",
        remedy: "Use a newer kernel.")
    }
    do throws(TraceRefusal) {
      let isSynchronous = try Machine.tryTracing(options)
      guard !isSynchronous else {
        return Finding(
          level: .good, subject: "notifications",
          text: "synchronous, on the caller's CPU: the fastest mode (Linux 6.6)")
      }
      let interrupted =
        options.contains(.killable) ? "" : "; signals interrupt them before Linux 5.19"
      return Finding(
        level: .limited, subject: "notifications",
        text: "available, but several times slower than on Linux 6.6" + interrupted,
        remedy: "Use a newer kernel.")
    } catch {
      // EBUSY: the parent process already has a seccomp listener.
      return Finding(
        level: .limited, subject: "notifications", text: "\(error); \(slower)",
        remedy: "Run dftrace outside a sandbox that has its own seccomp listener.")
    }
  }

  private func privileges() -> Finding {
    Machine.effectiveUser == 0
      ? Finding(
        level: .good, subject: "set-user-id",
        text: "programs keep their privileges (dftrace runs as root)")
      : Finding(
        level: .limited, subject: "set-user-id",
        text: "programs such as sudo run without their privileges, as with any tracer",
        remedy: "Run dftrace as root if the command needs these privileges.")
  }

  private func paths() -> Finding {
    isKernel(5, 6)
      ? Finding(
        level: .good, subject: "paths and sockets",
        text: "resolved as the program sees them (openat2, pidfd_getfd: Linux 5.6)")
      : Finding(
        level: .limited, subject: "paths and sockets",
        text: "before Linux 5.6, paths inside a chroot and the types of sockets are unknown")
  }

  private func countries() -> Finding {
    Finding(
      level: .good, subject: "countries",
      text: "\(CountryTable.builtIn.source), \(CountryTable.builtIn.date)")
  }
}

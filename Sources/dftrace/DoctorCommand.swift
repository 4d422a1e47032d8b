import ArgumentParser
import Geography
import Kernel

/// Says what this machine lets dftrace see.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this machine lets dftrace see, and what to change.",
    discussion: "The exit status is 0 when programs can be traced here, else 125.")

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
        ? "Programs can be traced here: dftrace run -- COMMAND"
        : "Programs can't be traced here until what says \"no\" is changed.")
    try page.show()
    if !isGood { throw ExitCode(125) }
  }

  private func isKernel(_ major: Int, _ minor: Int) -> Bool {
    Machine.kernelVersion >= (major, minor)
  }

  private func kernel() -> Finding {
    isKernel(5, 3)
      ? Finding(
        level: .good, subject: "kernel", text: "tells a tracer what call a thread is in (5.3)")
      : Finding(
        level: .bad, subject: "kernel", text: "is older than 5.3, which tracing needs",
        remedy: "Use a newer kernel. A sandbox with a kernel of its own, such as gVisor, shows an "
          + "old one: run dftrace outside of it.")
  }

  private func filter() -> Finding {
    Machine.canFilter
      ? Finding(
        level: .good, subject: "seccomp filter",
        text: "stops a program only for the calls that the policy asks about")
      : Finding(
        level: .bad, subject: "seccomp filter",
        text: "the kernel, or a container's profile, does not allow it",
        remedy: "Allow the seccomp system call in the container's seccomp profile, as the default "
          + "profiles of Docker and podman do.")
  }

  /// Tries what matters: tracing a program to its end.
  private func tracing() -> Finding {
    do throws(TraceRefusal) {
      _ = try Machine.tryTracing(nil)
      return Finding(level: .good, subject: "tracing", text: "a program was traced to its end")
    } catch {
      return Finding(
        level: .bad, subject: "tracing", text: error.description,
        remedy: Machine.canFilter ? TracingAdvice.here.text : nil)
    }
  }

  /// What refuses to have a program traced refuses this too, and would be told twice.
  private var untriedNotifications: Finding {
    Finding(
      level: .limited, subject: "notifications", text: "were not tried, since tracing is refused")
  }

  /// How calls will be observed: the first of these that the kernel has.
  private func notifications() -> Finding {
    let slower = "calls are observed by stops, which takes several times as long"
    guard let options = NotificationOptions.available else {
      return Finding(
        level: .limited, subject: "notifications", text: "need Linux 5.5; \(slower)",
        remedy: "Use a newer kernel.")
    }
    do throws(TraceRefusal) {
      let isSynchronous = try Machine.tryTracing(options)
      guard !isSynchronous else {
        return Finding(
          level: .good, subject: "notifications",
          text: "announce calls on the caller's own CPU, the quickest way there is (6.6)")
      }
      let interrupted = options.contains(.killable) ? "" : "; signals interrupt them before 5.19"
      return Finding(
        level: .limited, subject: "notifications",
        text: "announce calls; Linux 6.6 does it several times quicker" + interrupted,
        remedy: "Use a newer kernel.")
    } catch {
      // EBUSY: whoever started this process listens already.
      return Finding(
        level: .limited, subject: "notifications", text: "\(error); \(slower)",
        remedy: "Run dftrace outside what has its own seccomp listener, such as a sandbox.")
    }
  }

  private func privileges() -> Finding {
    Machine.effectiveUser == 0
      ? Finding(
        level: .good, subject: "set-user-id", text: "programs keep their privileges (root)")
      : Finding(
        level: .limited, subject: "set-user-id",
        text: "programs such as sudo run without their privileges, as under any tracer",
        remedy: "Run dftrace as root if the command needs them.")
  }

  private func paths() -> Finding {
    isKernel(5, 6)
      ? Finding(
        level: .good, subject: "paths and sockets",
        text: "are looked at as the program sees them (openat2, pidfd_getfd: 5.6)")
      : Finding(
        level: .limited, subject: "paths and sockets",
        text: "before Linux 5.6 paths inside a chroot, and what kind a socket is, stay unknown")
  }

  private func countries() -> Finding {
    Finding(
      level: .good, subject: "countries",
      text: "\(CountryTable.builtIn.source), \(CountryTable.builtIn.date)")
  }
}

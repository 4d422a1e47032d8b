import Foundation
import Glibc
import Testing

/// One case of a fixture of the edge-case suite, as one user.
struct HardCase: CustomTestStringConvertible {
  let fixture: String
  let name: String
  let user: User

  var testDescription: String { "\(fixture) \(name), \(user.testDescription)" }

  /// What a traced run may say that it could not see.
  var blindSpots: [String] {
    // Root may read what others may not.
    let isUnreadable = name == "undumpable" && (user == .ordinary || geteuid() != 0)
    return isUnreadable ? ["memory-unreadable"] : Self.toldOf[name] ?? []
  }

  /// What the case prints and how it ends when traced; nil when that is what it does untraced.
  func whenTraced(_ mode: String) -> (text: String, end: End)? {
    switch name {
    // The kernel's own errors: a thread has one tracer, and a filter one listener.
    case "traceme": ("PTRACE_TRACEME: EPERM\n", .exited(0))
    case "attach": ("PTRACE_SEIZE: EPERM\nit: killed by KILL\n", .exited(0))
    case "listener" where mode == "notify": ("listener: EBUSY\n", .exited(0))
    // Where there is a filter there is no strict mode.
    case "strict": ("strict mode: exited with 3\n", .exited(0))
    case "tracer": ("refuses to run: traced\n", .exited(9))
    default: nil
    }
  }

  /// How many processes the run has; nil when that is a matter of races.
  func processes(_ text: String) -> Int? {
    guard ["processes", "quick", "deep"].contains(name) else { return nil }
    return text.split(separator: " ").first.flatMap { Int($0) }.map { $0 + 1 }
  }

  private static let toldOf = [
    "clone-flags": ["clone-untraced"], "listener": ["seccomp-listener"],
    "traceme": ["nested-tracer"], "attach": ["nested-tracer"],
  ]

  /// The cases by fixture; and those that others execute, which are none of their own.
  static let names: [(fixture: String, cases: [String], helpers: [String])] = [
    (
      "edge-tasks",
      [
        "vfork-slow", "vfork-nested", "clone-flags", "clone-signal", "pidfd", "cgroup",
        "pid-namespace", "user-namespace",
      ], ["exits-7", "says-executed"]
    ),
    ("edge-crowds", ["threads", "processes", "quick", "deep"], []),
    ("edge-exits", ["exec", "exit", "one-by-one", "hour"], ["exits-5", "again"]),
    (
      "edge-kills",
      ["running", "blocked", "stopped", "vfork", "exec", "created", "ended", "itself"], ["executes"]
    ),
    (
      "edge-jobs", ["waits", "information", "child-signals", "threads", "orphaned", "terminal"], []
    ),
    (
      "edge-interrupts",
      ["phases", "making", "real-time", "signalfd", "stack", "masks", "parent"], ["exits-2"]
    ),
    (
      "edge-restarts", ["interrupted", "restarted", "stopped", "ignored", "sleep", "rest"], []
    ),
    (
      "edge-sandboxes",
      [
        "filters", "left-to-tracer", "strict", "listener", "service", "traceme", "attach",
        "undumpable", "tracer",
      ], ["served", "says-hello"]
    ),
    (
      "edge-places",
      [
        "descriptors", "no-descriptors", "no-processes", "memory", "file-size", "root", "names",
        "words", "daemon", "reapers", "orphans", "gains",
      ], ["says-fits"]
    ),
  ]

  /// Whether cases do as much as they can, which takes an hour, or what shows the same in a minute.
  static let isLong = getenv("DFTRACE_LONG") != nil

  static let all = User.available.flatMap { user in
    names.flatMap { fixture, cases, _ in
      cases.map { HardCase(fixture: fixture, name: $0, user: user) }
    }
  }

  /// The case as a command.
  var command: Command {
    var command = Command(Programs.fixture(fixture), name)
    if Self.isLong {
      command.environment.append("DFTRACE_LONG=1")
      command.timeout = 1800
    }
    return command
  }
}

/// The ids of the processes of a session.
func processes(ofSession session: pid_t) -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return names.filter { name in
    guard Int(name) != nil,
      let text = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
      let rest = text.range(of: ") ", options: .backwards)
    else { return false }
    let fields = text[rest.upperBound...].split(separator: " ")
    // Whoever adopts an orphan may take its time to bury it.
    return fields.count > 3 && fields[0] != "Z" && fields[3] == "\(session)"
  }
}
